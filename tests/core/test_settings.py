"""What staff set for the whole shop."""

import pytest

from core.audit import PROGRAM
from core.database import Database
from core.errors import InvalidInputError
from core.settings import Settings, ShopSettings
from models.audit import AuditLog
from models.events import EventRow


async def test_a_new_shop_has_sensible_settings(database: Database) -> None:
    assert await Settings(database).read() == ShopSettings()


async def test_a_change_is_kept_and_audited_with_before_and_after(database: Database) -> None:
    settings = Settings(database)

    await settings.change({"business_name": "Noor {Studio}", "quiet_seconds": 1.5}, PROGRAM)

    assert await settings.read() == ShopSettings(business_name="Noor {Studio}", quiet_seconds=1.5)
    row = await AuditLog.get(action="settings.change")
    assert row.before == {"business_name": "Parley", "quiet_seconds": 3.0}
    assert row.after == {"business_name": "Noor {Studio}", "quiet_seconds": 1.5}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"currency": "XXQ"}, "currency"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"default_language": "tlh"}, "default_language"),
        ({"quiet_seconds": -1}, "quiet_seconds"),
        ({"quiet_seconds": 30, "longest_wait_seconds": 10}, "longestWaitSeconds"),
        ({"business_name": "  "}, "business_name"),
        ({"colour": "red"}, "colour"),
        ({"offered_languages": []}, "offered_languages"),
        ({"offered_languages": ["en", "en"]}, "offered_languages"),
        ({"offered_languages": ["ur"]}, "offered_languages"),
        ({"offered_languages": ["ur", "en"], "default_language": "es"}, "default_language"),
        ({"business_hours": {"someday": ["09:00", "18:00"]}}, "business_hours"),
        ({"business_hours": {"monday": ["9:00", "18:00"]}}, "business_hours"),
        ({"business_hours": {"monday": ["09:00", "09:00"]}}, "business_hours"),
    ],
)
async def test_a_wrong_setting_is_named_and_nothing_is_changed(
    database: Database, changes: dict[str, object], field: str
) -> None:
    settings = Settings(database)

    with pytest.raises(InvalidInputError) as caught:
        await settings.change({"order_hours": 72, **changes}, PROGRAM)

    assert caught.value.field == field
    assert await settings.read() == ShopSettings()


async def test_hours_and_languages_are_kept_and_told(database: Database) -> None:
    settings = Settings(database)

    await settings.change(
        {
            "offered_languages": ["ur", "en"],
            "business_hours": {"friday": ["15:00", "02:00"], "monday": ["09:00", "18:00"]},
        },
        PROGRAM,
    )

    after = await settings.read()
    assert after.hours_text == (
        "Monday 09:00–18:00, Tuesday closed, Wednesday closed, Thursday closed, Friday 15:00–02:00, "
        "Saturday closed, Sunday closed"
    )
    assert [after.spoken(language) for language in ("ur", "es", None)] == ["ur", "en", "en"]
    assert sorted(row.payload["key"] for row in await EventRow.all()) == ["business_hours", "offered_languages"]


async def test_a_shop_that_says_no_hours_tells_none(database: Database) -> None:
    assert (await Settings(database).read()).hours_text == "not known"
