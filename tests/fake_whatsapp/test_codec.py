"""The binary XML, its dictionary and protobuf's wire: what is written can be read, and known bytes are understood."""

import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_whatsapp.binary_xml import MalformedNodeError, Node, decode, encode, leaf, node
from tests.fake_whatsapp.jid import LIDS, PHONES, Jid
from tests.fake_whatsapp.tokens import dictionary
from tests.fake_whatsapp.wire import Fields, pack

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the ELF library")

_NAMES = st.text(min_size=1, max_size=20)
_JIDS = st.builds(
    Jid,
    st.text("0123456789", min_size=1, max_size=15),
    st.sampled_from([PHONES, LIDS]),
    st.integers(min_value=0, max_value=255),
)
_ATTRIBUTES = st.dictionaries(_NAMES, st.text(max_size=300) | _JIDS, max_size=4)
_LEAVES = st.builds(Node, _NAMES, _ATTRIBUTES, st.none() | st.binary(max_size=70_000))
_NODES = st.recursive(
    _LEAVES, lambda inner: st.builds(Node, _NAMES, _ATTRIBUTES, st.lists(inner, min_size=1, max_size=4)), max_leaves=8
)


@given(_NODES)
def test_every_node_is_read_as_it_was_written(one: Node) -> None:
    assert decode(encode(one)) == one


def test_known_words_packed_digits_and_addresses_are_read() -> None:
    single = dictionary().single
    receipt, read_self = single.index("receipt"), dictionary().double[0].index("read-self")
    words = bytes([0, 248, 7, receipt])
    words += bytes([single.index("id"), 255, 0x82, 0x12, 0x3F])  # four half-bytes less one: "123"
    words += bytes([single.index("type"), 236, read_self])
    words += bytes([single.index("from"), 247, 1, 9, 251, 0x02, 0x12, 0xAB])  # device 9 of 12AB@lid

    assert decode(words) == node("receipt", id="123", type="read-self", from_=Jid("12AB", LIDS, 9))


def test_compressed_nodes_are_read() -> None:
    plain = encode(node("iq", leaf("query", b"x" * 1000)))

    assert decode(b"\2" + zlib.compress(plain[1:])) == decode(plain)


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\xf8\x02\xfc\x05ab", b"\0\x05"])
def test_what_is_no_node_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedNodeError):
        decode(data)


def test_the_dictionary_of_the_installed_wheel_is_whole() -> None:
    known = dictionary()

    assert (len(known.single), [len(page) for page in known.double]) == (236, [256] * 4)
    assert known.single[1:4] == ("xmlstreamstart", "xmlstreamend", "s.whatsapp.net")
    assert len({word for page in (known.single, *known.double) for word in page}) == 236 + 4 * 256


def test_protobuf_is_written_as_its_guide_shows() -> None:
    assert pack({1: 150}) == bytes.fromhex("089601")
    assert pack({2: b"testing", 3: None}) == bytes.fromhex("120774657374696e67")


@given(st.dictionaries(st.integers(1, 500), st.integers(0, 2**63) | st.binary(max_size=300)))
def test_protobuf_fields_are_read_as_they_were_written(fields: dict[int, int | bytes]) -> None:
    found = Fields(pack({**fields}))

    for number, value in fields.items():
        assert (found.number(number) if isinstance(value, int) else found.data(number)) == value
    assert 501 not in found
