"""Protobufs that are nested deeper than Python's library reads, which Go's does: anybody can send one."""

from collections.abc import Iterator
from typing import Any

# Python's library stops at 100. What WhatsApp sends has a dozen levels, of quotes within quotes.
LEVELS = 60


def parsed(kind: Any, data: bytes) -> Any:
    """`data` as a message of `kind`, without what lies too deep in it. Raises DecodeError for what is no protobuf."""
    from google.protobuf.message import DecodeError

    try:
        return kind.FromString(data)
    except DecodeError:
        try:
            shallow = _cut(memoryview(data), kind.DESCRIPTOR, LEVELS)
        except (IndexError, ValueError) as error:
            raise DecodeError from error
        return kind.FromString(shallow)


def _cut(data: memoryview, descriptor: Any, levels: int) -> bytes:
    kept = bytearray()
    for tag, content, whole in _fields(data):
        field = descriptor.fields_by_number.get(tag >> 3)
        if content is None or field is None or field.message_type is None:
            kept += whole
            continue
        inner = _cut(content, field.message_type, levels - 1) if levels else b""
        kept += _varint(tag) + _varint(len(inner)) + inner
    return bytes(kept)


def _fields(data: memoryview) -> Iterator[tuple[int, memoryview | None, memoryview]]:
    """Tag, content when it is a piece of bytes, and the field with all that belongs to it."""
    at = 0
    while at < len(data):
        start = at
        tag, at = _read_varint(data, at)
        content = None
        match tag & 7:
            case 0:
                _, at = _read_varint(data, at)
            case 1:
                at += 8
            case 2:
                length, at = _read_varint(data, at)
                content = data[at : at + length]
                at += length
            case 5:
                at += 4
            case _:
                raise ValueError(tag)
        if at > len(data):
            raise ValueError(at)
        yield tag, content, data[start:at]


def _read_varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
        if shift > 63:
            raise ValueError(value)


def _varint(value: int) -> bytes:
    made = bytearray()
    while value > 127:
        made.append(value & 127 | 128)
        value >>= 7
    made.append(value)
    return bytes(made)
