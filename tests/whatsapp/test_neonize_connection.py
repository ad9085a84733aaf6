"""What WhatsApp does to the line."""

from datetime import timedelta
from typing import Any

import pytest

from core.whatsapp.gateway import (
    ConnectionChanged,
)
from core.whatsapp.neonize_connection import REFUSALS, TEMPORARILY, connected, translate_login_status
from core.whatsapp.neonize_events import translate
from models.accounts import AccountStatus
from tests.whatsapp.protos import (
    LID,
    NOW,
    PHONE_JID,
    N,
    jid,
)


def refusal(name: str, kind: str) -> Any:
    reason = N.ConnectFailureReason.Value(kind)
    if name == "LoggedOut":
        return N.LoggedOut(OnConnect=True, Reason=reason)
    return N.ConnectFailure(Reason=reason, Message="", Raw=N.Node(Tag="failure"))


def changed(status: str, reason: str, *, must_link_again: bool = False) -> ConnectionChanged:
    return ConnectionChanged(AccountStatus(status), reason, must_link_again=must_link_again)


def banned_for(time: timedelta) -> ConnectionChanged:
    return ConnectionChanged(AccountStatus.BANNED, "temporary_ban", banned_until=NOW + time)


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        (N.Disconnected(status=True), changed("CONNECTING", "connection_lost")),
        (N.StreamError(Code="516", Raw=N.Node(Tag="x")), changed("CONNECTING", "connection_lost")),
        (N.StreamReplaced(), changed("DISCONNECTED", "replaced")),
        (N.ClientOutdated(), changed("DISCONNECTED", "client_outdated")),
        (N.LoggedOut(OnConnect=False, Reason=1), changed("DISCONNECTED", "logged_out", must_link_again=True)),
        (refusal("LoggedOut", "LOGGED_OUT"), changed("DISCONNECTED", "logged_out", must_link_again=True)),
        (refusal("LoggedOut", "MAIN_DEVICE_GONE"), changed("BANNED", "main_device_gone", must_link_again=True)),
        (refusal("LoggedOut", "UNKNOWN_LOGOUT"), changed("BANNED", "banned", must_link_again=True)),
        (refusal("LoggedOut", "GENERIC"), changed("DISCONNECTED", "logged_out", must_link_again=True)),
        (refusal("ConnectFailure", "GENERIC"), changed("CONNECTING", "line_failed")),
        (refusal("ConnectFailure", "EXPERIMENTAL"), changed("CONNECTING", "line_failed")),
        (refusal("ConnectFailure", "INTERNAL_SERVER_ERROR"), changed("CONNECTING", "connection_lost")),
        (refusal("ConnectFailure", "SERVICE_UNAVAILABLE"), changed("CONNECTING", "connection_lost")),
        (refusal("ConnectFailure", "BAD_USER_AGENT"), changed("DISCONNECTED", "client_outdated")),
        (refusal("ConnectFailure", "CLIENT_OUTDATED"), changed("DISCONNECTED", "client_outdated")),
        (refusal("ConnectFailure", "TEMP_BANNED"), banned_for(timedelta(days=1))),
        (N.TemporaryBan(Code=1, Expire=3600), banned_for(timedelta(hours=1))),
        (N.TemporaryBan(Code=5, Expire=0), banned_for(timedelta(days=1))),
        (N.TemporaryBan(Code=2, Expire=-5), banned_for(timedelta(days=1))),
        (N.TemporaryBan(Code=3, Expire=2**63 - 1), banned_for(timedelta(days=366))),
        (
            N.PairStatus(ID=jid(PHONE_JID), BusinessName="", Platform="", Status=1, Error="no"),
            changed("DISCONNECTED", "line_failed", must_link_again=True),
        ),
    ],
)
def test_what_whatsapp_does_to_the_line_is_told(happened: Any, expected: ConnectionChanged) -> None:
    assert translate(happened, now=NOW) == [expected]


def test_every_refusal_that_neonize_knows_is_named() -> None:
    assert {*REFUSALS, TEMPORARILY} == {each.name for each in N.ConnectFailureReason.DESCRIPTOR.values}


def test_being_paired_is_not_yet_being_connected() -> None:
    paired = N.PairStatus(ID=jid(PHONE_JID), BusinessName="", Platform="smba", Status=2)

    assert translate(paired, now=NOW) == []


def test_a_connected_line_names_its_number() -> None:
    me = N.Device(
        JID=jid("923001234567:12@s.whatsapp.net"),
        LID=jid(LID),
        Platform="",
        BussinessName="",
        PushName="",
        Initialized=True,
    )

    by_device, by_jid = connected(me), connected(me.JID)

    assert by_device == by_jid
    assert by_device == ConnectionChanged(
        AccountStatus.CONNECTED, jid="923001234567:12@s.whatsapp.net", phone="+923001234567"
    )


def test_a_connected_line_may_not_know_its_number() -> None:
    assert connected(jid()) == ConnectionChanged(AccountStatus.CONNECTED)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (b"timeout", changed("DISCONNECTED", "qr_timeout", must_link_again=True)),
        ("timeout", changed("DISCONNECTED", "qr_timeout", must_link_again=True)),
        (b"passkey-request", changed("DISCONNECTED", "passkey_needed", must_link_again=True)),
        (b"err-client-outdated", changed("DISCONNECTED", "client_outdated")),
        (b"success", None),
        (b"err-scanned-without-multidevice", None),
        (b"\xff", None),
        (b"", None),
    ],
)
def test_how_a_login_ends_is_told(word: bytes | str, expected: ConnectionChanged | None) -> None:
    assert translate_login_status(word) == expected
