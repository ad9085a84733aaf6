"""What a message of WhatsApp's is told as."""

from typing import Any

from core.whatsapp.gateway import (
    IdentityLearned,
    InboundEvent,
    MessageReceived,
)
from core.whatsapp.neonize_events import translate
from tests.whatsapp.protos import (
    AT,
    E2E,
    LID,
    NOW,
    PHONE,
    PHONE_JID,
    N,
    event,
    over_the_wire,
    source,
    text,
)

PAIR = IdentityLearned(LID, PHONE_JID, PHONE)


def told(message: Any, **envelope: Any) -> list[InboundEvent]:
    """All but who is who, which nearly every message tells."""
    return [each for each in translate(event(message, **envelope), now=NOW) if not isinstance(each, IdentityLearned)]


def received(message: Any, **envelope: Any) -> MessageReceived:
    [only] = told(message, **envelope)
    assert isinstance(only, MessageReceived)
    return only


def wrapped(name: str, message: Any) -> Any:
    wrapper = E2E.Message()
    getattr(wrapper, name).message.CopyFrom(message)
    return wrapper


def protocol(kind: int, **fields: Any) -> Any:
    return E2E.Message(protocolMessage=E2E.ProtocolMessage(type=kind, **fields))


def edit(words: str = "5000", **fields: Any) -> Any:
    return protocol(
        E2E.ProtocolMessage.MESSAGE_EDIT, key={"ID": "3EB0B", "fromMe": True}, editedMessage=text(words), **fields
    )


def receipt(kind: str, *, where: Any = None, ids: tuple[str, ...] = ("3EB0B", "3EB0C")) -> Any:
    made = N.Receipt(MessageIDs=ids, Timestamp=int(AT.timestamp()), Type=N.Receipt.ReceiptType.Value(kind))
    made.MessageSource.CopyFrom(where if where is not None else source())
    return over_the_wire(made)


def presence(state: str, *, where: Any = None, media: str = "TEXT") -> Any:
    made = N.ChatPresence(
        State=N.ChatPresence.ChatPresence.Value(state), Media=N.ChatPresence.ChatPresenceMedia.Value(media)
    )
    made.MessageSource.CopyFrom(where if where is not None else source())
    return over_the_wire(made)
