"""What people write, and the files they send."""

from typing import Any

import pytest

from core.whatsapp.gateway import (
    MediaGoneError,
)
from core.whatsapp.neonize_content import FIELDS, Treatment
from core.whatsapp.neonize_fields import media_message, told_size
from models.conversations import MessageKind
from tests.whatsapp.protos import (
    E2E,
    LID,
    OWN_LID,
    VCARD,
    file_fields,
    text,
)
from tests.whatsapp.telling import received, wrapped

# --- What people write ------------------------------------------------------------------------------------------------

QUOTING = E2E.ContextInfo(stanzaID="3EB0B", participant=OWN_LID)

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


def test_also_when_the_library_has_taken_the_wrapper_off() -> None:
    read = received(E2E.Message(imageMessage=E2E.ImageMessage(**file_fields())), is_view_once=True)

    assert read.detail == {"view_once": True}


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


# --- Files ------------------------------------------------------------------------------------------------------------

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
