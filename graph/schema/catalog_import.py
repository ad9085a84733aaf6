"""A whole catalogue from a file, as the API takes it and tells what came of it."""

from dataclasses import asdict
from enum import StrEnum
from typing import Any, Self

import strawberry

from core import catalog_import as rule
from core.catalog_format import COLUMNS
from core.errors import ParleyError
from graph.errors import Problem, path_of
from graph.mutations import Asked
from graph.nodes import Info
from graph.scalars import described
from graph.schema.exports import ExportFormat

__all__ = ["CatalogImportInput", "CatalogImportPayload", "CatalogNotImportableProblem", "told"]


class CatalogChangeKind(StrEnum):
    CREATED = "CREATED"
    UPDATED = "UPDATED"
    UNCHANGED = "UNCHANGED"


described(
    CatalogChangeKind,
    "What an import does with a service or a package.",
    CREATED="It is made.",
    UPDATED="It is there already and is changed.",
    UNCHANGED="It is there already, just so.",
)


@strawberry.type(name="CatalogImportChangeResult", description="What an import does with one service or package.")
class CatalogImportChange:
    kind: CatalogChangeKind = strawberry.field(description="What is done.")
    service_name: str = strawberry.field(description="The service.")
    package_name: str | None = strawberry.field(description="The package; null: it is the service itself.")
    fields: list[str] = strawberry.field(description="What is changed of it, or given to it, in the file's words.")
    place: str = strawberry.field(description="Of JSON: where it stands, e.g. services[0].packages[1]; else empty.")
    line: int | None = strawberry.field(description="Of a table: on which line, counted from 1.")


@strawberry.type(name="CatalogImportProblemResult", description="One thing that is wrong with a catalogue's file.")
class CatalogImportProblem:
    code: str = strawberry.field(description="For programs: a fixed word in capitals.")
    message: str = strawberry.field(description="For people: a sentence in English.")
    place: str = strawberry.field(description="The column of a table, or the place in JSON.")
    line: int | None = strawberry.field(description="The line, counted from 1, where there are lines.")


@strawberry.input(
    description="A catalogue as a file: as `content` or as an upload. What it does not name stays. JSON holds "
    "{services: [{name, description, isActive, position, packages: [{name, description, features, duration: {count, "
    "unit}, price: {amount, currency}, isActive, position}]}]}; a table has a line for each package, under the columns "
    f"{', '.join(COLUMNS)}. An export has the same form."
)
class CatalogImportInput(Asked):
    format: ExportFormat = strawberry.field(description="How it is written.")
    content: str | None = strawberry.field(default=None, description="The file itself, if it is small.")
    upload_id: strawberry.ID | None = strawberry.field(
        default=None, description="An upload for CATALOG, of at most 2 MiB, whose file has come."
    )
    dry_run: bool = strawberry.field(
        default=True, description="True: tells what is wrong and what would change, and changes nothing."
    )


@strawberry.type(description="What an import did, or would do.")
class CatalogImportPayload:
    is_applied: bool = strawberry.field(description="Whether it was done; false after a dry run.")
    created_count: int = strawberry.field(description="How many services and packages are made.")
    updated_count: int = strawberry.field(description="How many are changed.")
    unchanged_count: int = strawberry.field(description="How many are just so already.")
    changes: list[CatalogImportChange] = strawberry.field(description="All of them, in the file's order.")
    problems: list[CatalogImportProblem] = strawberry.field(
        description="All that is wrong with the file, by its lines; the first 200."
    )
    problem_count: int = strawberry.field(description="How many things are wrong.")

    @classmethod
    def of(cls, outcome: dict[str, Any], *, is_applied: bool) -> Self:
        """Of what `told` made of an outcome."""
        kinds = [change["change"] for change in outcome["changes"]]
        return cls(
            is_applied=is_applied,
            created_count=kinds.count("CREATED"),
            updated_count=kinds.count("UPDATED"),
            unchanged_count=kinds.count("UNCHANGED"),
            changes=[
                CatalogImportChange(
                    kind=CatalogChangeKind(change["change"]),
                    service_name=change["service"],
                    package_name=change["package"],
                    fields=list(change["fields"]),
                    place=change["path"],
                    line=change["line"],
                )
                for change in outcome["changes"]
            ],
            problems=_problems(outcome),
            problem_count=outcome["problem_count"],
        )


@strawberry.type(
    name="CatalogNotImportableError",
    description="The file has mistakes; nothing of it was imported. `problems` has all.",
)
class CatalogNotImportableProblem(Problem):
    problems: list[CatalogImportProblem] = strawberry.field(description="All that is wrong, by lines; the first 200.")
    problem_count: int = strawberry.field(description="How many things are wrong.")

    answers = rule.CatalogNotImportableError

    @classmethod
    async def of(cls, error: ParleyError, info: Info) -> Self:  # noqa: ARG003 - others need it
        outcome = told(error.details["outcome"])
        return cls(
            code=error.code,
            message=error.message,
            path=path_of(error),
            problems=_problems(outcome),
            problem_count=outcome["problem_count"],
        )


def told(outcome: rule.Outcome) -> dict[str, Any]:
    """As an idempotency key keeps it."""
    return asdict(outcome)


def _problems(outcome: dict[str, Any]) -> list[CatalogImportProblem]:
    return [
        CatalogImportProblem(code=each["code"], message=each["message"], place=each["path"], line=each["line"])
        for each in outcome["problems"]
    ]
