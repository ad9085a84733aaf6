"""What is sent over neonize, and what its errors mean."""

from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.whatsapp import neonize_errors as errors
from core.whatsapp.gateway import (
    AmbiguousSendError,
    GatewayError,
    MediaGoneError,
    NotConnectedError,
    OutgoingMedia,
    OutgoingMessage,
    PairingRefusedError,
    ReachOutRestrictedError,
    SendRejectedError,
)
from core.whatsapp.neonize_content import read_message
from core.whatsapp.neonize_errors import download_error, pairing_error, send_error
from core.whatsapp.neonize_fields import Content
from core.whatsapp.neonize_jids import Jid, jid_of, parse_jid, person
from core.whatsapp.neonize_messages import LONGEST_TEXT, address, plan
from models.conversations import MessageKind
from tests.whatsapp.protos import E2E, LID, OWN_PHONE_JID, PHONE_JID, N, jid, over_the_wire

UPLOAD = N.UploadResponse(
    url="https://mmg.whatsapp.net/v/1.enc?oh=a",
    DirectPath="/v/1.enc?oh=a",
    Handle="",
    MediaKey=b"k" * 32,
    FileEncSHA256=b"e" * 32,
    FileSHA256=b"s" * 32,
    FileLength=3,
)


def message(text: str = "", content_type: str | None = None, data: bytes = b"abc", **more: Any) -> OutgoingMessage:
    media = OutgoingMedia(data, content_type, more.pop("file_name", "a.pdf")) if content_type is not None else None
    return OutgoingMessage(LID, text, media=media, **more)


def picture(size: tuple[int, int] = (400, 200), kind: str = "PNG") -> bytes:
    made = BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", size, "red").save(made, format=kind)
    return made.getvalue()


# --- Texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Salaam", "Call @923001234567 or @120363001234567890@g.us", "https://a.b", "é" * 70])
def test_a_text_is_sent_as_it_is_without_looking_for_mentions(text: str) -> None:
    planned = plan(message(text))

    assert planned.upload_as is None
    assert planned.build() == E2E.Message(conversation=text)


def test_an_answer_carries_the_words_it_answers() -> None:
    planned = plan(message("4000", quoted_whatsapp_id="3EB0B", quoted_text="How much?"))

    assert planned.build() == E2E.Message(
        extendedTextMessage={
            "text": "4000",
            "contextInfo": {
                "stanzaID": "3EB0B",
                "participant": LID,
                "quotedMessage": {"conversation": "How much?"},
            },
        }
    )


def test_an_answer_to_what_we_wrote_names_us() -> None:
    own = parse_jid(OWN_PHONE_JID)

    built = plan(message("As I said", quoted_whatsapp_id="3EB0B", quoted_is_ours=True), own=own).build()

    assert built.extendedTextMessage.contextInfo.participant == OWN_PHONE_JID


def test_what_no_protobuf_can_hold_is_left_out() -> None:
    assert plan(message("a\x00b\ud83d")).build() == E2E.Message(conversation="ab")


@pytest.mark.parametrize(
    ("refused", "reason"),
    [
        (message(""), "empty"),
        (message("\x00"), "empty"),
        (message("x" * (LONGEST_TEXT + 1)), "too_long"),
        (message("", "image/png", b""), "empty"),
        (OutgoingMessage("nobody", "x"), "bad_address"),
        (OutgoingMessage("", "x"), "bad_address"),
    ],
)
def test_what_cannot_be_sent_is_refused_at_once(refused: OutgoingMessage, reason: str) -> None:
    with pytest.raises(SendRejectedError) as raised:
        plan(refused)

    assert raised.value.reason == reason


def test_the_longest_text_is_sent() -> None:
    assert len(plan(message("x" * LONGEST_TEXT)).build().conversation) == LONGEST_TEXT


# --- Files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content_type", "text", "upload_as", "kind"),
    [
        ("image/jpeg", "Look", "MediaImage", MessageKind.IMAGE),
        ("image/png", "", "MediaImage", MessageKind.IMAGE),
        ("image/webp", "", "MediaDocument", MessageKind.DOCUMENT),
        ("image/svg+xml", "", "MediaDocument", MessageKind.DOCUMENT),
        ("video/mp4", "Look", "MediaVideo", MessageKind.VIDEO),
        ("audio/ogg; codecs=opus", "", "MediaAudio", MessageKind.AUDIO),
        ("AUDIO/MPEG", "", "MediaAudio", MessageKind.AUDIO),
        ("audio/mpeg", "Listen", "MediaDocument", MessageKind.DOCUMENT),
        ("application/pdf", "Your bill", "MediaDocument", MessageKind.DOCUMENT),
        ("", "", "MediaDocument", MessageKind.DOCUMENT),
    ],
)
def test_a_file_is_sent_as_what_phones_show_and_its_words_with_it(
    content_type: str, text: str, upload_as: str, kind: MessageKind
) -> None:
    planned = plan(message(text, content_type))

    built = over_the_wire(planned.build(UPLOAD))

    assert planned.upload_as == upload_as
    read = read_message(built)
    assert isinstance(read, Content)
    assert (read.kind, read.text) == (kind, text)
    assert read.media is not None
    assert (read.media.content_type, read.media.size) == (content_type, 3)


def test_a_document_has_a_name() -> None:
    named = plan(message("", "application/pdf", file_name="bill\x00.pdf")).build(UPLOAD)
    nameless = plan(message("", "application/pdf", file_name="")).build(UPLOAD)

    assert named.documentMessage.fileName == "bill.pdf"
    assert nameless.documentMessage.fileName == "file"


def test_a_file_may_answer_a_message() -> None:
    built = plan(message("", "application/pdf", quoted_whatsapp_id="3EB0B", quoted_text="The bill?")).build(UPLOAD)

    assert built.documentMessage.contextInfo.stanzaID == "3EB0B"
    assert built.documentMessage.contextInfo.quotedMessage.conversation == "The bill?"


@pytest.mark.parametrize(("kind", "content_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_comes_with_a_small_one_of_itself(kind: str, content_type: str) -> None:
    built = plan(message("", content_type, picture(kind=kind))).build(UPLOAD).imageMessage

    assert (built.width, built.height) == (400, 200)
    with Image.open(BytesIO(built.JPEGThumbnail)) as preview:
        assert (preview.format, preview.size) == ("JPEG", (100, 50))


@pytest.mark.parametrize("data", [b"abc", picture()[:60], b"\xff\xd8\xff\xe0"])
def test_a_picture_that_cannot_be_opened_is_sent_without(data: bytes) -> None:
    built = plan(message("", "image/png", data)).build(UPLOAD)

    assert not built.imageMessage.HasField("JPEGThumbnail")
    assert built.imageMessage.directPath == "/v/1.enc?oh=a"


# --- Addresses -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LID, Jid("111222333", "lid")),
        ("111222333:7@lid", Jid("111222333", "lid")),
        ("923001234567.0:2@s.whatsapp.net", Jid("923001234567", "s.whatsapp.net")),
        ("923001234567@c.us", Jid("923001234567", "s.whatsapp.net")),
        (" 923001234567@s.whatsapp.net ", Jid("923001234567", "s.whatsapp.net")),
        ("923001234567-1612345678@g.us", Jid("923001234567-1612345678", "g.us")),
        ("status@broadcast", Jid("status", "broadcast")),
        ("", None),
        ("@", None),
        ("@lid", None),
        ("123@", None),
        ("+923001234567", None),
        ("12 3@lid", None),
        ("١٢٣@lid", None),
        ("a" * 500 + "@lid", None),
        ("1@2@lid", None),
        ("\x00@lid", None),
    ],
)
def test_an_address_is_read_without_the_device(text: str, expected: Jid | None) -> None:
    assert parse_jid(text) == expected


@pytest.mark.parametrize("text", [LID, PHONE_JID, "120363001234567890@g.us"])
def test_an_address_survives_neonize(text: str) -> None:
    known = address(text)

    assert str(known) == text
    assert jid_of(known.proto()) == known
    assert known.proto().Device == 0


def test_neonizes_empty_address_is_nobodys() -> None:
    assert jid_of(jid()) is None
    assert jid_of(N.JID(User="", Server="s.whatsapp.net", RawAgent=0, Device=0, Integrator=0)) is None
    assert jid_of(N.JID.FromString(b"\x0a\x01\xff" + N.JID(Server="lid").SerializePartialToString())) is None


def test_a_person_is_known_by_the_lid_before_the_phone_before_anything_else() -> None:
    lid, phone, other = address(LID), address(PHONE_JID), address("x@msgr")

    assert person(phone, lid, other).key == LID
    assert person(other, phone, None).key == PHONE_JID
    assert person(other).key == "x@msgr"
    assert person(None).key == ""


@given(st.text(max_size=40))
def test_no_address_hurts(text: str) -> None:
    known = parse_jid(text)

    assert known is None or parse_jid(str(known)) == known


# --- Errors ----------------------------------------------------------------------------------------------------------


def reason_of(error: GatewayError) -> str | None:
    return error.reason if isinstance(error, SendRejectedError | PairingRefusedError) else None


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("server returned error 463", ReachOutRestrictedError, "reach_out_restricted"),
        ("server returned error 403", SendRejectedError, "forbidden"),
        ("server returned error 404", SendRejectedError, "not_on_whatsapp"),
        ("server returned error 420", SendRejectedError, "rate_limited"),
        ("server returned error 429", SendRejectedError, "rate_limited"),
        ("server returned error 479", SendRejectedError, "refused_479"),
        ("server returned error 503", NotConnectedError, None),
        ("no LID found for 923001234567@s.whatsapp.net from server", SendRejectedError, "not_on_whatsapp"),
        ("can't send message to unknown server x.y", SendRejectedError, "bad_address"),
        ("message recipient must be a user JID with no device part", SendRejectedError, "bad_address"),
        ("websocket not connected", NotConnectedError, None),
        ("failed to send message node: websocket not connected", NotConnectedError, None),
        ("failed to get device list: failed to send usync query: websocket not connected", NotConnectedError, None),
        (
            "failed to get device list: failed to send usync query: info query returned status 429: rate-overlimit",
            SendRejectedError,
            "rate_limited",
        ),
        (
            "failed to get LID for PN 1: failed to send usync query: "
            "websocket disconnected before info query returned response",
            NotConnectedError,
            None,
        ),
        ("failed to send usync query: info query timed out", NotConnectedError, None),
        ("the store doesn't contain a device JID", NotConnectedError, None),
        ("client not found", NotConnectedError, None),
        ("timed out waiting for message send response", AmbiguousSendError, None),
        ("websocket disconnected before message send returned response", AmbiguousSendError, None),
        ("failed to send message node: write tcp: broken pipe", AmbiguousSendError, None),
        ("context deadline exceeded", AmbiguousSendError, None),
        ("sent 463 of 900 bytes", AmbiguousSendError, None),
        ("something new", AmbiguousSendError, None),
        ("", AmbiguousSendError, None),
    ],
)
def test_the_error_of_a_send_says_whether_it_was_sent(text: str, kind: type[GatewayError], reason: str | None) -> None:
    error = send_error(text)

    assert (type(error), reason_of(error)) == (kind, reason)


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("upload failed with status code 413", SendRejectedError, "too_large"),
        ("upload failed with status code 401", SendRejectedError, "forbidden"),
        ("upload failed with status code 503", NotConnectedError, None),
        ("failed to refresh media connections: websocket not connected", NotConnectedError, None),
        ("failed to execute request: Post: dial tcp 1.2.3.4:443: connect: connection refused", NotConnectedError, None),
        ("failed to execute request: unexpected EOF", NotConnectedError, None),
        ("something new", SendRejectedError, "upload_failed"),
    ],
)
def test_an_upload_that_fails_has_sent_nothing(text: str, kind: type[GatewayError], reason: str | None) -> None:
    error = send_error(text, is_upload=True)

    assert (type(error), reason_of(error)) == (kind, reason)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("download failed with status code 403", MediaGoneError),
        ("failed to download media from last host: download failed with status code 404", MediaGoneError),
        ("download failed with status code 410", MediaGoneError),
        ("hash of media ciphertext doesn't match", MediaGoneError),
        ("failed to download media from last host: invalid media hmac", MediaGoneError),
        ("file too short", MediaGoneError),
        ("no url present", MediaGoneError),
        ("media download path does not start with slash: x", MediaGoneError),
        ("didn't find any attachments in message", MediaGoneError),
        (
            "failed to refresh media connections: failed to query media connections: info query timed out",
            NotConnectedError,
        ),
        ("websocket not connected", NotConnectedError),
        ("download failed with status code 500", GatewayError),
        ("dial tcp: i/o timeout", GatewayError),
        ("", GatewayError),
    ],
)
def test_the_error_of_a_download_says_whether_to_try_again(text: str, kind: type[GatewayError]) -> None:
    assert type(download_error(text)) is kind


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("phone number too short", PairingRefusedError, "bad_phone"),
        ("international phone number required (must not start with 0)", PairingRefusedError, "bad_phone"),
        ("info query returned status 429: rate-overlimit", PairingRefusedError, "rate_limited"),
        ("info query returned status 400: bad-request", PairingRefusedError, "refused"),
        ("client is nil: ensure client is connected before calling PairPhone", NotConnectedError, None),
        ("websocket not connected", NotConnectedError, None),
        ("something new", PairingRefusedError, "refused"),
    ],
)
def test_the_error_of_pairing_says_why(text: str, kind: type[GatewayError], reason: str | None) -> None:
    error = pairing_error(text)

    assert (type(error), reason_of(error)) == (kind, reason)


def test_the_words_that_are_looked_for_are_the_librarys() -> None:
    """A newer neonize may word its errors anew; each of these must be found in it."""
    spec = find_spec("neonize")
    assert spec is not None
    assert spec.origin is not None
    library = next(Path(spec.origin).parent.glob("neonize-*")).read_bytes()
    # What waited for an answer is named where it happens.
    fragments = [
        words.replace("before info query", "before %s")
        for words in (*errors.NOT_SENT, *errors.REJECTED, *errors.BROKEN, *errors.BAD_PHONES, *errors.STATUSES)
    ]

    assert [words for words in fragments if words.encode() not in library] == []
