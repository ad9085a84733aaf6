"""What neonize says of the line itself: linked, lost, replaced, banned."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from core.whatsapp.gateway import ConnectionChanged
from core.whatsapp.neonize_fields import legible, words
from core.whatsapp.neonize_jids import jid_of
from models.accounts import AccountStatus

# Until a ban that names no end is looked at again, and the end of one that names an absurd one.
USUAL_BAN = timedelta(days=1)
LONGEST_BAN = timedelta(days=366)

LOST = ConnectionChanged(AccountStatus.CONNECTING, "connection_lost")
# Here whatsmeow does not try again by itself.
FAILED = ConnectionChanged(AccountStatus.CONNECTING, "line_failed")
REPLACED = ConnectionChanged(AccountStatus.DISCONNECTED, "replaced")
OUTDATED = ConnectionChanged(AccountStatus.DISCONNECTED, "client_outdated")
LOGGED_OUT = ConnectionChanged(AccountStatus.DISCONNECTED, "logged_out", must_link_again=True)
MAIN_DEVICE_GONE = ConnectionChanged(AccountStatus.BANNED, "main_device_gone", must_link_again=True)
BANNED = ConnectionChanged(AccountStatus.BANNED, "banned", must_link_again=True)
QR_TIMEOUT = ConnectionChanged(AccountStatus.DISCONNECTED, "qr_timeout", must_link_again=True)
PASSKEY_NEEDED = ConnectionChanged(AccountStatus.DISCONNECTED, "passkey_needed", must_link_again=True)
NOT_LINKED = ConnectionChanged(AccountStatus.DISCONNECTED, "line_failed", must_link_again=True)

# Why WhatsApp refused the connection, by neonize's names; its numbers are 400 to 503.
REFUSALS = {
    "GENERIC": FAILED,
    "LOGGED_OUT": LOGGED_OUT,
    "MAIN_DEVICE_GONE": MAIN_DEVICE_GONE,
    "UNKNOWN_LOGOUT": BANNED,
    "CLIENT_OUTDATED": OUTDATED,
    "BAD_USER_AGENT": OUTDATED,
    "INTERNAL_SERVER_ERROR": LOST,
    "EXPERIMENTAL": FAILED,
    "SERVICE_UNAVAILABLE": LOST,
}
TEMPORARILY = "TEMP_BANNED"
# How showing codes ends without a link.
LOGIN_ENDS = {"timeout": QR_TIMEOUT, "err-client-outdated": OUTDATED}
# With these the session is deleted already.
LOGOUTS = {"MAIN_DEVICE_GONE": MAIN_DEVICE_GONE, "UNKNOWN_LOGOUT": BANNED}


def translate_connection(event: Any, *, now: datetime) -> ConnectionChanged | None:
    """None: nothing changed. After DISCONNECTED or BANNED the line is over."""
    name = event.DESCRIPTOR.name
    read = _READERS.get(name)
    return read(event, now) if read else _ALWAYS.get(name)


def connected(me: Any) -> ConnectionChanged:
    """`me`: who the line belongs to, as neonize's Device or JID; the JID keeps the device's number."""
    jid = me.JID if "JID" in me.DESCRIPTOR.fields_by_name else me
    known = jid_of(jid)
    if known is None:
        return ConnectionChanged(AccountStatus.CONNECTED)
    device = f":{jid.Device}" if jid.Device else ""
    return ConnectionChanged(AccountStatus.CONNECTED, jid=f"{known.user}{device}@{known.server}", phone=known.phone)


def translate_login_status(word: bytes | str) -> ConnectionChanged | None:
    """`word` as neonize's login callback gets it; None: the login goes on."""
    text = legible(word)
    return PASSKEY_NEEDED if text.startswith("passkey") else LOGIN_ENDS.get(text)


def _refused(event: Any, now: datetime) -> ConnectionChanged:
    reason = _name_of(event, "Reason")
    return _banned_until(now + USUAL_BAN) if reason == TEMPORARILY else REFUSALS.get(reason, FAILED)


def _logged_out(event: Any, now: datetime) -> ConnectionChanged:  # noqa: ARG001 - one signature for all
    # While connected no reason is given: the owner took the device off the list.
    return LOGOUTS.get(_name_of(event, "Reason"), LOGGED_OUT) if event.OnConnect else LOGGED_OUT


def _banned(event: Any, now: datetime) -> ConnectionChanged:
    seconds = min(int(event.Expire), LONGEST_BAN.total_seconds())
    return _banned_until(now + (timedelta(seconds=seconds) if seconds > 0 else USUAL_BAN))


def _banned_until(moment: datetime) -> ConnectionChanged:
    return ConnectionChanged(AccountStatus.BANNED, "temporary_ban", banned_until=moment)


def _paired(event: Any, now: datetime) -> ConnectionChanged | None:  # noqa: ARG001 - one signature for all
    return NOT_LINKED if _name_of(event, "Status") == "ERROR" or words(event, "Error") else None


def _name_of(event: Any, name: str) -> str:
    """Of an enum's value."""
    described = event.DESCRIPTOR.fields_by_name[name].enum_type.values_by_number.get(getattr(event, name))
    return described.name if described else ""


_ALWAYS = {
    "Disconnected": LOST,
    "StreamError": LOST,
    "StreamReplaced": REPLACED,
    "ClientOutdated": OUTDATED,
}
_READERS: dict[str, Callable[[Any, datetime], ConnectionChanged | None]] = {
    "ConnectFailure": _refused,
    "LoggedOut": _logged_out,
    "TemporaryBan": _banned,
    "PairStatus": _paired,
}
