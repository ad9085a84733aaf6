"""The vault: what it seals only it opens, in the place it was sealed for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.vault import NONCE_BYTES, Sealed, TamperedError, UnknownKeyError, Vault

OLD = "an-old-secret-of-more-than-32-characters"
NEW = "a-new-secret-of-more-than-32-characters!"


@given(st.binary(max_size=2000), st.text(max_size=40).filter(lambda text: text.isprintable()))
def test_what_was_sealed_opens_in_its_own_place(plain: bytes, context: str) -> None:
    vault = Vault.from_secrets(NEW)

    sealed = vault.seal(plain, purpose="session", context=context)

    assert vault.open(sealed, purpose="session", context=context) == plain
    assert len(sealed.ciphertext) == NONCE_BYTES + len(plain) + 16


def test_sealing_twice_gives_different_bytes() -> None:
    vault = Vault.from_secrets(NEW)

    first, second = (vault.seal(b"the same", purpose="session", context="account:1") for _ in range(2))

    assert first.ciphertext != second.ciphertext
    assert first.key_id == second.key_id == vault.key_id


@pytest.mark.parametrize(
    ("purpose", "context"),
    [("api key", "account:7:version:3"), ("session", "account:8:version:3"), ("session", "account:7:version:2")],
)
def test_another_purpose_account_or_version_does_not_open_it(purpose: str, context: str) -> None:
    vault = Vault.from_secrets(NEW)
    sealed = vault.seal(b"session", purpose="session", context="account:7:version:3")

    with pytest.raises(TamperedError):
        vault.open(sealed, purpose=purpose, context=context)


def test_a_single_changed_bit_anywhere_is_noticed() -> None:
    vault = Vault.from_secrets(NEW)
    sealed = vault.seal(b"session", purpose="session", context="x")

    for place in range(len(sealed.ciphertext)):
        changed = bytearray(sealed.ciphertext)
        changed[place] ^= 1
        with pytest.raises(TamperedError):
            vault.open(Sealed(sealed.key_id, bytes(changed)), purpose="session", context="x")


@pytest.mark.parametrize("length", [0, 5, NONCE_BYTES, NONCE_BYTES + 15])
def test_a_ciphertext_that_was_cut_is_noticed(length: int) -> None:
    vault = Vault.from_secrets(NEW)
    sealed = vault.seal(b"session", purpose="session", context="x")

    with pytest.raises(TamperedError):
        vault.open(Sealed(sealed.key_id, sealed.ciphertext[:length]), purpose="session", context="x")


def test_the_previous_secret_still_opens_and_asks_for_resealing() -> None:
    sealed = Vault.from_secrets(OLD).seal(b"session", purpose="session", context="x")

    vault = Vault.from_secrets(NEW, OLD)

    assert vault.open(sealed, purpose="session", context="x") == b"session"
    assert vault.needs_resealing(sealed.key_id)
    resealed = vault.seal(b"session", purpose="session", context="x")
    assert not vault.needs_resealing(resealed.key_id)
    assert Vault.from_secrets(NEW).open(resealed, purpose="session", context="x") == b"session"


def test_a_secret_that_is_gone_is_named() -> None:
    sealed = Vault.from_secrets(OLD).seal(b"session", purpose="session", context="x")

    with pytest.raises(UnknownKeyError) as caught:
        Vault.from_secrets(NEW).open(sealed, purpose="session", context="x")

    assert caught.value.field == "WHATSAPP_SESSION_SECRET_PREVIOUS"
    assert sealed.key_id in caught.value.message


def test_a_key_id_of_another_secret_does_not_open_it() -> None:
    vault = Vault.from_secrets(NEW, OLD)
    sealed = vault.seal(b"session", purpose="session", context="x")

    with pytest.raises(TamperedError):
        vault.open(Sealed(Vault.from_secrets(OLD).key_id, sealed.ciphertext), purpose="session", context="x")


def test_every_label_derives_its_own_stable_key() -> None:
    vault = Vault.from_secrets(NEW)

    keys = {vault.derive(label) for label in ("media links", "csrf", "session")}

    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}
    assert vault.derive("csrf") == Vault.from_secrets(NEW, OLD).derive("csrf")
    assert vault.derive("csrf") != Vault.from_secrets(OLD).derive("csrf")


def test_the_vault_does_not_show_its_secret() -> None:
    assert NEW not in repr(Vault.from_secrets(NEW))


def test_an_empty_secret_is_no_secret() -> None:
    with pytest.raises(ValueError, match="secret"):
        Vault.from_secrets("")
