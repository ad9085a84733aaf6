"""Texts that staff write in versions: nothing written is ever lost, and going back is a new version too.

An empty text stands for the one that ships with Parley, whatever it says by then.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from core import audit
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import Event
from core.texts import clean

LONGEST_TEXT = 4_096

SHIPPED_TEXT = ""


class UnknownVariableError(InvalidInputError):
    """`details["variable"]` is not one of `details["known"]`."""

    code = "UNKNOWN_VARIABLE"


class TextChangedError(ConflictError):
    """Somebody wrote another version since; `details["version"]` is the newest."""

    code = "TEXT_CHANGED"


class VersionNotFoundError(NotFoundError):
    code = "VERSION_NOT_FOUND"


@dataclass(frozen=True, slots=True)
class VersionedTable:
    """Names of our own tables: what is written, and what it said before."""

    texts: str
    versions: str
    parent: str


@dataclass(frozen=True, slots=True)
class Written:
    row_id: int
    before: int  # version
    after: int


def judged(text: str, known: Sequence[str], found: Sequence[str], *, longest: int = LONGEST_TEXT) -> str:
    """Raises InvalidInputError or UnknownVariableError."""
    text = clean(text, longest + 1).strip()
    if not 1 <= len(text) <= longest:
        raise InvalidInputError(f"It has 1 to {longest} characters.", field="text")
    for variable in found:
        if variable not in known:
            offered = f"choose from {', '.join(f'{{{name}}}' for name in known)}" if known else "it takes none"
            raise UnknownVariableError(
                f"There is no variable {{{variable}}} here; {offered}.",
                field="text",
                variable=variable,
                known=list(known),
            )
    return text


ThingT = TypeVar("ThingT")


@dataclass(frozen=True, slots=True)
class Preview:
    text: str
    unused_variables: list[str]


class VersionedTexts(ABC, Generic[ThingT]):
    """Texts that ship with Parley and that staff may write otherwise. `ThingT` is one of them as it ships."""

    def __init__(self, database: Database, table: VersionedTable, word: str) -> None:
        """`word` is what the audit log calls one of them."""
        self._database = database
        self._table = table
        self._word = word

    @abstractmethod
    def _thing(self, number: int) -> ThingT:
        """Raises NotFoundError that names `id`."""

    @abstractmethod
    def _identity(self, thing: ThingT) -> dict[str, str]:
        """The columns by which its row is found, and what the audit log may tell of it."""

    @abstractmethod
    def _judged(self, thing: ThingT, text: str) -> str:
        """As it is kept. Raises InvalidInputError or UnknownVariableError."""

    @abstractmethod
    def _changed(self, number: int, thing: ThingT, version: int) -> Event: ...

    async def update(self, number: int, text: str, actor: Actor, *, expected: int | None = None) -> int:
        """Writes a new version. Raises UnknownVariableError, TextChangedError, NotFoundError."""
        thing = self._thing(number)
        text = self._judged(thing, text)
        async with self._database.unit_of_work() as work:
            return await self._write(work, number, thing, text, "update", actor, expected)

    async def reset(self, number: int, actor: Actor, *, expected: int | None = None) -> int:
        """What ships with Parley again, as a new version. Raises TextChangedError, NotFoundError."""
        thing = self._thing(number)
        async with self._database.unit_of_work() as work:
            return await self._write(work, number, thing, SHIPPED_TEXT, "reset", actor, expected)

    async def restore(self, number: int, version: int, actor: Actor, *, expected: int | None = None) -> int:
        """What an earlier version said, as a new version.

        Raises VersionNotFoundError, UnknownVariableError, TextChangedError, NotFoundError.
        """
        thing = self._thing(number)
        async with self._database.unit_of_work() as work:
            text = await text_of(work, self._table, self._identity(thing), version)
            if text != SHIPPED_TEXT:
                text = self._judged(thing, text)  # what it takes may be less than it was
            return await self._write(work, number, thing, text, "restore", actor, expected)

    async def _write(
        self, work: UnitOfWork, number: int, thing: ThingT, text: str, verb: str, actor: Actor, expected: int | None
    ) -> int:
        identity = self._identity(thing)
        written = await write(work, self._table, identity, text, actor, expected=expected)
        await audit.record(
            work,
            actor,
            f"{self._word}.{verb}",
            self._table.texts,
            written.row_id,
            before={"version": written.before},
            after={**identity, "version": written.after, "is_shipped": text == SHIPPED_TEXT},
        )
        work.append(self._changed(number, thing, written.after))
        return number


async def write(
    work: UnitOfWork,
    table: VersionedTable,
    identity: Mapping[str, str],
    text: str,
    actor: Actor,
    *,
    expected: int | None,
) -> Written:
    """Writes the next version. Raises TextChangedError when the newest is not the expected one."""
    row = await _locked(work, table, identity)
    if expected is not None and row["version"] != expected:
        raise TextChangedError("Somebody changed it meanwhile; look at it again.", version=row["version"])
    version = row["version"] + 1
    await work.execute(
        f"insert into {table.versions} ({table.parent}, version, text, staff_id, created_at) "  # noqa: S608 - our names
        "values ($1, $2, $3, $4, $5)",
        row["id"],
        version,
        text,
        actor.staff_id,
        work.now,
    )
    await work.execute(
        f"update {table.texts} set text = $2, version = $3, updated_at = $4 where id = $1",  # noqa: S608 - our names
        row["id"],
        text,
        version,
        work.now,
    )
    return Written(row["id"], row["version"], version)


async def text_of(work: UnitOfWork, table: VersionedTable, identity: Mapping[str, str], version: int) -> str:
    """Raises VersionNotFoundError."""
    row = await _locked(work, table, identity)
    rows = await work.fetch(
        f"select text from {table.versions} where {table.parent} = $1 and version = $2",  # noqa: S608 - our names
        row["id"],
        version,
    )
    if not rows:
        raise VersionNotFoundError("It never had this version.", field="version")
    text: str = rows[0]["text"]
    return text


async def _locked(work: UnitOfWork, table: VersionedTable, identity: Mapping[str, str]) -> dict[str, Any]:
    """The row, made now if nobody wrote before: two who are the first meet at its unique key."""
    columns, values = list(identity), list(identity.values())
    places = [f"${number}" for number in range(1, len(values) + 1)]
    await work.execute(
        f"insert into {table.texts} ({', '.join(columns)}, text, version, created_at, updated_at) "  # noqa: S608 - our names
        f"values ({', '.join(places)}, '', 0, ${len(values) + 1}, ${len(values) + 1}) on conflict do nothing",
        *values,
        work.now,
    )
    condition = " and ".join(f"{column} = {place}" for column, place in zip(columns, places, strict=True))
    rows = await work.fetch(
        f"select id, version from {table.texts} where {condition} for update",  # noqa: S608 - our names
        *values,
    )
    return rows[0]
