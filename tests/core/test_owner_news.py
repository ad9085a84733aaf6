"""Notices over WhatsApp, to whom the settings name."""

from pathlib import Path

import pytest

from core.audit import PROGRAM
from core.database import Database
from core.errors import InvalidInputError
from core.languages.wording import say
from core.notices import Notices
from core.owner_news import OwnerNews
from core.settings import Settings
from models.accounts import AccountStatus, WhatsappAccount
from models.audit import AuditLog
from models.conversations import Message, MessageAuthor, MessageState
from models.customers import Customer
from models.notices import NoticeKind
from tests.chats import AYESHA, Chats

OWNER = "+923009999999"


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


async def raised(database: Database, kind: NoticeKind, subject: str, subject_id: int) -> int:
    async with database.unit_of_work() as work:
        notice_id = await Notices.raise_once(work, kind, subject, subject_id, f"{kind}:{subject_id}")
    assert notice_id is not None
    return notice_id


async def told(chats: Chats) -> list[str]:
    messages = await Message.filter(author=MessageAuthor.PROGRAM, state=MessageState.QUEUED).order_by("id")
    return [message.text for message in messages]


async def owner_wrote_before(chats: Chats, *, language: str = "en") -> None:
    await chats.writes("hello")
    await Customer.filter(lid=AYESHA).update(phone=OWNER, language=language)
    await WhatsappAccount.filter(id=chats.account.id).update(status=AccountStatus.CONNECTED)


def news(chats: Chats) -> OwnerNews:
    return OwnerNews(chats.database, chats.settings, chats.conversations)


async def test_a_notice_reaches_the_person_of_the_settings_once_and_in_their_language(chats: Chats) -> None:
    await owner_wrote_before(chats, language="ur")
    await chats.settings.change({"notice_phone": OWNER}, PROGRAM)
    notice = await raised(chats.database, NoticeKind.ACCOUNT_BANNED, "whatsapp_accounts", chats.account.id)
    assert len(await chats.jobs("tell_owner")) == 1

    await news(chats).tell(notice)
    await news(chats).tell(notice)

    assert await told(chats) == [say("notice_account_banned", "ur", name=chats.account.name)]


@pytest.mark.parametrize("kind", list(NoticeKind))
async def test_every_kind_of_notice_has_its_words_also_when_its_subject_is_gone(chats: Chats, kind: NoticeKind) -> None:
    await owner_wrote_before(chats)
    await chats.settings.change({"notice_phone": OWNER}, PROGRAM)

    await news(chats).tell(await raised(chats.database, kind, "anything", 999))

    assert await told(chats) == [say(f"notice_{kind.lower()}", "en", name="")]


async def test_nobody_is_told_who_does_not_wish_it_or_cannot_be_reached(chats: Chats) -> None:
    await owner_wrote_before(chats)
    notice = await raised(chats.database, NoticeKind.CHAT_NEEDS_HUMAN, "conversations", 1)
    await news(chats).tell(notice)

    await chats.settings.change({"notice_phone": "+15550000001"}, PROGRAM)  # never wrote to the shop
    await news(chats).tell(notice)

    await chats.settings.change({"notice_phone": OWNER}, PROGRAM)
    await WhatsappAccount.all().update(status=AccountStatus.DISCONNECTED)
    await news(chats).tell(notice)

    assert await told(chats) == []


async def test_who_said_stop_is_told_nothing(chats: Chats) -> None:
    await owner_wrote_before(chats)
    await chats.settings.change({"notice_phone": OWNER}, PROGRAM)
    async with chats.database.unit_of_work() as work:
        await chats.customers.opt_out(work, await Customer.get(lid=AYESHA))

    await news(chats).tell(await raised(chats.database, NoticeKind.WEBHOOK_PAUSED, "webhooks", 1))

    assert await told(chats) == []


async def test_a_wrong_number_is_refused_and_a_right_one_stays_out_of_the_audit_log(database: Database) -> None:
    settings = Settings(database)

    for wrong in ("0300 1234567", "+0300123", "owner", "+92300123456789012"):
        with pytest.raises(InvalidInputError) as caught:
            await settings.change({"notice_phone": wrong}, PROGRAM)
        assert caught.value.field == "notice_phone"

    await settings.change({"notice_phone": OWNER}, PROGRAM)
    row = await AuditLog.get(action="settings.change")
    assert OWNER not in str(row.before) + str(row.after)
    assert row.after == {"notice_phone": "changed"}
