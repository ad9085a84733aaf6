"""The simulated network as the API shows it: playing the customers, the phone and the line of a simulated number."""

from datetime import datetime
from enum import StrEnum

import strawberry
from strawberry.scalars import JSON

from core.whatsapp.gateway import ChatKind, ReceiptKind
from graph.mutations import Asked
from graph.scalars import described
from graph.schema.accounts import WhatsappAccount
from models.conversations import MessageKind

described(
    ChatKind,
    "What kind of chat something was written in; only a person's is ever answered.",
    PERSON="With one person.",
    GROUP="A group.",
    STATUS="A status broadcast.",
    NEWSLETTER="A newsletter.",
)
described(
    ReceiptKind,
    "What the customer's phone acknowledges.",
    DELIVERED="It has the message.",
    READ="The customer saw it.",
)


class SimulatorLineChange(StrEnum):
    DROP = "DROP"
    RESTORE = "RESTORE"
    BAN = "BAN"
    LOG_OUT = "LOG_OUT"
    REPLACE = "REPLACE"
    HOLD = "HOLD"
    RELEASE = "RELEASE"


described(
    SimulatorLineChange,
    "What happens to the line of a simulated number.",
    DROP="The connection is cut, until a time or until it is restored.",
    RESTORE="A cut or a ban ends.",
    BAN="WhatsApp bans the number, until a time or for good.",
    LOG_OUT="The number is logged out on its phone; it must be linked again.",
    REPLACE="Another program takes the line over.",
    HOLD="What customers write is kept back, as while the number is away.",
    RELEASE="What was kept back arrives, as a backlog.",
)


@strawberry.input(description="Something a customer writes to a simulated number.")
class SimulatorMessageSendInput(Asked):
    account_id: strawberry.ID = strawberry.field(description="The simulated number it is written to.")
    lid: str | None = strawberry.field(
        default=None,
        description="WhatsApp's id of the writer; the same id is the same person. Made of `phone` if unsaid.",
    )
    phone: str | None = strawberry.field(default=None, description="The writer's phone number.")
    profile_name: str = strawberry.field(default="", description="What the writer calls themselves.")
    kind: MessageKind = strawberry.field(default=MessageKind.TEXT, description="What it is.")
    text: str = strawberry.field(default="", description="What it says; of media, the caption.")
    upload_id: strawberry.ID | None = strawberry.field(default=None, description="The file it brings.")
    quoted_message_id: str | None = strawberry.field(
        default=None, description="WhatsApp's id of the message it answers to."
    )
    whatsapp_id: str | None = strawberry.field(
        default=None, description="WhatsApp's id of it; given again, the network delivers that message once more."
    )
    sent_at: datetime | None = strawberry.field(default=None, description="When it was written; now if unsaid.")
    chat_kind: ChatKind = strawberry.field(default=ChatKind.PERSON, description="Where it is written.")
    is_from_us: bool = strawberry.field(
        default=False, description="True: a person of the shop writes it to this customer, on the linked phone itself."
    )
    is_backlog: bool = strawberry.field(default=False, description="True: the network kept it while we were away.")
    copies: int = strawberry.field(default=1, description="How often the network delivers it, 1 to 20.")
    delay_seconds: float = strawberry.field(default=0, description="How long the network takes.")
    detail: JSON | None = strawberry.field(
        default=None, description="Of a place, a contact or a reaction: what it holds, as an object."
    )


@strawberry.type(description="What a simulated customer wrote is on its way.")
class SimulatorMessagePayload:
    whatsapp_id: str = strawberry.field(description="WhatsApp's id of it.")
    account: WhatsappAccount = strawberry.field(description="The number it is written to.")


@strawberry.input(description="A customer changes the words of a message.")
class SimulatorMessageEditInput(Asked):
    account_id: strawberry.ID = strawberry.field(description="The simulated number it was written to.")
    lid: str = strawberry.field(description="WhatsApp's id of the writer.")
    whatsapp_id: str = strawberry.field(description="WhatsApp's id of the message.")
    text: str = strawberry.field(description="What it says now.")


@strawberry.input(description="A customer takes a message back.")
class SimulatorMessageRevokeInput(Asked):
    account_id: strawberry.ID = strawberry.field(description="The simulated number it was written to.")
    lid: str = strawberry.field(description="WhatsApp's id of the writer.")
    whatsapp_id: str = strawberry.field(description="WhatsApp's id of the message.")


@strawberry.input(description="A customer begins or ceases to type.")
class SimulatorTypingSendInput(Asked):
    account_id: strawberry.ID = strawberry.field(description="The simulated number it is typed to.")
    lid: str = strawberry.field(description="WhatsApp's id of the customer.")
    is_typing: bool = strawberry.field(default=True, description="Whether they type now.")


@strawberry.input(description="Customers' phones acknowledge messages of ours.")
class SimulatorReceiptSendInput(Asked):
    account_id: strawberry.ID = strawberry.field(description="The simulated number that sent them.")
    whatsapp_ids: list[str] = strawberry.field(description="WhatsApp's ids of the messages.")
    kind: ReceiptKind = strawberry.field(description="What is acknowledged.")


@strawberry.input(
    description="The phone of a simulated number scans a QR code, or its owner types a pairing code there."
)
class SimulatorQrScanInput(Asked):
    account_id: strawberry.ID = strawberry.field(description="The simulated number.")
    code: str = strawberry.field(description="The QR code or the pairing code that is shown now.")


@strawberry.input(description="Something happens to the line of a simulated number.")
class SimulatorConnectionChangeInput(Asked):
    account_id: strawberry.ID = strawberry.field(description="The simulated number.")
    change: SimulatorLineChange = strawberry.field(description="What happens.")
    until: datetime | None = strawberry.field(default=None, description="Of a cut or a ban: when it ends by itself.")


@strawberry.type(description="What was asked of the simulated network is on its way.")
class SimulatorPayload:
    account: WhatsappAccount = strawberry.field(description="The number as it is now; what was asked may come later.")
