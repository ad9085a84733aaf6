"""Who wrote, where and when; second thoughts, who is who, receipts, typing, history: in the port's words."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from core.whatsapp.gateway import (
    BacklogCompleted,
    ChatKind,
    IdentityLearned,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    ReceiptKind,
    ReceiptReceived,
    TypingChanged,
)
from core.whatsapp.neonize_events import KnownPairs, moment, translate
from models.conversations import MessageKind
from tests.whatsapp.protos import (
    AT,
    E2E,
    HISTORY,
    LID,
    MIGRATION,
    NOW,
    PHONE,
    PHONE_JID,
    N,
    event,
    file_fields,
    from_us,
    over_the_wire,
    source,
    text,
)
from tests.whatsapp.telling import PAIR, edit, presence, protocol, receipt, received, told, wrapped

# --- The envelope -----------------------------------------------------------------------------------------------------


def test_a_text_comes_with_who_wrote_it_where_and_when() -> None:
    assert translate(event(text("Is the cleaning still 4000?")), now=NOW, is_backlog=True) == [
        PAIR,
        MessageReceived(
            chat_kind=ChatKind.PERSON,
            chat=LID,
            sender_lid=LID,
            whatsapp_id="3EB0A",
            sent_at=AT,
            kind=MessageKind.TEXT,
            text="Is the cleaning still 4000?",
            sender_phone=PHONE,
            profile_name="Ayesha",
            is_backlog=True,
        ),
    ]


def test_who_writes_from_their_phone_number_is_answered_there_and_known_by_their_lid() -> None:
    where = source(chat=PHONE_JID, sender="923001234567:2@s.whatsapp.net", sender_alt=LID)

    pair, message = translate(event(text(), where=where), now=NOW)

    assert pair == PAIR
    assert isinstance(message, MessageReceived)
    assert (message.chat, message.sender_lid, message.sender_phone) == (PHONE_JID, LID, PHONE)


def test_without_a_lid_the_phone_stands_for_the_person() -> None:
    where = source(chat=PHONE_JID, sender=PHONE_JID, sender_alt="")

    [message] = translate(event(text(), where=where), now=NOW)

    assert isinstance(message, MessageReceived)
    assert (message.chat, message.sender_lid, message.sender_phone) == (PHONE_JID, PHONE_JID, PHONE)


def test_without_a_phone_only_the_lid_is_known() -> None:
    [message] = translate(event(text(), where=source(sender_alt="")), now=NOW)

    assert isinstance(message, MessageReceived)
    assert (message.chat, message.sender_lid, message.sender_phone) == (LID, LID, None)


def test_what_the_shop_itself_writes_names_the_other_side() -> None:
    pair, message = translate(event(text("Yes, it is."), where=from_us(), name="The shop"), now=NOW)

    assert pair == PAIR
    assert isinstance(message, MessageReceived)
    assert message.is_from_us
    assert (message.chat, message.sender_lid, message.sender_phone) == (LID, LID, PHONE)
    assert message.profile_name == ""


def test_what_the_shop_writes_to_a_phone_number_is_known_by_its_lid_too() -> None:
    where = from_us(chat=PHONE_JID, recipient_alt=LID)

    message = received(text(), where=where)

    assert (message.chat, message.sender_lid, message.sender_phone) == (PHONE_JID, LID, PHONE)


@pytest.mark.parametrize(
    ("chat", "kind"),
    [
        ("120363001234567890@g.us", ChatKind.GROUP),
        ("923001234567-1612345678@g.us", ChatKind.GROUP),
        ("status@broadcast", ChatKind.STATUS),
        ("120363001@newsletter", ChatKind.NEWSLETTER),
        ("867051314767696@bot", ChatKind.NEWSLETTER),
        ("0@s.whatsapp.net", ChatKind.NEWSLETTER),
        ("13135550002@s.whatsapp.net", ChatKind.NEWSLETTER),
        ("923001234567@c.us", ChatKind.PERSON),
        ("111222333@hosted.lid", ChatKind.PERSON),
        ("someone@a.server.of.tomorrow", ChatKind.PERSON),
    ],
)
def test_a_chat_is_of_the_kind_that_its_address_says(chat: str, kind: ChatKind) -> None:
    assert received(text(), where=source(chat=chat)).chat_kind is kind


def test_nothing_is_learned_from_those_who_write_in_groups() -> None:
    assert len(translate(event(text(), where=source(chat="120363001234567890@g.us")), now=NOW)) == 1


def test_what_somebody_sends_to_all_of_their_list_is_answered_to_them_alone() -> None:
    message = received(text(), where=source(chat="1612345678@broadcast"))

    assert (message.chat_kind, message.chat, message.sender_lid) == (ChatKind.PERSON, LID, LID)


def test_what_the_shop_sends_to_its_list_is_no_chat() -> None:
    assert received(text(), where=from_us(chat="1612345678@broadcast")).chat_kind is ChatKind.STATUS


def test_old_addresses_are_written_as_new_ones() -> None:
    message = received(text(), where=source(chat="923001234567@c.us", sender="923001234567@c.us", sender_alt=""))

    assert (message.chat, message.sender_lid, message.sender_phone) == (PHONE_JID, PHONE_JID, PHONE)


def test_a_business_without_a_profile_name_has_the_one_that_whatsapp_checked() -> None:
    assert received(text(), name="", verified_name="Noor Traders").profile_name == "Noor Traders"


def test_nobody_wrote_and_nobody_can_be_answered() -> None:
    assert told(text(), where=source(chat="", sender="", sender_alt="")) == []


def unseen(*, is_unavailable: bool = True, is_hidden: bool = False, where: Any = None) -> Any:
    mode = N.UndecryptableMessage.DECRYPT_FAIL_HIDE if is_hidden else N.UndecryptableMessage.DECRYPT_FAIL_SHOW
    made = N.UndecryptableMessage(IsUnavailable=is_unavailable, DecryptFailMode=mode)
    made.Info.CopyFrom(event(text(), where=where).Info)
    return over_the_wire(made)


def test_what_whatsapp_shows_on_the_phone_alone_is_not_lost() -> None:
    pair, message = translate(unseen(), now=NOW, is_backlog=True)

    assert pair == PAIR
    assert isinstance(message, MessageReceived)
    assert (message.kind, message.detail) == (MessageKind.UNSUPPORTED, {"type": "only_on_phone"})
    assert (message.chat, message.sent_at, message.is_backlog) == (LID, AT, True)


def test_should_it_come_after_all_it_is_another_message() -> None:
    [_, placeholder], [_, real] = translate(unseen(), now=NOW), translate(event(text()), now=NOW)

    assert isinstance(placeholder, MessageReceived)
    assert isinstance(real, MessageReceived)
    assert placeholder.whatsapp_id != real.whatsapp_id


@pytest.mark.parametrize(
    "silent",
    [unseen(is_unavailable=False), unseen(is_hidden=True), unseen(where=source(chat="", sender="", sender_alt=""))],
)
def test_what_is_asked_for_again_is_not_shown_yet(silent: Any) -> None:
    assert translate(silent, now=NOW) == []


def test_messages_without_an_id_are_told_apart() -> None:
    first, again = received(text("a"), whatsapp_id=""), received(text("a"), whatsapp_id="\x00")
    other = received(text("b"), whatsapp_id="")

    assert first.whatsapp_id == again.whatsapp_id
    assert first.whatsapp_id not in ("", other.whatsapp_id)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (int(AT.timestamp() * 1000), AT),
        (int(AT.timestamp()), AT.replace(microsecond=0)),
        (0, NOW),
        (-1, NOW),
        (12_345, NOW),
        (2**63 - 1, NOW),
        (-(2**63), NOW),
        (int((NOW + timedelta(days=1)).timestamp() * 1000), NOW),
    ],
)
def test_a_time_that_cannot_be_true_is_now(value: int, expected: datetime) -> None:
    assert moment(value, NOW) == expected
    assert received(text(), at_ms=value).sent_at == expected


# --- Second thoughts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("message", [edit(), wrapped("editedMessage", edit())])
@pytest.mark.parametrize("is_from_us", [False, True])
def test_an_edit_names_the_message_and_who_really_sent_it(message: Any, *, is_from_us: bool) -> None:
    where = from_us() if is_from_us else source()

    assert told(message, where=where) == [MessageEdited(LID, "3EB0B", "5000", AT, is_from_us=is_from_us)]


def test_two_edits_within_a_second_are_in_order() -> None:
    finer = AT.replace(microsecond=123_000)

    [edited] = told(edit(timestampMS=int(finer.timestamp() * 1000)))

    assert isinstance(edited, MessageEdited)
    assert edited.edited_at == finer


@pytest.mark.parametrize("named", [1, -1, 2**62, int((AT + timedelta(days=3)).timestamp() * 1000)])
def test_an_edit_is_not_made_when_its_sender_pleases(named: int) -> None:
    [edited] = told(edit(timestampMS=named))

    assert isinstance(edited, MessageEdited)
    assert edited.edited_at == AT


def test_an_edit_of_a_picture_changes_its_words() -> None:
    image = E2E.Message(imageMessage=E2E.ImageMessage(**file_fields(caption="The new receipt")))
    message = protocol(E2E.ProtocolMessage.MESSAGE_EDIT, key={"ID": "3EB0B"}, editedMessage=image)

    assert told(message) == [MessageEdited(LID, "3EB0B", "The new receipt", AT)]


def test_new_words_that_are_not_understood_do_not_take_the_place_of_the_old() -> None:
    message = protocol(E2E.ProtocolMessage.MESSAGE_EDIT, key={"ID": "3EB0B"}, editedMessage=E2E.Message(call={}))

    read = received(message)

    assert (read.kind, read.quoted_whatsapp_id) == (MessageKind.UNSUPPORTED, "3EB0B")


@pytest.mark.parametrize(
    ("message", "envelope"), [(wrapped("editedMessage", text("5000")), {}), (text("5000"), {"is_edit": True})]
)
def test_an_edit_under_the_id_of_the_old_message_is_lost_neither_with_nor_without_it(
    message: Any, envelope: dict[str, Any]
) -> None:
    message_again, edited = told(message, **envelope)

    assert isinstance(message_again, MessageReceived)
    assert (message_again.whatsapp_id, message_again.text) == ("3EB0A", "5000")
    assert edited == MessageEdited(LID, "3EB0A", "5000", AT)


@pytest.mark.parametrize("is_from_us", [False, True])
def test_a_message_is_taken_back(*, is_from_us: bool) -> None:
    message = protocol(E2E.ProtocolMessage.REVOKE, key={"ID": "3EB0B", "fromMe": True})

    revoked = told(message, where=from_us() if is_from_us else source())

    assert revoked == [MessageRevoked(LID, "3EB0B", AT, is_from_us=is_from_us)]


def test_a_message_of_a_kind_that_is_not_known_yet_takes_nothing_back() -> None:
    unknown = E2E.ProtocolMessage.FromString(E2E.ProtocolMessage(key={"ID": "3EB0B"}).SerializeToString() + b"\x10\x63")

    assert told(E2E.Message(protocolMessage=unknown)) == []


def test_a_message_is_taken_back_also_by_a_client_that_leaves_out_what_is_usual() -> None:
    assert told(E2E.Message(protocolMessage={"key": {"ID": "3EB0B"}})) == [MessageRevoked(LID, "3EB0B", AT)]


NOISE = {
    "keys": E2E.Message(senderKeyDistributionMessage=E2E.SenderKeyDistributionMessage(groupID="1")),
    "album": E2E.Message(albumMessage=E2E.AlbumMessage(expectedImageCount=2)),
    "pin": E2E.Message(pinInChatMessage=E2E.PinInChatMessage(key={"ID": "3EB0B"})),
    "limit": wrapped("limitSharingMessage", protocol(E2E.ProtocolMessage.LIMIT_SHARING)),
    **{
        described.name: protocol(described.number, key={"ID": "3EB0B"})
        for described in E2E.ProtocolMessage.Type.DESCRIPTOR.values
        if described.name not in {"REVOKE", "MESSAGE_EDIT", "STATUS_MENTION_MESSAGE"}
    },
}


@pytest.mark.parametrize("case", NOISE)
def test_what_programs_tell_each_other_is_nothing_to_a_shop(case: str) -> None:
    assert told(NOISE[case]) == []
    assert told(NOISE[case], where=from_us()) == []


# --- Who is who -------------------------------------------------------------------------------------------------------


def test_who_shares_their_phone_number_is_learned() -> None:
    message = protocol(E2E.ProtocolMessage.SHARE_PHONE_NUMBER)

    assert translate(event(message), now=NOW) == [PAIR]


def migration(*pairs: tuple[int, int, int]) -> Any:
    payload = MIGRATION.LIDMigrationMappingSyncPayload(
        pnToLidMappings=[{"pn": pn, "assignedLid": lid, "latestLid": latest} for pn, lid, latest in pairs]
    )
    return protocol(
        E2E.ProtocolMessage.LID_MIGRATION_MAPPING_SYNC,
        lidMigrationMappingSyncMessage={"encodedMappingPayload": payload.SerializeToString()},
    )


def test_our_own_phone_tells_who_is_who() -> None:
    message = migration((923001234567, 111222333, 0), (923001111111, 5, 6))

    assert translate(event(message, where=from_us(recipient_alt="")), now=NOW) == [
        PAIR,
        IdentityLearned("6@lid", "923001111111@s.whatsapp.net", "+923001111111"),
    ]


def test_a_customer_does_not_tell_who_is_who() -> None:
    assert told(migration((923001234567, 111222333, 0)), where=source(sender_alt="")) == []


def test_a_broken_telling_of_who_is_who_tells_nothing() -> None:
    message = protocol(
        E2E.ProtocolMessage.LID_MIGRATION_MAPPING_SYNC,
        lidMigrationMappingSyncMessage={"encodedMappingPayload": b"\xff\xff\xff"},
    )

    assert told(message, where=from_us()) == []


def test_a_pair_is_news_once() -> None:
    known = KnownPairs()
    events = translate(event(text()), now=NOW)

    assert known.news(events) == events
    assert known.news(events) == events[1:]


# --- Receipts and typing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("DELIVERED", ReceiptKind.DELIVERED),
        ("INACTIVE", ReceiptKind.DELIVERED),
        ("READ", ReceiptKind.READ),
        ("PLAYED", ReceiptKind.READ),
        *[
            (each.name, None)
            for each in N.Receipt.ReceiptType.DESCRIPTOR.values
            if each.name not in {"DELIVERED", "INACTIVE", "READ", "PLAYED"}
        ],
    ],
)
def test_a_receipt_tells_what_the_other_side_has(kind: str, expected: ReceiptKind | None) -> None:
    receipts = [each for each in translate(receipt(kind), now=NOW) if isinstance(each, ReceiptReceived)]

    if expected is None:
        assert receipts == []
    else:
        assert receipts == [ReceiptReceived(LID, ("3EB0B", "3EB0C"), expected, AT.replace(microsecond=0))]


@pytest.mark.parametrize(
    "silent",
    [
        receipt("READ", where=from_us()),
        receipt("READ", where=source(chat="120363001234567890@g.us")),
        receipt("READ", ids=()),
        receipt("READ", ids=("\x00", "")),
        receipt("READ", where=source(chat="", sender="")),
    ],
)
def test_other_receipts_tell_nothing(silent: Any) -> None:
    assert translate(silent, now=NOW) == []


@pytest.mark.parametrize("media", ["TEXT", "AUDIO"])
@pytest.mark.parametrize(("state", "is_typing"), [("COMPOSING", True), ("PAUSED", False)])
def test_typing_is_told_while_it_happens(state: str, media: str, *, is_typing: bool) -> None:
    assert translate(presence(state, media=media), now=NOW) == [TypingChanged(LID, LID, is_typing)]


@pytest.mark.parametrize("where", [from_us(), source(chat="120363001234567890@g.us"), source(chat="", sender="")])
def test_typing_elsewhere_is_nothing_to_a_shop(where: Any) -> None:
    assert translate(presence("COMPOSING", where=where), now=NOW) == []


def test_the_end_of_the_backlog_is_told() -> None:
    assert translate(N.OfflineSyncCompleted(Count=3), now=NOW) == [BacklogCompleted()]


# --- History ----------------------------------------------------------------------------------------------------------


def web_message(words: str, seconds: int, *, is_from_us: bool = False, **more: Any) -> Any:
    return HISTORY.HistorySyncMsg(
        message={
            "key": {"ID": f"H{seconds}", "fromMe": is_from_us, "remoteJID": LID},
            "message": text(words),
            "messageTimestamp": int(AT.timestamp()) + seconds,
            **more,
        }
    )


def history(**fields: Any) -> Any:
    made = N.HistorySync(Data=HISTORY.HistorySync(syncType=HISTORY.HistorySync.RECENT, **fields))
    return over_the_wire(made)


def test_history_comes_oldest_first_after_who_is_who() -> None:
    told_by_phone = history(
        conversations=[
            {
                "ID": LID,
                "pnJID": PHONE_JID,
                "messages": [
                    web_message("Fine.", 2, is_from_us=True),
                    web_message("How are you?", 1, pushName="Ayesha"),
                ],
            },
            {"ID": "120363001234567890@g.us", "messages": [web_message("In a group", 0)]},
        ],
        phoneNumberToLidMappings=[
            {"pnJID": PHONE_JID, "lidJID": LID},
            {"pnJID": "923001111111@s.whatsapp.net", "lidJID": "6@lid"},
        ],
        pushnames=[{"ID": LID, "pushname": "Ayesha K."}],
    )

    pair, other_pair, question, answer = translate(told_by_phone, now=NOW)

    assert pair == PAIR
    assert other_pair == IdentityLearned("6@lid", "923001111111@s.whatsapp.net", "+923001111111")
    assert isinstance(question, MessageReceived)
    assert isinstance(answer, MessageReceived)
    assert (question.text, question.is_from_us, question.profile_name) == ("How are you?", False, "Ayesha")
    assert (answer.text, answer.is_from_us, answer.profile_name) == ("Fine.", True, "")
    for each in (question, answer):
        assert each.is_history
        assert not each.is_backlog
        assert (each.chat, each.sender_lid, each.sender_phone) == (LID, LID, PHONE)
    assert question.sent_at == (AT + timedelta(seconds=1)).replace(microsecond=0)


def test_history_names_people_as_the_phone_does() -> None:
    [message] = translate(
        history(
            conversations=[{"ID": LID, "messages": [web_message("Salaam", 1)]}],
            pushnames=[{"ID": LID, "pushname": "Ayesha K."}],
        ),
        now=NOW,
    )

    assert isinstance(message, MessageReceived)
    assert message.profile_name == "Ayesha K."


def test_notes_of_whatsapps_own_are_no_history() -> None:
    missed_call = {"key": {"ID": "H1"}, "messageTimestamp": 1, "messageStubType": 40}

    assert translate(history(conversations=[{"ID": LID, "messages": [{"message": missed_call}]}]), now=NOW) == []


@pytest.mark.parametrize("chat", ["", "nobody", "@", "a@", "@lid", "status@broadcast"])
def test_history_of_nobody_is_nothing(chat: str) -> None:
    assert translate(history(conversations=[{"ID": chat, "messages": [web_message("x", 1)]}]), now=NOW) == []
