"""What the assistant did in a turn and why, as the API shows it: of a turn that was, and of one decided again."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

import strawberry
from strawberry.scalars import JSON

from core.assistant.guard.sentence import Kind
from core.assistant.replay import Replay
from core.permissions import Permission
from graph.masking import masked, masked_tree
from graph.money import Money
from graph.nodes import Info
from graph.permissions import derived, field
from graph.scalars import described
from graph.schema.catalog import Package
from graph.schema.knowledge import KnowledgeEntry
from graph.schema.orders import Order
from graph.schema.providers import AiProvider
from models import knowledge as knowledge_tables
from models.providers import AiUsageLog

described(
    Kind,
    "What kind of claim the guard doubted.",
    name="GuardedClaim",
    PRICE="A price or a total.",
    PERCENT="A percentage.",
    DISCOUNT="A discount or something for nothing.",
    ACCOUNT="A number to pay to.",
    PAYEE="The name of whom to pay.",
    PHONE="A phone number.",
    LINK="A link or an address.",
    PACKAGE="Something that is not on sale.",
    ORDER="The number of an order.",
    STATUS="How an order stands.",
    CODE="A code or another number.",
)


class TurnActionKind(StrEnum):
    """By the names that the records of turns have for them."""

    PROPOSE_ORDER = "ProposeOrder"
    CONFIRM_DRAFT = "ConfirmDraft"
    DECLINE_DRAFT = "DeclineDraft"
    SUBMIT_PROOF = "SubmitProof"
    CANCEL_ORDER = "CancelOrder"
    HAND_OFF = "HandOff"
    OPT_OUT = "OptOut"
    OPT_IN = "OptIn"


described(
    TurnActionKind,
    "What the assistant asked the program to do.",
    PROPOSE_ORDER="To sum up an order and ask the customer to confirm it.",
    CONFIRM_DRAFT="To make the order that the customer said yes to.",
    DECLINE_DRAFT="To drop what was summed up.",
    SUBMIT_PROOF="To take a file as the proof of payment of an order.",
    CANCEL_ORDER="To cancel an order.",
    HAND_OFF="To leave the chat to a person.",
    OPT_OUT="To write nothing unasked any more: the customer said STOP.",
    OPT_IN="To write news again: the customer said START.",
)


@strawberry.type(description="Something the assistant asked the program to do; whether it could, the messages say.")
class TurnAction:
    id: strawberry.ID = strawberry.field(description="The id of this action.")
    kind: TurnActionKind = strawberry.field(description="What.")
    quantity: int | None = strawberry.field(description="Of PROPOSE_ORDER: how many.")
    package_id: strawberry.Private[int | None]
    order_id: strawberry.Private[int | None]

    @field(may=Permission.CATALOG_READ, description="Of PROPOSE_ORDER: the package; null when it is gone.")
    async def package(self, info: Info) -> Package | None:
        return await Package.load(info, self.package_id)

    @field(may=Permission.ORDERS_READ, description="Of SUBMIT_PROOF and CANCEL_ORDER: the order.")
    async def order(self, info: Info) -> Order | None:
        return await Order.load(info, self.order_id)


@strawberry.type(description="A tool that the model called.")
class TurnToolCall:
    id: strawberry.ID = strawberry.field(description="The id of this call.")
    tool: str = strawberry.field(description="Which tool; the model may name one that there is not.")
    arguments: JSON = strawberry.field(description="With what, as the model wrote it: never trust it.")
    is_refused: bool = strawberry.field(description="Whether the program did not do it.")
    refusal: str | None = strawberry.field(description="Why not, as the model was told.")


@strawberry.type(description="A sentence of the model that did not reach the customer.")
class TurnGuardChange:
    id: strawberry.ID = strawberry.field(description="The id of this change.")
    kind: Kind = strawberry.field(description="What kind of claim was doubted.")
    claim: str = strawberry.field(description="The claim.")
    sentence: str = strawberry.field(description="The sentence it stood in.")
    replacement: str = strawberry.field(description="What stands there instead; said once if several were replaced so.")


@strawberry.type(description="One request to an AI provider.")
class TurnHop:
    id: strawberry.ID = strawberry.field(description="The id of this request.")
    provider_type: str = strawberry.field(description="Whose API, e.g. CLAUDE.")
    model: str = strawberry.field(description="Which model was asked.")
    outcome: str = strawberry.field(description="OK, or in a word what went wrong, e.g. RATE_LIMITED.")
    milliseconds: int = strawberry.field(description="How long it took.")
    tokens_read: int | None = strawberry.field(description="Tokens it was sent; null without an answer.")
    tokens_written: int | None = strawberry.field(description="Tokens it wrote; null without an answer.")
    cost: Money | None = strawberry.field(description="What it cost, to fractions of a cent; null: no price is known.")
    provider_id: strawberry.Private[int | None]

    @classmethod
    def of(cls, row: AiUsageLog) -> Self:
        return cls(
            id=strawberry.ID(f"TurnHop:{row.id}"),
            provider_type=row.provider_type,
            model=row.model,
            outcome=row.outcome,
            milliseconds=row.milliseconds,
            tokens_read=row.tokens_read,
            tokens_written=row.tokens_written,
            cost=None
            if row.cost is None or not row.cost_currency
            else Money(amount=row.cost, currency=row.cost_currency),
            provider_id=row.provider_id,
        )

    @field(may=Permission.PROVIDERS_READ, description="The provider; null when it was deleted.")
    async def provider(self, info: Info) -> AiProvider | None:
        return await AiProvider.load(info, self.provider_id)


@strawberry.type
class Decided:
    """What a turn and a turn decided again have in common."""

    answered_with: str = strawberry.field(description="What answered: the type of a provider, or BUILT_IN.")
    model: str | None = strawberry.field(description="The model as its vendor names it; null: none answered.")
    prompt_version: int | None = strawberry.field(
        description="The version of the salesperson's prompt that was told; 0: as shipped, null: no provider was asked."
    )
    language: str | None = strawberry.field(description="The language it answered in; null: not kept.")
    milliseconds: int = strawberry.field(description="How long it took.")
    noted: strawberry.Private[Mapping[str, Any]]
    name: strawberry.Private[str]  # tells the parts of one from those of another
    turn_id: strawberry.Private[int | None]  # of a turn that was

    @field(may=Permission.CONVERSATIONS_READ, description="What the program was asked to do, in order.", size=1)
    def actions(self) -> list[TurnAction]:
        return [
            TurnAction(
                id=strawberry.ID(f"TurnAction:{self.name}:{place}"),
                kind=TurnActionKind(action["do"]),
                quantity=action.get("quantity"),
                package_id=action.get("package_id"),
                order_id=action.get("order_id"),
            )
            for place, action in _each(self.noted, "actions")
            if action.get("do") in set(TurnActionKind)
        ]

    @field(may=Permission.CONVERSATIONS_READ, description="The tools that the model called, in order.", size=3)
    async def tool_calls(self, info: Info) -> list[TurnToolCall]:
        return [
            TurnToolCall(
                id=strawberry.ID(f"TurnToolCall:{self.name}:{place}"),
                tool=str(call.get("tool", "")),
                arguments=JSON(call.get("arguments")),
                is_refused=call.get("is_error") is True,
                refusal=call.get("refusal"),
            )
            for place, call in _each(await masked_tree(info, self.noted), "tools")
        ]

    @field(may=Permission.CONVERSATIONS_READ, description="What the guard replaced.", size=1)
    async def guard_changes(self, info: Info) -> list[TurnGuardChange]:
        return [
            TurnGuardChange(
                id=strawberry.ID(f"TurnGuardChange:{self.name}:{place}"),
                kind=Kind(change["kind"]),
                claim=str(change.get("said", "")),
                sentence=str(change.get("sentence", "")),
                replacement=str(change.get("instead", "")),
            )
            for place, change in _each(await masked_tree(info, self.noted), "guard")
            if change.get("kind") in set(Kind)
        ]

    @field(
        may=Permission.KNOWLEDGE_READ,
        description="The entries of the FAQ that it answered from: all that the model was given, or the one that was "
        "said; as they are now, without those that are gone.",
        size=2,
    )
    async def faq_entries(self, info: Info) -> list[KnowledgeEntry] | None:
        keys = _numbers(self.noted, "faq")
        rows = await info.context.loaders.one(knowledge_tables.KnowledgeEntry).load_many(keys)
        return [KnowledgeEntry.from_row(row) for row in rows if row is not None]

    @field(
        may=Permission.CONVERSATIONS_READ,
        description="Every request to an AI provider, also those that failed.",
        size=2,
    )
    async def hops(self, info: Info) -> list[TurnHop]:
        return [TurnHop.of(row) for row in await self._used(info)]

    @field(
        may=Permission.CONVERSATIONS_READ,
        description="What the requests cost, to fractions of a cent, in each currency; those of no known price are "
        "left out.",
        size=1,
    )
    async def cost(self, info: Info) -> list[Money]:
        sums: dict[str, Decimal] = {}
        for row in await self._used(info):
            if (cost := cost_of(row)) is not None:
                sums[cost.currency] = sums.get(cost.currency, Decimal(0)) + cost.amount
        return [Money(amount=amount, currency=currency) for currency, amount in sorted(sums.items())]

    async def _used(self, info: Info) -> list[AiUsageLog]:
        loaders = info.context.loaders
        if self.turn_id is not None:
            return await loaders.children(AiUsageLog, "turn_id").load(self.turn_id)
        rows = await loaders.one(AiUsageLog).load_many(_numbers(self.noted, "usage"))
        return [row for row in rows if row is not None]


def cost_of(row: AiUsageLog) -> Money | None:
    return Money(amount=row.cost, currency=row.cost_currency) if row.cost is not None and row.cost_currency else None


def prompt_version_of(noted: Mapping[str, Any]) -> int | None:
    """None in records of older programs, and where no provider was asked."""
    prompt = noted.get("prompt")
    version = prompt.get("version") if isinstance(prompt, Mapping) else None
    return version if isinstance(version, int) else None


def text_of(noted: Mapping[str, Any], name: str) -> str | None:
    value = noted.get(name)
    return value if isinstance(value, str) else None


def _each(noted: Mapping[str, Any], name: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    """The parts of that name; records of older programs hold others or none."""
    found = noted.get(name)
    parts = found if isinstance(found, list) else []
    return [(place, part) for place, part in enumerate(parts, start=1) if isinstance(part, Mapping)]


def _numbers(noted: Mapping[str, Any], name: str) -> list[int]:
    found = noted.get(name)
    return [each for each in found if isinstance(each, int)] if isinstance(found, list) else []


# What was told is of several kinds; each is shown to those who may read that kind.
FACTS_NEED = {
    "services": Permission.CATALOG_READ,
    "orders": Permission.ORDERS_READ,
    "payment_methods": Permission.PAYMENTS_READ,
    "faq": Permission.KNOWLEDGE_READ,
}


async def facts_for(info: Info, facts: object) -> JSON | None:
    if not isinstance(facts, Mapping):
        return None
    may = info.context.caller.may
    shown = {name: value for name, value in facts.items() if name not in FACTS_NEED or may(FACTS_NEED[name])}
    if not may(Permission.PAYMENT_NUMBERS_READ) and isinstance(methods := shown.get("payment_methods"), list):
        shown["payment_methods"] = [
            {name: value for name, value in method.items() if name != "account_number"}
            for method in methods
            if isinstance(method, Mapping)
        ]
    return JSON(await masked_tree(info, shown))


@strawberry.type(description="What a turn would be with today's prompts and providers. Nothing of it is said or done.")
class TurnReplay(Decided):
    id: strawberry.ID = strawberry.field(description="The id of this answer; nothing is kept under it.")
    said: strawberry.Private[tuple[str, ...]]

    @derived(description="What the assistant would say; what the program would say of the `actions` is not among it.")
    async def replies(self, info: Info) -> list[str]:
        return [await masked(info, reply) for reply in self.said]

    @derived(description="As `record` of a turn; its form is not promised.")
    async def record(self, info: Info) -> JSON:
        return JSON(await masked_tree(info, self.noted))

    @classmethod
    def of(cls, replay: Replay, request_id: str) -> Self:
        noted = replay.record
        return cls(
            id=strawberry.ID(f"TurnReplay:{request_id}"),
            name=f"replay:{request_id}",
            turn_id=None,
            noted=noted,
            answered_with=text_of(noted, "answered_with") or "BUILT_IN",
            model=text_of(noted, "model"),
            prompt_version=prompt_version_of(noted),
            language=text_of(noted, "language"),
            milliseconds=replay.milliseconds,
            said=tuple(replay.replies),
        )


# Takes no key: what a key keeps would be another copy of what a customer is told.
@strawberry.input(description="A turn that is to be decided again. Each time is a request of its own.")
class TurnReplayInput:
    id: strawberry.ID = strawberry.field(description="The turn.")
