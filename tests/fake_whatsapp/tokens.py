"""The dictionary of WhatsApp's binary XML: words that travel as one or two bytes.

The lists are not kept here. They lie in the Go library inside the neonize wheel, as arrays of Go strings (pointer,
length) in its data segment, and are read from that ELF file: a pointer in a shared library is a relocation entry that
says "here stands this address". So the fake server always speaks the dictionary of the wheel that is installed.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.fake_whatsapp.protos import neonize_folder

_LOAD = 1  # PT_LOAD
_RELOCATIONS = 4  # SHT_RELA
_SINGLES = 236  # codes from 236 on announce a second byte, a list or a packed string
_DOUBLES = 4
_DOUBLE_SIZE = 256


@dataclass(frozen=True)
class Dictionary:
    """`single[code]`, and `double[page][code]`."""

    single: tuple[str, ...]
    double: tuple[tuple[str, ...], ...]


class _Library:
    """As much of a 64-bit little-endian ELF file as leads from a pointer to the string behind it."""

    def __init__(self, path: Path) -> None:
        self._data = data = path.read_bytes()
        if data[:6] != b"\x7fELF\x02\x01":
            raise RuntimeError(f"{path.name} is no 64-bit ELF library; the fake WhatsApp runs on Linux only.")
        programs, sections = struct.unpack_from("<QQ", data, 32)
        program_size, program_count, section_size, section_count = struct.unpack_from("<HHHH", data, 54)
        self._segments: list[tuple[int, int, int]] = []  # offset in the file, address, size
        for number in range(program_count):
            kind, _, offset, address, _, size = struct.unpack_from("<IIQQQQ", data, programs + number * program_size)
            if kind == _LOAD:
                self._segments.append((offset, address, size))
        self._pointers: dict[int, int] = {}
        for number in range(section_count):
            _, kind, _, _, offset, size = struct.unpack_from("<IIQQQQ", data, sections + number * section_size)
            if kind == _RELOCATIONS:
                entries = struct.iter_unpack("<QQq", data[offset : offset + size])
                self._pointers.update((where, addend) for where, _, addend in entries)
        self._holders: dict[int, list[int]] = {}
        for where, target in self._pointers.items():
            self._holders.setdefault(target, []).append(where)

    def _offset(self, address: int) -> int:
        for offset, start, size in self._segments:
            if start <= address < start + size:
                return address - start + offset
        raise LookupError(hex(address))

    def number(self, address: int) -> int:
        return int(struct.unpack_from("<Q", self._data, self._offset(address))[0])

    def pointer(self, address: int) -> int:
        return self._pointers[address]

    def holders(self, target: int) -> list[int]:
        """The places that point to an address."""
        return self._holders.get(target, [])

    def string(self, address: int) -> str:
        length = self.number(address + 8)
        if length == 0:
            return ""
        start = self._offset(self.pointer(address))
        return self._data[start : start + length].decode()

    def strings_that_are(self, text: str) -> Iterator[int]:
        """The addresses of the Go strings with this content."""
        word = text.encode()
        at = self._data.find(word)
        while at >= 0:
            for offset, start, size in self._segments:
                if offset <= at < offset + size:
                    for holder in self.holders(at - offset + start):
                        if self.number(holder + 8) == len(word):
                            yield holder
            at = self._data.find(word, at + 1)


def _single(library: _Library) -> tuple[str, ...]:
    for second in library.strings_that_are("xmlstreamstart"):
        start = second - 16
        if library.string(start) == "" and library.string(start + 32) == "xmlstreamend":
            return tuple(library.string(start + 16 * code) for code in range(_SINGLES))
    raise RuntimeError("The single-byte dictionary is not where it was in this neonize.")


def _double(library: _Library) -> tuple[tuple[str, ...], ...]:
    for first in library.strings_that_are("read-self"):
        for pages in library.holders(first):
            if library.number(pages + 8) == _DOUBLE_SIZE:
                starts = [library.pointer(pages + 24 * page) for page in range(_DOUBLES)]
                return tuple(
                    tuple(library.string(start + 16 * code) for code in range(_DOUBLE_SIZE)) for start in starts
                )
    raise RuntimeError("The double-byte dictionary is not where it was in this neonize.")


@cache
def dictionary() -> Dictionary:
    library = _Library(next(neonize_folder().glob("neonize-*.so")))
    return Dictionary(_single(library), _double(library))
