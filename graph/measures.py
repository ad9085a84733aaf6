"""How big a document is: one walk that visits each fragment once, however often it is spread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)

from graph.permissions import SIZE_KEY

PAGE = 20  # what a list is taken for when the document does not say how much of it is wanted
_LARGEST = 10**9  # fragments multiply; beyond this no limit is near any more


@dataclass(slots=True)
class Size:
    """Of a selection with all below it. `cost` is the number of objects that the answer may hold."""

    depth: int = 0
    aliases: int = 0
    fields: int = 0
    cost: int = 0
    introspects: bool = False

    def add(self, other: "Size", *, times: int = 1) -> None:
        """Joins what stands beside or, multiplied, below."""
        self.aliases = min(self.aliases + other.aliases, _LARGEST)
        self.fields = min(self.fields + other.fields, _LARGEST)
        self.cost = min(self.cost + times * other.cost, _LARGEST)
        self.introspects = self.introspects or other.introspects


class Measure:
    """Measures one operation of a document, which need not be valid."""

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: Mapping[str, Any],
    ) -> None:
        self._schema = schema
        self._operation = operation
        self._variables = _with_defaults(operation, variables)
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._sizes: dict[str, Size] = {}
        self._open: set[str] = set()
        self.most_directives = 0

    def size(self) -> Size:
        return self._selection(self._operation.selection_set, self._schema.get_root_type(self._operation.operation))

    def root_fields(self) -> list[str]:
        """The names of the fields asked at the root, through fragments too, one for each time."""
        names: list[str] = []
        waiting: list[SelectionSetNode] = [self._operation.selection_set]
        seen: set[str] = set()
        while waiting:
            for selection in waiting.pop().selections:
                if isinstance(selection, FieldNode):
                    names.append(selection.name.value)
                elif isinstance(selection, InlineFragmentNode):
                    waiting.append(selection.selection_set)
                elif isinstance(selection, FragmentSpreadNode) and selection.name.value not in seen:
                    # The same field of the same fragment is asked once, as the executor merges it.
                    seen.add(selection.name.value)
                    if fragment := self._fragments.get(selection.name.value):
                        waiting.append(fragment.selection_set)
        return names

    def _selection(self, selection_set: SelectionSetNode | None, parent: GraphQLNamedType | None) -> Size:
        size = Size()
        for selection in selection_set.selections if selection_set else ():
            self.most_directives = max(self.most_directives, len(selection.directives or ()))
            if isinstance(selection, FieldNode):
                part = self._field(selection, parent)
            elif isinstance(selection, FragmentSpreadNode):
                part = self._fragment(selection.name.value)
            else:
                assert isinstance(selection, InlineFragmentNode)  # noqa: S101 - there is no fourth kind
                condition = selection.type_condition
                kind = self._schema.get_type(condition.name.value) if condition else parent
                part = self._selection(selection.selection_set, kind)
            size.depth = max(size.depth, part.depth)
            size.add(part)
        return size

    def _fragment(self, name: str) -> Size:
        fragment = self._fragments.get(name)
        if fragment is None or name in self._open:
            return Size()  # validation says what is wrong
        if name not in self._sizes:
            self._open.add(name)
            kind = self._schema.get_type(fragment.type_condition.name.value)
            self._sizes[name] = self._selection(fragment.selection_set, kind)
            self._open.discard(name)
        return self._sizes[name]

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> Size:
        name = node.name.value
        size = Size(depth=1, aliases=int(node.alias is not None), fields=1)
        if name in {"__schema", "__type"}:
            # Introspection nests deeply by nature and reads memory only; graphql-core limits its lists.
            below = self._selection(node.selection_set, None)
            size.introspects = True
            size.aliases += below.aliases
            size.fields += below.fields
            return size
        field = parent.fields.get(name) if isinstance(parent, GraphQLObjectType | GraphQLInterfaceType) else None
        below = self._selection(node.selection_set, get_named_type(field.type) if field else None)
        size.depth += below.depth
        if field is None:
            size.add(below)
            return size
        times = self._page(node, field, parent)
        size.cost = times if node.selection_set else 0
        size.add(below, times=times)
        return size

    def _page(self, node: FieldNode, field: GraphQLField, parent: GraphQLNamedType | None) -> int:
        """How many objects the field may bring; the page of a connection is counted where it is asked for."""
        for argument in node.arguments or ():
            if argument.name.value in {"first", "last"}:
                wanted = self._number(argument.value)
                if wanted is not None:
                    return max(1, wanted)
        if "first" in field.args:
            return PAGE
        is_list = isinstance(field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type, GraphQLList)
        is_page = parent is not None and parent.name.endswith("Connection")
        return _usual_size(field) if is_list and not is_page else 1

    def _number(self, node: object) -> int | None:
        if isinstance(node, VariableNode):
            value = self._variables.get(node.name.value)
            return value if isinstance(value, int) and not isinstance(value, bool) else None
        return _literal(node)


def _usual_size(field: GraphQLField) -> int:
    """What the field says of itself; a page where it says nothing."""
    definition = field.extensions.get("strawberry-definition")
    size = definition.metadata.get(SIZE_KEY) if definition is not None else None
    return size if isinstance(size, int) else PAGE


def _with_defaults(operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> dict[str, Any]:
    defaults = {
        definition.variable.name.value: _literal(definition.default_value)
        for definition in operation.variable_definitions or ()
    }
    return {**defaults, **variables}


def _literal(node: object) -> int | None:
    # A number of more digits than this is no Int, and Python would take its time to read it.
    return int(node.value) if isinstance(node, IntValueNode) and len(node.value) <= 11 else None
