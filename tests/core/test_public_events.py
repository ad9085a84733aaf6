"""Events as those outside read them: none is forgotten, and no key of the database gets out."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest
from tortoise.connection import get_connection

from core import public_events
from core.database import CONNECTION, Database
from core.errors import CursorExpiredError, ForbiddenError, InvalidInputError
from core.events import log
from core.events.event_types import EVENT_TYPES, CatalogChanged, Event, SettingChanged
from core.events.log import Cursor, LoggedEvent
from core.permissions import Caller, CallerKind, Permission
from core.public_events import RIGHTS, PublicEvent, types_for
from graph import ids
from graph.nodes import Node
from graph.root import build_schema

build_schema()  # so that every kind of thing is known


def caller(*permissions: Permission) -> Caller:
    return Caller(CallerKind.API_KEY, "api_key:1", frozenset(permissions), api_key_id=1)


@pytest.mark.parametrize("name", sorted(EVENT_TYPES))
def test_every_type_of_event_says_which_right_it_takes(name: str) -> None:
    assert name in RIGHTS, "give it a place in core/public_events.py"


def test_no_right_is_kept_for_an_event_that_does_not_exist() -> None:
    assert set(RIGHTS) == set(EVENT_TYPES)


@pytest.mark.parametrize("event_type", EVENT_TYPES.values(), ids=list(EVENT_TYPES))
def test_every_id_of_an_event_is_one_of_the_api_or_kept_inside(event_type: type[Event]) -> None:
    numbers = {field.name: 7 for field in fields(event_type) if field.name.endswith("_id")}
    event = LoggedEvent(Cursor(1, 2, 3), event_type.type, numbers, datetime.now(UTC))

    told = PublicEvent.of(event).payload

    unmapped = [name for name in numbers if name not in public_events._THINGS]
    assert unmapped == [], "give it a place in core/public_events.py"
    for name, value in told.items():
        kind, key = ids.decode(value)
        assert kind in Node.kinds
        assert key == 7
        assert name.endswith("Id")


def test_what_nobody_mapped_does_not_get_out() -> None:
    payload = {"order_id": 1, "secret_id": 5, "from_status": "PAID", "staff_id": None}

    told = PublicEvent.of(LoggedEvent(Cursor(1, 2, 3), "order.changed", payload, datetime.now(UTC)))

    assert told.payload == {"orderId": ids.encode("Order", 1), "fromStatus": "PAID", "staffId": None}


def test_somebody_is_told_of_what_they_may_read() -> None:
    clerk = caller(Permission.ORDERS_READ, Permission.EVENTS_READ)

    assert types_for(clerk, None) >= {"order.changed", "order.created"}
    assert {RIGHTS[name] for name in types_for(clerk, None)} == {Permission.ORDERS_READ}
    assert types_for(clerk, ["order.changed"]) == {"order.changed"}
    with pytest.raises(ForbiddenError):
        types_for(clerk, ["order.changed", "message.added"])
    for wrong in ([], ["order.vanished"]):
        with pytest.raises(InvalidInputError) as refused:
            types_for(clerk, wrong)
        assert refused.value.field == "types"


async def append(database: Database, *events: Event) -> None:
    async with database.unit_of_work() as work:
        for event in events:
            work.append(event)


async def test_reading_in_stretches_misses_nothing_and_repeats_nothing(database: Database) -> None:
    start = await public_events.newest_cursor()
    for number in range(7):
        await append(database, CatalogChanged(number), SettingChanged("currency"))

    read, cursor, has_more = [], start, True
    while has_more:
        stretch = await public_events.since(cursor, [CatalogChanged.type], 3)
        read += stretch.events
        cursor, has_more = stretch.next_cursor, stretch.has_more
    nothing = await public_events.since(cursor, [CatalogChanged.type], 3)
    await append(database, CatalogChanged(7))
    late = await public_events.since(nothing.next_cursor, [CatalogChanged.type], 3)

    services = [event.payload["serviceId"] for event in read + late.events]
    assert services == [ids.encode("Service", number) for number in range(8)]
    assert (nothing.events, nothing.has_more) == ([], False)


async def test_a_long_stretch_of_other_types_is_not_read_again(database: Database) -> None:
    start = await public_events.newest_cursor()
    await append(database, SettingChanged("currency"), SettingChanged("time_zone"))

    stretch = await public_events.since(start, [CatalogChanged.type], 3)

    assert (stretch.events, stretch.has_more) == ([], False)
    assert Cursor.decode(stretch.next_cursor) == await log.head(get_connection(CONNECTION))


async def test_a_cursor_of_another_life_of_the_log_is_refused(database: Database) -> None:
    start = await public_events.newest_cursor()
    async with database.unit_of_work() as work:
        await work.execute("insert into event_epochs default values")

    with pytest.raises(CursorExpiredError):
        await public_events.since(start, [CatalogChanged.type], 3)
