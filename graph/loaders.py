"""Batched reads of one operation: however many rows ask for their neighbours, each kind is one statement a level."""

from collections.abc import Awaitable, Callable, Hashable, Mapping
from typing import Any, TypeVar, cast

from strawberry.dataloader import DataLoader

from core import listing
from core.listing import Page, Window
from models.base import Row

RowT = TypeVar("RowT", bound=Row)
T = TypeVar("T")


class Loaders:
    """One per operation. What it loaded it keeps, until `clear`: after a mutation, before each event of a stream."""

    def __init__(self) -> None:
        self._loaders: dict[Hashable, DataLoader[int, Any]] = {}

    def clear(self) -> None:
        self._loaders.clear()

    def one(self, table: type[RowT]) -> DataLoader[int, RowT | None]:
        """The row of an id."""
        return self._loader(("one", table), lambda ids: listing.by_ids(table, ids), lambda: None)

    def children(self, table: type[RowT], parent: str, order: tuple[str, ...] = ("id",)) -> DataLoader[int, list[RowT]]:
        """All rows of a parent's id; for those that are few by nature."""
        return self._loader(
            ("children", table, parent, order), lambda ids: listing.children(table, parent, ids, order), list
        )

    def page(self, table: type[RowT], parent: str, window: Window) -> DataLoader[int, Page[RowT]]:
        """The same page for each of many parents."""
        return self._loader(
            ("page", table, parent, window),
            lambda ids: listing.pages_of_children(table, parent, ids, window),
            lambda: Page[RowT]([], has_next=False, has_previous=False),
        )

    def count(self, table: type[Row], parent: str) -> DataLoader[int, int | None]:
        return self._loader(
            ("count", table, parent), lambda ids: listing.counts_of_children(table, parent, ids), lambda: 0
        )

    def batch(
        self,
        name: str,
        read: Callable[[list[int]], Awaitable[Mapping[int, T]]],
        missing: Callable[[], T],
    ) -> DataLoader[int, T]:
        """What a rule knows of many ids at once; `missing` makes the answer for an id that it leaves out."""
        return self._loader(("batch", name), read, missing)

    def _loader(
        self,
        key: Hashable,
        read: Callable[[list[int]], Awaitable[Mapping[int, T]]],
        missing: Callable[[], T],
    ) -> DataLoader[int, T]:
        async def load(ids: list[int]) -> list[T]:
            found = await read(ids)
            return [found[one] if one in found else missing() for one in ids]

        loader = self._loaders.get(key)
        if loader is None:
            loader = self._loaders[key] = DataLoader(load)
        return cast("DataLoader[int, T]", loader)
