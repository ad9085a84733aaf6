"""Messages that are nested too deep are read as far as they can be."""

from typing import Any

import pytest
from google.protobuf.message import DecodeError

from core.whatsapp.gateway import MessageReceived
from core.whatsapp.neonize_events import translate
from core.whatsapp.neonize_wire import parsed
from models.conversations import MessageKind
from tests.whatsapp.protos import E2E, HISTORY, LID, NOW, N, event, text


def _varint(value: int) -> bytes:
    return bytes([value & 127 | 128]) + _varint(value >> 7) if value > 127 else bytes([value])


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def wrapped_deep(times: int) -> bytes:
    """An E2E message in an ephemeral one, in an ephemeral one, …: nothing that Python could make itself."""
    made: bytes = text("Here I am").SerializeToString()
    for _ in range(times):
        made = _field(40, _field(1, made))
    return made


def in_its_envelope(message: bytes) -> bytes:
    empty = event(E2E.Message())
    empty.ClearField("Message")
    return bytes(empty.SerializePartialToString()) + _field(2, message)


@pytest.mark.parametrize("times", [60, 5000])
def test_what_gos_library_reads_and_pythons_does_not_is_kept_as_unsupported(times: int) -> None:
    data = in_its_envelope(wrapped_deep(times))
    with pytest.raises(DecodeError):
        N.Message.FromString(data)

    *_, message = translate(parsed(N.Message, data), now=NOW)

    assert isinstance(message, MessageReceived)
    assert (message.kind, message.chat, message.whatsapp_id) == (MessageKind.UNSUPPORTED, LID, "3EB0A")


def test_what_is_not_too_deep_stays_whole() -> None:
    deep = HISTORY.HistorySyncMsg(
        message={"key": {"ID": "H2"}, "message": text("The other"), "messageTimestamp": 1_790_000_000}
    ).SerializeToString()
    hostile = _field(1, _field(1, _field(3, b"H1")) + _field(2, wrapped_deep(90)) + b"\x18\x01")
    conversation = _field(1, LID.encode()) + _field(2, hostile) + _field(2, deep)
    data = _field(1, b"\x08\x03" + _field(2, conversation))

    events: list[Any] = translate(parsed(N.HistorySync, data), now=NOW)

    assert [(each.whatsapp_id, each.kind, each.text) for each in events] == [
        ("H2", MessageKind.TEXT, "The other"),
        ("H1", MessageKind.UNSUPPORTED, ""),
    ]


@pytest.mark.parametrize("data", [b"\xff", b"\x0a\x05a", b"\x0b", b"\xff" * 20, b"\x09\x00"])
def test_what_is_no_protobuf_is_refused(data: bytes) -> None:
    with pytest.raises(DecodeError):
        parsed(N.Message, data)


def test_an_ordinary_message_is_read_as_ever() -> None:
    made = event(text("Salaam"))

    assert parsed(N.Message, made.SerializeToString()) == made
