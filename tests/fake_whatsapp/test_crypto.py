"""Keys, signatures, sessions and files: known vectors, and what one side seals the other can read."""

import hashlib
import os
import random
import sys

import pytest

from tests.fake_whatsapp import curve
from tests.fake_whatsapp.curve import KeyPair, is_signed_by
from tests.fake_whatsapp.media import BrokenMediaError, Kind, seal, unseal
from tests.fake_whatsapp.patched import REAL_ROOT_KEY
from tests.fake_whatsapp.protos import neonize_folder
from tests.fake_whatsapp.sender_keys import OwnSenderKey, TheirSenderKeys
from tests.fake_whatsapp.signal_protocol import Device, UndecryptableError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the ELF library")


def test_the_base_point_is_multiplied_as_in_rfc_8032() -> None:
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    scalar = bytearray(hashlib.sha512(seed).digest()[:32])
    scalar[0] &= 248
    scalar[31] = scalar[31] & 127 | 64

    point = curve._times_base(int.from_bytes(scalar, "little"))

    assert point.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"


def test_a_signature_made_by_libsignal_is_recognised() -> None:
    public = bytes.fromhex("05ab7e717d4a163b7d9a1d8071dfe9dcf8cdcd1cea3339b6356be84d887e322c64")
    message = bytes.fromhex("05edce9d9c415ca78cb7252e72c2c4a554d3eb29485a0e1d503118d1a82d99fb4a")
    signature = bytes.fromhex(
        "5de88ca9a89b4a115da79109c67c9c7464a3e4180274f1cb8c63c2984e286dfb"
        "ede82deb9dcd9fae0bfbb821569b3d9001bd8130cd11d486cef047bd60b86e88"
    )

    assert is_signed_by(public, message, signature)
    assert not is_signed_by(public, message + b"!", signature)


def test_own_signatures_are_recognised_and_no_others() -> None:
    for _ in range(8):  # both signs of the Edwards key
        key = KeyPair()
        signature = key.sign(b"message")

        assert is_signed_by(key.public, b"message", signature)
        assert not is_signed_by(KeyPair().public, b"message", signature)


def test_two_devices_talk_in_turns_out_of_order_and_with_losses() -> None:
    alice, bob = Device(), Device()
    alice.meet("bob", bob.bundle())
    order = random.Random(1)  # a shuffle, no secret

    for turn in range(6):
        writer, reader = (alice, bob) if turn % 2 == 0 else (bob, alice)
        to, of = ("bob", "alice") if turn % 2 == 0 else ("alice", "bob")
        sent = [(number, *writer.encrypt(to, b"%d-%d" % (turn, number))) for number in range(9)]
        order.shuffle(sent)
        for number, kind, sealed in sent[:-2]:
            assert reader.decrypt(of, kind, sealed) == b"%d-%d" % (turn, number)
            assert kind == ("pkmsg" if turn == 0 else "msg")


def test_a_message_is_read_once_and_only_unchanged() -> None:
    alice, bob = Device(), Device()
    alice.meet("bob", bob.bundle())
    kind, sealed = alice.encrypt("bob", b"once")
    assert bob.decrypt("alice", kind, sealed) == b"once"

    with pytest.raises(UndecryptableError):
        bob.decrypt("alice", kind, sealed)
    kind, sealed = alice.encrypt("bob", b"twice")
    with pytest.raises(UndecryptableError):
        bob.decrypt("alice", kind, sealed[:-1] + bytes([sealed[-1] ^ 1]))


def test_both_may_begin_at_once_and_understand_each_other() -> None:
    alice, bob = Device(), Device()
    alice.meet("bob", bob.bundle())
    bob.meet("alice", alice.bundle())
    from_alice, from_bob = alice.encrypt("bob", b"hello Bob"), bob.encrypt("alice", b"hello Alice")

    assert bob.decrypt("alice", *from_alice) == b"hello Bob"
    assert alice.decrypt("bob", *from_bob) == b"hello Alice"

    for number in range(4):
        assert bob.decrypt("alice", *alice.encrypt("bob", b"%d" % number)) == b"%d" % number
        assert alice.decrypt("bob", *bob.encrypt("alice", b"%d" % number)) == b"%d" % number


def test_group_members_read_from_when_they_were_told_the_key() -> None:
    own, early, late = OwnSenderKey(), TheirSenderKeys(), TheirSenderKeys()
    early.learn("alice", own.distribution())
    first = own.encrypt(b"first")
    late.learn("alice", own.distribution())
    second = own.encrypt(b"second")

    assert early.decrypt("alice", first) == b"first"
    assert [keys.decrypt("alice", second) for keys in (early, late)] == [b"second", b"second"]
    with pytest.raises(UndecryptableError, match="read before"):
        late.decrypt("alice", first)
    with pytest.raises(UndecryptableError, match="never sent"):
        late.decrypt("mallory", second)


@pytest.mark.parametrize("kind", Kind)
def test_files_are_read_with_their_key_and_kind_alone(kind: Kind) -> None:
    content, key = os.urandom(1000), os.urandom(32)

    sealed = seal(content, key, kind)

    assert unseal(sealed, key, kind) == content
    for wrong in (b"\0" * 32, key):
        with pytest.raises(BrokenMediaError):
            unseal(sealed, wrong, next(other for other in Kind if other is not kind))


def test_the_root_key_that_is_replaced_stands_once_in_the_wheel() -> None:
    library = next(neonize_folder().glob("neonize-*.so")).read_bytes()

    assert library.count(REAL_ROOT_KEY) == 1
