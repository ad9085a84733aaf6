"""The schema as a document: described everywhere, exported as it is."""

from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    build_schema,
    lexicographic_sort_schema,
    print_schema,
)

from graph import root

EXPORTED = Path(__file__).parents[2] / "schema.graphql"


def test_the_exported_file_is_the_schema() -> None:
    assert EXPORTED.read_text(encoding="utf-8") == root.export_sdl(), "run `make schema` and look at what changed"


def test_the_export_is_sorted_and_says_what_the_running_schema_says() -> None:
    exported = build_schema(root.export_sdl())

    running = build_schema(root.build_schema().as_str())
    assert print_schema(lexicographic_sort_schema(running)) == print_schema(lexicographic_sort_schema(exported))
    for made in exported.type_map.values():
        if isinstance(made, GraphQLObjectType | GraphQLInterfaceType) and not made.name.startswith("__"):
            assert list(made.fields) == sorted(made.fields, key=str.lower), made.name


def test_everything_is_described() -> None:
    silent = []
    for name, made in root.build_schema()._schema.type_map.items():
        if name.startswith("__"):
            continue
        parts = {name: made.description}
        if isinstance(made, GraphQLObjectType | GraphQLInterfaceType):
            for field, definition in made.fields.items():
                parts[f"{name}.{field}"] = definition.description
                parts |= {f"{name}.{field}.{key}": each.description for key, each in definition.args.items()}
        if isinstance(made, GraphQLInputObjectType):
            parts |= {f"{name}.{field}": each.description for field, each in made.fields.items()}
        if isinstance(made, GraphQLEnumType):
            parts |= {f"{name}.{value}": each.description for value, each in made.values.items()}
        silent += [part for part, description in parts.items() if not description]

    assert silent == []


def test_every_mutation_takes_one_input_and_answers_with_a_union_that_can_say_what_went_wrong() -> None:
    schema = root.build_schema()._schema
    assert schema.mutation_type is not None

    for name, field in schema.mutation_type.fields.items():
        assert list(field.args) == ([] if name == "sessionRefresh" else ["input"]), name
        assert isinstance(field.type, GraphQLUnionType), name
        errors = [member.name for member in field.type.types if "Error" in {face.name for face in member.interfaces}]
        assert len(errors) == len(field.type.types) - 1, name


def test_all_members_of_a_union_can_be_asked_for_at_once() -> None:
    """Two members with a field of one name and different types could not be selected side by side."""
    for name, made in root.build_schema()._schema.type_map.items():
        if isinstance(made, GraphQLUnionType):
            types: dict[str, set[str]] = {}
            for member in made.types:
                for field, definition in member.fields.items():
                    types.setdefault(field, set()).add(str(definition.type))
            assert {field for field, each in types.items() if len(each) > 1} == set(), name
