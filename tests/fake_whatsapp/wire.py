"""Just enough protobuf for the messages of Signal, whose classes are in no Python package we have.

https://protobuf.dev/programming-guides/encoding/
"""

Field = int | bytes


def _varint(value: int) -> bytes:
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)


def pack(fields: dict[int, Field | None]) -> bytes:
    """Write numbers as varints and bytes with their length; None is left out."""
    parts: list[bytes] = []
    for number, value in fields.items():
        if isinstance(value, int):
            parts += [_varint(number << 3), _varint(value)]
        elif value is not None:
            parts += [_varint(number << 3 | 2), _varint(len(value)), value]
    return b"".join(parts)


class Fields:
    """What was in a message, by the fields' numbers."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._found: dict[int, Field] = {}
        while self._at < len(data):
            key = self._read_varint()
            if key & 7 == 0:
                self._found[key >> 3] = self._read_varint()
            elif key & 7 == 2:
                size = self._read_varint()
                self._found[key >> 3] = data[self._at : self._at + size]
                self._at += size
            else:
                raise ValueError(f"a field of type {key & 7}, which Signal does not use")

    def _read_varint(self) -> int:
        value = shift = 0
        while True:
            byte = self._data[self._at]
            self._at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def number(self, field: int) -> int:
        value = self._found.get(field, 0)
        if not isinstance(value, int):
            raise TypeError(f"field {field} holds bytes")
        return value

    def data(self, field: int) -> bytes:
        value = self._found.get(field, b"")
        if not isinstance(value, bytes):
            raise TypeError(f"field {field} holds a number")
        return value

    def __contains__(self, field: int) -> bool:
        return field in self._found
