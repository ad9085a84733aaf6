"""WhatsApp's binary XML: nodes to bytes and back.

The form is that of whatsmeow's package `binary` (https://github.com/tulir/whatsmeow, MPL-2.0; read, not copied): a
node is a list of tag, attributes and at most one content; short forms exist for known words, digits and addresses.
We write plain strings only, which every client reads, and read everything.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.fake_whatsapp.jid import LIDS, PHONES, Jid
from tests.fake_whatsapp.tokens import dictionary

Value = str | Jid

_EMPTY = 0
_DOUBLES = range(236, 240)
_ADDRESS_OF_INTEROP = 245
_ADDRESS_OF_FACEBOOK = 246
_ADDRESS_OF_DEVICE = 247
_LIST_8 = 248
_LIST_16 = 249
_ADDRESS = 250
_HEX = 251
_BINARY_8 = 252
_BINARY_20 = 253
_BINARY_32 = 254
_NIBBLES = 255
_COMPRESSED = 2
_SERVERS = {0: PHONES, 1: LIDS, 128: "hosted", 129: "hosted.lid"}
_SERVER_CODES = {PHONES: 0, LIDS: 1}


class MalformedNodeError(Exception):
    """These bytes are no node."""


@dataclass
class Node:
    """A tag with attributes, and children, or bytes, or nothing inside."""

    tag: str
    attributes: Mapping[str, Value] = field(default_factory=dict)
    content: "list[Node] | bytes | None" = None

    @property
    def children(self) -> "list[Node]":
        return self.content if isinstance(self.content, list) else []

    @property
    def data(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else b""

    def find(self, *path: str) -> "Node | None":
        """The first child of the first child of ... with these tags."""
        node: Node | None = self
        for tag in path:
            node = next((child for child in node.children if child.tag == tag), None) if node else None
        return node

    def at(self, *path: str) -> "Node":
        """The same, where it must be there."""
        found = self.find(*path)
        if found is None:
            raise MalformedNodeError(f"{self.tag} has no {'/'.join(path)}")
        return found

    def text(self, name: str) -> str:
        """An attribute as text; "" if it is not there."""
        return str(self.attributes.get(name, ""))

    def jid(self, name: str) -> Jid:
        value = self.attributes.get(name)
        if isinstance(value, Jid):
            return value
        if value is None:
            raise MalformedNodeError(f"{self.tag} has no {name}")
        return Jid.parse(value)

    @property
    def number(self) -> int:
        """The content as a big-endian number."""
        return int.from_bytes(self.data, "big")


def _named(attributes: Mapping[str, Value | int | None]) -> dict[str, Value]:
    return {
        name.removesuffix("_"): str(value) if isinstance(value, int) else value
        for name, value in attributes.items()
        if value is not None
    }


def node(tag: str, *children: Node, **attributes: Value | int | None) -> Node:
    """A node with children; an attribute `from_` is called `from`, one that is None is left out."""
    return Node(tag, _named(attributes), list(children) or None)


def leaf(tag: str, data: bytes, **attributes: Value | int | None) -> Node:
    """A node with bytes inside."""
    return Node(tag, _named(attributes), data)


# Writing


def _list_head(size: int) -> bytes:
    if size == 0:
        return bytes([_EMPTY])
    return bytes([_LIST_8, size]) if size < 1 << 8 else bytes([_LIST_16]) + size.to_bytes(2, "big")


def _written_bytes(data: bytes) -> bytes:
    size = len(data)
    if size < 1 << 8:
        return bytes([_BINARY_8, size]) + data
    if size < 1 << 20:
        return bytes([_BINARY_20]) + size.to_bytes(3, "big") + data
    return bytes([_BINARY_32]) + size.to_bytes(4, "big") + data


def _written_value(value: Value) -> bytes:
    if isinstance(value, str):
        return _written_bytes(value.encode())
    if value.device and value.server in _SERVER_CODES:
        return bytes([_ADDRESS_OF_DEVICE, _SERVER_CODES[value.server], value.device]) + _written_value(value.user)
    user = _written_value(value.user) if value.user else bytes([_EMPTY])
    return bytes([_ADDRESS]) + user + _written_value(value.server)


def _written(one: Node) -> bytes:
    parts = [_list_head(1 + 2 * len(one.attributes) + (one.content is not None)), _written_value(one.tag)]
    for name, value in one.attributes.items():
        parts += [_written_value(name), _written_value(value)]
    if isinstance(one.content, bytes):
        parts.append(_written_bytes(one.content))
    elif one.content is not None:
        parts += [_list_head(len(one.content)), *map(_written, one.content)]
    return b"".join(parts)


def encode(one: Node) -> bytes:
    """The node as it travels: a byte of flags (none), then the node."""
    return b"\0" + _written(one)


# Reading


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, size: int) -> bytes:
        taken = self._data[self._at : self._at + size]
        if len(taken) != size:
            raise MalformedNodeError("the node ends too early")
        self._at += size
        return taken

    def number(self, size: int = 1) -> int:
        return int.from_bytes(self.take(size), "big")

    def node(self) -> Node:
        size = self._list_size(self.number())
        tag = self._text()
        attributes = {self._text(): self._value() for _ in range((size - 1) >> 1)}
        return Node(tag, attributes, self._content() if size % 2 == 0 else None)

    def _list_size(self, code: int) -> int:
        if code == _EMPTY:
            return 0
        if code in (_LIST_8, _LIST_16):
            return self.number(1 if code == _LIST_8 else 2)
        raise MalformedNodeError(f"{code} begins no list")

    def _content(self) -> list[Node] | bytes | None:
        code = self.number()
        if code == _EMPTY:
            return None
        if code in (_LIST_8, _LIST_16):
            return [self.node() for _ in range(self._list_size(code))]
        if code in (_BINARY_8, _BINARY_20, _BINARY_32):
            return self._binary(code)
        return str(self._read_value(code)).encode()

    def _text(self) -> str:
        return str(self._value())

    def _value(self) -> Value:
        return self._read_value(self.number())

    def _binary(self, code: int) -> bytes:
        size = {_BINARY_8: 1, _BINARY_20: 3, _BINARY_32: 4}[code]
        length = self.number(size)
        return self.take(length & 0xFFFFF if code == _BINARY_20 else length)

    def _read_value(self, code: int) -> Value:
        if code == _EMPTY:
            return ""
        if code in (_BINARY_8, _BINARY_20, _BINARY_32):
            return self._binary(code).decode()
        if code in _DOUBLES:
            return dictionary().double[code - _DOUBLES.start][self.number()]
        if code in (_NIBBLES, _HEX):
            return self._packed("0123456789-.\0\0\0\0" if code == _NIBBLES else "0123456789ABCDEF")
        if code in (_ADDRESS, _ADDRESS_OF_DEVICE, _ADDRESS_OF_FACEBOOK, _ADDRESS_OF_INTEROP):
            return self._address(code)
        if code < len(dictionary().single):
            return dictionary().single[code]
        raise MalformedNodeError(f"{code} begins no value")

    def _address(self, code: int) -> Jid:
        if code == _ADDRESS:
            return Jid(self._text(), self._text())
        if code == _ADDRESS_OF_DEVICE:
            server, device = self.number(), self.number()
            return Jid(self._text(), _SERVERS.get(server, PHONES), device)
        user, device = self._text(), self.number(2)
        if code == _ADDRESS_OF_INTEROP:
            return Jid(f"{self.number(2)}-{user}", self._text(), device)
        return Jid(user, self._text(), device)

    def _packed(self, alphabet: str) -> str:
        """Two characters a byte; the first byte counts them, its top bit says that the last one is not meant."""
        head = self.number()
        letters = "".join(alphabet[byte >> 4] + alphabet[byte & 15] for byte in self.take(head & 127))
        return letters[:-1] if head >> 7 else letters


def decode(data: bytes) -> Node:
    """A node from what travelled."""
    if not data:
        raise MalformedNodeError("no bytes at all")
    body = zlib.decompress(data[1:]) if data[0] & _COMPRESSED else data[1:]
    return _Reader(body).node()
