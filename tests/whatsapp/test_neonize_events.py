"""What WhatsApp tells through neonize, in the port's words."""

from datetime import datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.whatsapp.gateway import (
    BacklogCompleted,
    ChatKind,
    ConnectionChanged,
    IdentityLearned,
    InboundEvent,
    MediaGoneError,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    QrRotated,
    ReceiptKind,
    ReceiptReceived,
    TypingChanged,
)
from core.whatsapp.neonize_connection import REFUSALS, TEMPORARILY, connected, translate_login_status
from core.whatsapp.neonize_content import FIELDS, Treatment
from core.whatsapp.neonize_events import EVENTS, KnownPairs, moment, translate
from core.whatsapp.neonize_fields import media_message, told_size
from models.accounts import AccountStatus
from models.conversations import MessageKind
from tests.whatsapp.protos import (
    AT,
    E2E,
    HISTORY,
    LID,
    MIGRATION,
    NOW,
    OWN_LID,
    PHONE,
    PHONE_JID,
    N,
    event,
    file_fields,
    from_us,
    jid,
    over_the_wire,
    source,
    text,
)

PAIR = IdentityLearned(LID, PHONE_JID, PHONE)


def told(message: Any, **envelope: Any) -> list[InboundEvent]:
    """All but who is who, which nearly every message tells."""
    return [each for each in translate(event(message, **envelope), now=NOW) if not isinstance(each, IdentityLearned)]


def received(message: Any, **envelope: Any) -> MessageReceived:
    [only] = told(message, **envelope)
    assert isinstance(only, MessageReceived)
    return only


def wrapped(name: str, message: Any) -> Any:
    wrapper = E2E.Message()
    getattr(wrapper, name).message.CopyFrom(message)
    return wrapper


# --- The envelope ----------------------------------------------------------------------------------------------------


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


# --- What people write -----------------------------------------------------------------------------------------------

QUOTING = E2E.ContextInfo(stanzaID="3EB0B", participant=OWN_LID)
VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ali\r\nitem1.TEL;type=CELL;waid=923007654321:+92 300 7654321\r\n"
    "TEL:042 111 222\r\nEND:VCARD"
)

WRITTEN: dict[str, tuple[Any, dict[str, Any]]] = {
    "text": (text("Salaam"), {"kind": MessageKind.TEXT, "text": "Salaam"}),
    "text_with_preview": (
        E2E.Message(extendedTextMessage=E2E.ExtendedTextMessage(text="https://a.b", title="A page")),
        {"kind": MessageKind.TEXT, "text": "https://a.b"},
    ),
    "answer_to_a_message": (
        E2E.Message(extendedTextMessage=E2E.ExtendedTextMessage(text="This one", contextInfo=QUOTING)),
        {"kind": MessageKind.TEXT, "text": "This one", "quoted_whatsapp_id": "3EB0B"},
    ),
    "text_from_an_advertisement": (
        E2E.Message(
            extendedTextMessage=E2E.ExtendedTextMessage(
                text="Hello",
                contextInfo=E2E.ContextInfo(
                    externalAdReply=E2E.ContextInfo.ExternalAdReplyInfo(
                        title="Spring cleaning", sourceURL="https://fb.me/1", body=""
                    )
                ),
            )
        ),
        {
            "kind": MessageKind.TEXT,
            "text": "Hello",
            "detail": {"ad": {"title": "Spring cleaning", "url": "https://fb.me/1"}},
        },
    ),
    "place": (
        E2E.Message(
            locationMessage=E2E.LocationMessage(
                degreesLatitude=31.5, degreesLongitude=74.25, name="The shop", address="Mall Road"
            )
        ),
        {
            "kind": MessageKind.LOCATION,
            "text": "The shop\nMall Road",
            "detail": {"name": "The shop", "address": "Mall Road", "latitude": 31.5, "longitude": 74.25},
        },
    ),
    "place_that_is_nowhere": (
        E2E.Message(locationMessage=E2E.LocationMessage(degreesLatitude=float("nan"), degreesLongitude=9e99)),
        {"kind": MessageKind.LOCATION, "text": "", "detail": {}},
    ),
    "live_place": (
        E2E.Message(
            liveLocationMessage=E2E.LiveLocationMessage(degreesLatitude=1, degreesLongitude=-2, caption="On my way")
        ),
        {
            "kind": MessageKind.LOCATION,
            "text": "On my way",
            "detail": {"live": True, "latitude": 1.0, "longitude": -2.0},
        },
    ),
    "contact": (
        E2E.Message(contactMessage=E2E.ContactMessage(displayName="Ali", vcard=VCARD)),
        {
            "kind": MessageKind.CONTACT,
            "text": "Ali",
            "detail": {"contacts": [{"name": "Ali", "phones": ["+923007654321", "042 111 222"]}]},
        },
    ),
    "contacts": (
        E2E.Message(
            contactsArrayMessage=E2E.ContactsArrayMessage(
                displayName="2 contacts",
                contacts=[
                    E2E.ContactMessage(displayName="Ali", vcard=VCARD),
                    E2E.ContactMessage(displayName="Sara", vcard="no card at all"),
                ],
            )
        ),
        {
            "kind": MessageKind.CONTACT,
            "text": "Ali\nSara",
            "detail": {
                "contacts": [
                    {"name": "Ali", "phones": ["+923007654321", "042 111 222"]},
                    {"name": "Sara", "phones": []},
                ]
            },
        },
    ),
    "reaction": (
        E2E.Message(reactionMessage=E2E.ReactionMessage(key={"ID": "3EB0C"}, text="👍")),
        {"kind": MessageKind.REACTION, "text": "👍", "quoted_whatsapp_id": "3EB0C", "detail": {"emoji": "👍"}},
    ),
    "reaction_taken_back": (
        E2E.Message(reactionMessage=E2E.ReactionMessage(key={"ID": "3EB0C"}, text="")),
        {
            "kind": MessageKind.REACTION,
            "text": "",
            "quoted_whatsapp_id": "3EB0C",
            "detail": {"emoji": "", "removed": True},
        },
    ),
    "button_pressed": (
        E2E.Message(
            buttonsResponseMessage=E2E.ButtonsResponseMessage(
                selectedButtonID="b2", selectedDisplayText="Book it", contextInfo=QUOTING
            )
        ),
        {
            "kind": MessageKind.TEXT,
            "text": "Book it",
            "quoted_whatsapp_id": "3EB0B",
            "detail": {"choice": "b2"},
        },
    ),
    "button_without_a_label": (
        E2E.Message(templateButtonReplyMessage=E2E.TemplateButtonReplyMessage(selectedID="yes")),
        {"kind": MessageKind.TEXT, "text": "yes", "detail": {"choice": "yes"}},
    ),
    "chosen_from_a_list": (
        E2E.Message(
            listResponseMessage=E2E.ListResponseMessage(title="Deep clean", singleSelectReply={"selectedRowID": "r1"})
        ),
        {"kind": MessageKind.TEXT, "text": "Deep clean", "detail": {"choice": "r1"}},
    ),
    "answer_of_a_form": (
        E2E.Message(
            interactiveResponseMessage=E2E.InteractiveResponseMessage(
                nativeFlowResponseMessage={"name": "menu", "paramsJSON": '{"id": "p1", "title": "Sofa", "n": 3}'}
            )
        ),
        {"kind": MessageKind.TEXT, "text": "Sofa", "detail": {"choice": "p1"}},
    ),
    "answer_of_a_form_that_is_no_json": (
        E2E.Message(
            interactiveResponseMessage=E2E.InteractiveResponseMessage(
                body={"text": "Sofa"}, nativeFlowResponseMessage={"paramsJSON": "{" * 9000}
            )
        ),
        {"kind": MessageKind.TEXT, "text": "Sofa"},
    ),
    "poll": (
        E2E.Message(
            pollCreationMessageV3=E2E.PollCreationMessage(
                name="When?", options=[{"optionName": "Monday"}, {"optionName": "Tuesday"}]
            )
        ),
        {"kind": MessageKind.TEXT, "text": "When?\n- Monday\n- Tuesday", "detail": {"poll": ["Monday", "Tuesday"]}},
    ),
    "vote": (
        E2E.Message(pollUpdateMessage=E2E.PollUpdateMessage(pollCreationMessageKey={"ID": "3EB0D"})),
        {
            "kind": MessageKind.UNSUPPORTED,
            "text": "",
            "quoted_whatsapp_id": "3EB0D",
            "detail": {"type": "pollUpdateMessage"},
        },
    ),
    "buttons_offered": (
        E2E.Message(
            buttonsMessage=E2E.ButtonsMessage(
                contentText="Shall we?", footerText="Noor", buttons=[{"buttonText": {"displayText": "Yes"}}]
            )
        ),
        {"kind": MessageKind.TEXT, "text": "Shall we?\nNoor\n- Yes"},
    ),
    "list_offered": (
        E2E.Message(
            listMessage=E2E.ListMessage(
                title="Menu", description="Pick one", sections=[{"rows": [{"title": "Tea"}, {"title": "Coffee"}]}]
            )
        ),
        {"kind": MessageKind.TEXT, "text": "Menu\nPick one\n- Tea\n- Coffee"},
    ),
    "interactive_offered": (
        E2E.Message(interactiveMessage=E2E.InteractiveMessage(header={"title": "Sale"}, body={"text": "Half price"})),
        {"kind": MessageKind.TEXT, "text": "Sale\nHalf price"},
    ),
    "template": (
        E2E.Message(
            templateMessage=E2E.TemplateMessage(
                hydratedTemplate={"hydratedTitleText": "Your parcel", "hydratedContentText": "It is on its way."}
            )
        ),
        {"kind": MessageKind.TEXT, "text": "Your parcel\nIt is on its way."},
    ),
    "old_template": (
        E2E.Message(highlyStructuredMessage=E2E.HighlyStructuredMessage(elementName="x", params=["Ali", "4000"])),
        {"kind": MessageKind.TEXT, "text": "Ali\n4000"},
    ),
    "product": (
        E2E.Message(
            productMessage=E2E.ProductMessage(product={"title": "Sofa wash", "description": "7 seats"}, body="This?")
        ),
        {"kind": MessageKind.TEXT, "text": "Sofa wash\n7 seats\nThis?"},
    ),
    "basket": (
        E2E.Message(
            orderMessage=E2E.OrderMessage(
                orderID="77", itemCount=2, message="Please", totalAmount1000=4_000_000, totalCurrencyCode="PKR"
            )
        ),
        {
            "kind": MessageKind.TEXT,
            "text": "Please",
            "detail": {"basket": {"id": "77", "items": 2, "amount_1000": 4_000_000, "currency": "PKR"}},
        },
    ),
    "event": (
        E2E.Message(eventMessage=E2E.EventMessage(name="Opening", description="Tea", location={"name": "The shop"})),
        {"kind": MessageKind.TEXT, "text": "Opening\nTea\nThe shop"},
    ),
    "invitation_to_a_group": (
        E2E.Message(groupInviteMessage=E2E.GroupInviteMessage(groupName="Deals", caption="Join us")),
        {"kind": MessageKind.UNSUPPORTED, "text": "Deals\nJoin us", "detail": {"type": "groupInviteMessage"}},
    ),
    "encrypted_once_more": (
        E2E.Message(secretEncryptedMessage=E2E.SecretEncryptedMessage(targetMessageKey={"ID": "3EB0E"})),
        {
            "kind": MessageKind.UNSUPPORTED,
            "quoted_whatsapp_id": "3EB0E",
            "detail": {"type": "secretEncryptedMessage"},
        },
    ),
    "nothing_at_all": (E2E.Message(), {"kind": MessageKind.UNSUPPORTED, "detail": {"type": "unknown"}}),
    "from_the_future": (
        E2E.Message.FromString(b"\xda\xbc\x07\x03abc"),
        {"kind": MessageKind.UNSUPPORTED, "detail": {"type": "unknown"}},
    ),
    "mentioned_in_a_status": (
        E2E.Message(
            statusMentionMessage={"message": {"protocolMessage": {"type": E2E.ProtocolMessage.STATUS_MENTION_MESSAGE}}}
        ),
        {"kind": MessageKind.UNSUPPORTED, "detail": {"type": "statusMentionMessage"}},
    ),
    "keys_with_a_text": (
        E2E.Message(conversation="Salaam", senderKeyDistributionMessage=E2E.SenderKeyDistributionMessage(groupID="1")),
        {"kind": MessageKind.TEXT, "text": "Salaam"},
    ),
}


@pytest.mark.parametrize("case", WRITTEN)
def test_what_is_written_is_read(case: str) -> None:
    message, expected = WRITTEN[case]

    read = received(message)

    wanted: dict[str, Any] = {"text": "", "quoted_whatsapp_id": None, "detail": {}, "media": None, **expected}
    assert {name: getattr(read, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "wrapper",
    sorted(
        name for name, treatment in FIELDS.items() if treatment is Treatment.WRAPPER and not name.startswith("viewOnce")
    ),
)
def test_a_wrapper_is_opened(wrapper: str) -> None:
    read = received(wrapped(wrapper, wrapped("ephemeralMessage", text("Salaam"))))

    assert (read.kind, read.text, read.detail) == (MessageKind.TEXT, "Salaam", {})


@pytest.mark.parametrize("wrapper", ["viewOnceMessage", "viewOnceMessageV2", "viewOnceMessageV2Extension"])
def test_what_may_be_seen_once_is_told_to_be_so(wrapper: str) -> None:
    read = received(wrapped(wrapper, E2E.Message(imageMessage=E2E.ImageMessage(**file_fields()))))

    assert read.kind is MessageKind.IMAGE
    assert read.detail == {"view_once": True}
    assert read.media is not None


def test_wrappers_without_end_are_not_opened_to_the_end() -> None:
    message = text()
    for _ in range(30):
        message = wrapped("ephemeralMessage", message)

    assert received(message).detail == {"type": "wrappers"}


def test_a_message_does_not_say_whose_it_is() -> None:
    forged = wrapped("deviceSentMessage", text("I am the shop"))
    forged.deviceSentMessage.destinationJID = "1@lid"

    read = received(forged)

    assert not read.is_from_us
    assert (read.chat, read.text) == (LID, "I am the shop")


# --- Files -----------------------------------------------------------------------------------------------------------

FILES: dict[str, tuple[Any, MessageKind, str, str, dict[str, object]]] = {
    "picture": (
        E2E.Message(imageMessage=E2E.ImageMessage(**file_fields(caption="My receipt", contextInfo=QUOTING))),
        MessageKind.IMAGE,
        "imageMessage",
        "My receipt",
        {},
    ),
    "document": (
        E2E.Message(
            documentMessage=E2E.DocumentMessage(**file_fields(fileName="a.pdf", title="b", mimetype="application/pdf"))
        ),
        MessageKind.DOCUMENT,
        "documentMessage",
        "",
        {},
    ),
    "document_with_words": (
        wrapped(
            "documentWithCaptionMessage",
            E2E.Message(documentMessage=E2E.DocumentMessage(**file_fields(fileName="a.pdf", caption="Paid"))),
        ),
        MessageKind.DOCUMENT,
        "documentMessage",
        "Paid",
        {},
    ),
    "voice_note": (
        E2E.Message(
            audioMessage=E2E.AudioMessage(**file_fields(PTT=True, seconds=9, mimetype="audio/ogg; codecs=opus"))
        ),
        MessageKind.AUDIO,
        "audioMessage",
        "",
        {"voice_note": True, "seconds": 9},
    ),
    "sound": (
        E2E.Message(audioMessage=E2E.AudioMessage(**file_fields(seconds=9))),
        MessageKind.AUDIO,
        "audioMessage",
        "",
        {"seconds": 9},
    ),
    "video": (
        E2E.Message(videoMessage=E2E.VideoMessage(**file_fields(caption="Look", seconds=3))),
        MessageKind.VIDEO,
        "videoMessage",
        "Look",
        {"seconds": 3},
    ),
    "moving_picture": (
        E2E.Message(videoMessage=E2E.VideoMessage(**file_fields(gifPlayback=True))),
        MessageKind.VIDEO,
        "videoMessage",
        "",
        {"gif": True},
    ),
    "round_video": (
        E2E.Message(ptvMessage=E2E.VideoMessage(**file_fields())),
        MessageKind.VIDEO,
        "videoMessage",
        "",
        {"video_note": True},
    ),
    "sticker": (
        E2E.Message(stickerMessage=E2E.StickerMessage(**file_fields(isAnimated=True, mimetype="image/webp"))),
        MessageKind.STICKER,
        "stickerMessage",
        "",
        {"animated": True},
    ),
    "moving_sticker": (
        wrapped("lottieStickerMessage", E2E.Message(stickerMessage=E2E.StickerMessage(**file_fields()))),
        MessageKind.STICKER,
        "stickerMessage",
        "",
        {},
    ),
    "picture_of_an_album": (
        wrapped("associatedChildMessage", E2E.Message(imageMessage=E2E.ImageMessage(**file_fields()))),
        MessageKind.IMAGE,
        "imageMessage",
        "",
        {},
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_can_be_fetched_by_its_reference(case: str) -> None:
    message, kind, field, words, detail = FILES[case]

    read = received(message)

    assert (read.kind, read.text, read.detail) == (kind, words, detail)
    assert read.media is not None
    assert (read.media.size, told_size(read.media.reference)) == (1234, 1234)
    kept = getattr(media_message(read.media.reference), field)
    assert kept.directPath == "/v/t62.7118-24/1_n.enc?ccb=11-4&oh=01_Q5&oe=6A"
    assert (kept.mediaKey, kept.fileEncSHA256, kept.fileSHA256) == (b"k" * 32, b"e" * 32, b"s" * 32)


def test_a_file_is_named_and_typed_as_its_sender_says() -> None:
    media = received(FILES["document"][0]).media

    assert media is not None
    assert (media.file_name, media.content_type) == ("a.pdf", "application/pdf")


def test_a_picture_may_answer_a_message() -> None:
    assert received(FILES["picture"][0]).quoted_whatsapp_id == "3EB0B"


def test_the_address_that_a_sender_chose_is_never_fetched() -> None:
    image = E2E.ImageMessage(**file_fields(URL="http://169.254.169.254/latest/meta-data"))

    media = received(E2E.Message(imageMessage=image)).media

    assert media is not None
    assert b"169.254" not in media.reference
    assert not media_message(media.reference).imageMessage.HasField("URL")


@pytest.mark.parametrize(
    "fields",
    [
        {"directPath": "", "URL": "https://mmg.whatsapp.net/v/1.enc?oh=a"},
        {"directPath": "", "URL": "https://media-lhr8-1.cdn.whatsapp.net/v/1.enc?oh=a"},
    ],
)
def test_an_address_of_whatsapps_own_stands_in_for_a_path(fields: dict[str, str]) -> None:
    media = received(E2E.Message(imageMessage=E2E.ImageMessage(**file_fields(**fields)))).media

    assert media is not None
    assert media_message(media.reference).imageMessage.directPath == "/v/1.enc?oh=a"


@pytest.mark.parametrize(
    "fields",
    [
        {"directPath": "@evil.example/x"},
        {"directPath": "//evil.example/x"},
        {"directPath": "/a\\b"},
        {"directPath": "/a b"},
        {"directPath": "/a\r\nHost: x"},
        {"directPath": "/a#b"},
        {"directPath": "/" + "a" * 3000},
        {"directPath": "", "URL": "https://whatsapp.net.evil.example/x"},
        {"directPath": "", "URL": "http://mmg.whatsapp.net/x"},
        {"directPath": "", "URL": "https://[bad"},
        {"directPath": "", "URL": ""},
        {"mediaKey": b""},
        {"fileEncSHA256": b""},
    ],
)
def test_a_file_that_cannot_be_had_is_gone_but_the_message_stays(fields: dict[str, Any]) -> None:
    read = received(E2E.Message(imageMessage=E2E.ImageMessage(**file_fields(caption="My receipt", **fields))))

    assert (read.kind, read.text, read.media, read.detail) == (
        MessageKind.IMAGE,
        "My receipt",
        None,
        {"media": "GONE"},
    )


@pytest.mark.parametrize(
    "reference",
    [
        b"",
        b"\xff\xff",
        b"no protobuf",
        text().SerializeToString(),
        E2E.Message(imageMessage=E2E.ImageMessage(**file_fields())).SerializeToString(),
        E2E.Message(imageMessage=E2E.ImageMessage(directPath="/x")).SerializeToString(),
    ],
)
def test_a_reference_that_is_none_means_that_the_file_is_gone(reference: bytes) -> None:
    with pytest.raises(MediaGoneError):
        media_message(reference)


# --- Second thoughts -------------------------------------------------------------------------------------------------


def protocol(kind: int, **fields: Any) -> Any:
    return E2E.Message(protocolMessage=E2E.ProtocolMessage(type=kind, **fields))


def edit(words: str = "5000", **fields: Any) -> Any:
    return protocol(
        E2E.ProtocolMessage.MESSAGE_EDIT, key={"ID": "3EB0B", "fromMe": True}, editedMessage=text(words), **fields
    )


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


# --- Who is who ------------------------------------------------------------------------------------------------------


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


# --- Receipts and typing ---------------------------------------------------------------------------------------------


def receipt(kind: str, *, where: Any = None, ids: tuple[str, ...] = ("3EB0B", "3EB0C")) -> Any:
    made = N.Receipt(MessageIDs=ids, Timestamp=int(AT.timestamp()), Type=N.Receipt.ReceiptType.Value(kind))
    made.MessageSource.CopyFrom(where if where is not None else source())
    return over_the_wire(made)


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


def presence(state: str, *, where: Any = None, media: str = "TEXT") -> Any:
    made = N.ChatPresence(
        State=N.ChatPresence.ChatPresence.Value(state), Media=N.ChatPresence.ChatPresenceMedia.Value(media)
    )
    made.MessageSource.CopyFrom(where if where is not None else source())
    return over_the_wire(made)


@pytest.mark.parametrize("media", ["TEXT", "AUDIO"])
@pytest.mark.parametrize(("state", "is_typing"), [("COMPOSING", True), ("PAUSED", False)])
def test_typing_is_told_while_it_happens(state: str, media: str, *, is_typing: bool) -> None:
    assert translate(presence(state, media=media), now=NOW) == [TypingChanged(LID, LID, is_typing)]


@pytest.mark.parametrize("where", [from_us(), source(chat="120363001234567890@g.us"), source(chat="", sender="")])
def test_typing_elsewhere_is_nothing_to_a_shop(where: Any) -> None:
    assert translate(presence("COMPOSING", where=where), now=NOW) == []


def test_the_end_of_the_backlog_is_told() -> None:
    assert translate(N.OfflineSyncCompleted(Count=3), now=NOW) == [BacklogCompleted()]


# --- History ---------------------------------------------------------------------------------------------------------


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


# --- All of it, and the worst ----------------------------------------------------------------------------------------


def test_every_field_of_a_message_is_named() -> None:
    """A newer neonize brings new kinds of messages: say in FIELDS what becomes of each."""
    assert set(FIELDS) == {described.name for described in E2E.Message.DESCRIPTOR.fields}


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_field_is_read_also_when_it_is_empty(name: str) -> None:
    message = E2E.Message()
    if name == "conversation":
        message.conversation = ""
    else:
        getattr(message, name).SetInParent()

    events = told(message)

    if FIELDS[name] in {Treatment.NOISE, Treatment.PROTOCOL}:
        assert events == []
    else:
        assert [type(each) for each in events] == [MessageReceived]


@pytest.mark.parametrize(
    "name", sorted(name for name, how in FIELDS.items() if how in {Treatment.WRAPPER, Treatment.EDIT})
)
def test_every_wrapper_holds_a_message(name: str) -> None:
    assert (
        E2E.Message.DESCRIPTOR.fields_by_name[name].message_type.fields_by_name["message"].message_type.name
        == "Message"
    )


def test_every_event_of_the_port_comes_from_somewhere() -> None:
    """The codes to scan come over neonize's callback, as texts: they have no protobuf."""
    found = {
        type(each)
        for made in (
            event(text()),
            event(edit()),
            event(NOISE_FREE_REVOKE),
            receipt("READ"),
            presence("COMPOSING"),
            N.OfflineSyncCompleted(Count=0),
            N.StreamReplaced(),
        )
        for each in translate(made, now=NOW)
    }

    assert found | {QrRotated} == set(get_args(InboundEvent))


NOISE_FREE_REVOKE = protocol(E2E.ProtocolMessage.REVOKE, key={"ID": "3EB0B"})


def test_every_event_that_is_asked_for_exists() -> None:
    from neonize.aioze import events

    assert [name for name in EVENTS if not hasattr(events, name)] == []


def test_an_event_that_nobody_asked_for_is_nothing() -> None:
    assert translate(N.KeepAliveRestored(), now=NOW) == []
    assert translate(N.Presence(From=jid(LID), Unavailable=True, LastSeen=1), now=NOW) == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "\x00",
        "a\x00b",
        "x" * 200_000,
        "\u202eevil",
        "﷽" * 5000,
        "👨‍👩‍👧‍👦" * 500,
        "{{7*7}}",
        "'; drop table--",
    ],
)
def test_words_come_as_they_were_written(words: str) -> None:
    assert received(text(words)).text == words


def test_what_is_no_utf_8_is_shown_as_far_as_it_can_be_read() -> None:
    assert received(E2E.Message.FromString(b"\x0a\x04a\xff\xfeb")).text == "a\ufffd\ufffdb"
    made = event(text())
    broken = made.SerializeToString().replace(b"Ayesha", b"Ay\xff\xfeha")
    message = translate(N.Message.FromString(broken), now=NOW)[-1]
    assert isinstance(message, MessageReceived)
    assert message.profile_name == "Ay\ufffd\ufffdha"


def filled(descriptor: Any, *, depth: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Any of the fields of a protobuf with any values, by name."""
    return st.dictionaries(
        st.sampled_from([described.name for described in descriptor.fields]), st.none(), max_size=4
    ).flatmap(
        lambda names: st.fixed_dictionaries({name: _value(descriptor.fields_by_name[name], depth) for name in names})
    )


def _value(described: Any, depth: int) -> st.SearchStrategy[Any]:
    one = _single(described, depth)
    return st.lists(one, max_size=3) if described.is_repeated else one


_WORDS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.sampled_from(
        [LID, PHONE_JID, "\x00", "3EB0B", "/v/1.enc?a=b", "https://mmg.whatsapp.net/v", VCARD, '{"id": 1}']
    ),
)


def _single(described: Any, depth: int) -> st.SearchStrategy[Any]:
    if described.message_type is not None:
        if depth == 0:
            return st.just({})
        return st.deferred(lambda: filled(described.message_type, depth=depth - 1))
    if described.enum_type is not None:
        return st.sampled_from([value.number for value in described.enum_type.values])
    return {
        described.TYPE_STRING: _WORDS,
        described.TYPE_BYTES: st.binary(max_size=40),
        described.TYPE_BOOL: st.booleans(),
        described.TYPE_DOUBLE: st.floats(),
        described.TYPE_FLOAT: st.floats(width=32),
        described.TYPE_UINT32: st.integers(0, 2**32 - 1),
        described.TYPE_FIXED32: st.integers(0, 2**32 - 1),
        described.TYPE_UINT64: st.integers(0, 2**64 - 1),
        described.TYPE_INT32: st.integers(-(2**31), 2**31 - 1),
        described.TYPE_SFIXED32: st.integers(-(2**31), 2**31 - 1),
        described.TYPE_SFIXED64: st.integers(-(2**63), 2**63 - 1),
    }.get(described.type, st.integers(-(2**63), 2**63 - 1))


def _is_only_noise(message: Any) -> bool:
    """Nothing of it, wrappers opened, is anything that a person wrote."""
    names = [described.name for described, _ in message.ListFields()]
    for name in names:
        treatment = FIELDS[name]
        if treatment is Treatment.NOISE:
            continue
        if treatment in {Treatment.WRAPPER, Treatment.EDIT} and getattr(message, name).HasField("message"):
            return _is_only_noise(getattr(message, name).message)
        return treatment is Treatment.PROTOCOL
    return bool(names)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(fields=filled(E2E.Message.DESCRIPTOR), is_from_us=st.booleans(), at_ms=st.integers(-(2**63), 2**63 - 1))
def test_no_message_hurts_and_none_is_lost(fields: dict[str, Any], at_ms: int, *, is_from_us: bool) -> None:
    message = over_the_wire(E2E.Message(**fields))

    events = told(message, where=from_us() if is_from_us else source(), at_ms=at_ms)

    assert events or _is_only_noise(message)
    for each in events:
        if isinstance(each, MessageReceived):
            assert each.sent_at <= NOW
            assert each.is_from_us is is_from_us
            assert each.detail.get("type") != "unreadable"
            if each.media is not None:
                assert media_message(each.media.reference)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(fields=filled(HISTORY.HistorySync.DESCRIPTOR, depth=5))
def test_no_history_hurts(fields: dict[str, Any]) -> None:
    fields["syncType"] = 0
    data = HISTORY.HistorySync(**fields)
    made = N.HistorySync(Data=data)

    for each in translate(
        N.HistorySync.FromString(made.SerializePartialToString()) if made.IsInitialized() else made, now=NOW
    ):
        assert isinstance(each, MessageReceived | MessageEdited | MessageRevoked | IdentityLearned)


def test_a_message_that_cannot_be_read_is_kept_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(part: Any) -> Any:
        raise ValueError(part)

    monkeypatch.setitem(FIELDS, "call", stumble)

    read = received(E2E.Message(call={}))

    assert (read.kind, read.whatsapp_id, read.detail) == (MessageKind.UNSUPPORTED, "3EB0A", {"type": "unreadable"})


# --- The line --------------------------------------------------------------------------------------------------------


def refusal(name: str, kind: str) -> Any:
    reason = N.ConnectFailureReason.Value(kind)
    if name == "LoggedOut":
        return N.LoggedOut(OnConnect=True, Reason=reason)
    return N.ConnectFailure(Reason=reason, Message="", Raw=N.Node(Tag="failure"))


def changed(status: str, reason: str, *, must_link_again: bool = False) -> ConnectionChanged:
    return ConnectionChanged(AccountStatus(status), reason, must_link_again=must_link_again)


def banned_for(time: timedelta) -> ConnectionChanged:
    return ConnectionChanged(AccountStatus.BANNED, "temporary_ban", banned_until=NOW + time)


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        (N.Disconnected(status=True), changed("CONNECTING", "connection_lost")),
        (N.StreamError(Code="516", Raw=N.Node(Tag="x")), changed("CONNECTING", "connection_lost")),
        (N.StreamReplaced(), changed("DISCONNECTED", "replaced")),
        (N.ClientOutdated(), changed("DISCONNECTED", "client_outdated")),
        (N.LoggedOut(OnConnect=False, Reason=1), changed("DISCONNECTED", "logged_out", must_link_again=True)),
        (refusal("LoggedOut", "LOGGED_OUT"), changed("DISCONNECTED", "logged_out", must_link_again=True)),
        (refusal("LoggedOut", "MAIN_DEVICE_GONE"), changed("BANNED", "main_device_gone", must_link_again=True)),
        (refusal("LoggedOut", "UNKNOWN_LOGOUT"), changed("BANNED", "banned", must_link_again=True)),
        (refusal("LoggedOut", "GENERIC"), changed("DISCONNECTED", "logged_out", must_link_again=True)),
        (refusal("ConnectFailure", "GENERIC"), changed("CONNECTING", "line_failed")),
        (refusal("ConnectFailure", "EXPERIMENTAL"), changed("CONNECTING", "line_failed")),
        (refusal("ConnectFailure", "INTERNAL_SERVER_ERROR"), changed("CONNECTING", "connection_lost")),
        (refusal("ConnectFailure", "SERVICE_UNAVAILABLE"), changed("CONNECTING", "connection_lost")),
        (refusal("ConnectFailure", "BAD_USER_AGENT"), changed("DISCONNECTED", "client_outdated")),
        (refusal("ConnectFailure", "CLIENT_OUTDATED"), changed("DISCONNECTED", "client_outdated")),
        (refusal("ConnectFailure", "TEMP_BANNED"), banned_for(timedelta(days=1))),
        (N.TemporaryBan(Code=1, Expire=3600), banned_for(timedelta(hours=1))),
        (N.TemporaryBan(Code=5, Expire=0), banned_for(timedelta(days=1))),
        (N.TemporaryBan(Code=2, Expire=-5), banned_for(timedelta(days=1))),
        (N.TemporaryBan(Code=3, Expire=2**63 - 1), banned_for(timedelta(days=366))),
        (
            N.PairStatus(ID=jid(PHONE_JID), BusinessName="", Platform="", Status=1, Error="no"),
            changed("DISCONNECTED", "line_failed", must_link_again=True),
        ),
    ],
)
def test_what_whatsapp_does_to_the_line_is_told(happened: Any, expected: ConnectionChanged) -> None:
    assert translate(happened, now=NOW) == [expected]


def test_every_refusal_that_neonize_knows_is_named() -> None:
    assert {*REFUSALS, TEMPORARILY} == {each.name for each in N.ConnectFailureReason.DESCRIPTOR.values}


def test_being_paired_is_not_yet_being_connected() -> None:
    paired = N.PairStatus(ID=jid(PHONE_JID), BusinessName="", Platform="smba", Status=2)

    assert translate(paired, now=NOW) == []


def test_a_connected_line_names_its_number() -> None:
    me = N.Device(
        JID=jid("923001234567:12@s.whatsapp.net"),
        LID=jid(LID),
        Platform="",
        BussinessName="",
        PushName="",
        Initialized=True,
    )

    by_device, by_jid = connected(me), connected(me.JID)

    assert by_device == by_jid
    assert by_device == ConnectionChanged(
        AccountStatus.CONNECTED, jid="923001234567:12@s.whatsapp.net", phone="+923001234567"
    )


def test_a_connected_line_may_not_know_its_number() -> None:
    assert connected(jid()) == ConnectionChanged(AccountStatus.CONNECTED)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (b"timeout", changed("DISCONNECTED", "qr_timeout", must_link_again=True)),
        ("timeout", changed("DISCONNECTED", "qr_timeout", must_link_again=True)),
        (b"passkey-request", changed("DISCONNECTED", "passkey_needed", must_link_again=True)),
        (b"success", None),
        (b"err-scanned-without-multidevice", None),
        (b"\xff", None),
        (b"", None),
    ],
)
def test_how_a_login_ends_is_told(word: bytes | str, expected: ConnectionChanged | None) -> None:
    assert translate_login_status(word) == expected
