"""The time by which the shop acts; rules pass it to the database, so that tests can move it."""

from datetime import UTC, datetime


def now() -> datetime:
    return datetime.now(UTC)
