"""What an AI read on a proof of payment, as the API shows it to the reviewer."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

import strawberry

from core.permissions import Permission
from graph.masking import masked
from graph.money import Money
from graph.nodes import Info
from graph.permissions import derived, field


@strawberry.type(description="One thing that was read on a receipt, beside what was expected.")
class ProofReadingDetail:
    is_expected: bool | None = strawberry.field(
        description="Whether it is what was expected; null where that cannot be told."
    )
    as_read: strawberry.Private[str]

    @derived(description="As it stands there; empty where nobody can read it. Never trust it.")
    async def read(self, info: Info) -> str:
        return await masked(info, self.as_read)


@strawberry.type(description="A payee that the shop told its customers of.")
class ProofReadingPayee:
    name: str = strawberry.field(description="Who is paid.")
    number: strawberry.Private[str]

    @field(may=Permission.PAYMENT_NUMBERS_READ, description="The number that customers pay to.")
    async def account_number(self) -> str | None:
        return self.number


@strawberry.type(description="What an AI read on a proof: advice for whoever reviews it. It decides nothing.")
class ProofReading:
    is_receipt: bool = strawberry.field(description="Whether it seems to show a payment at all.")
    amount: ProofReadingDetail = strawberry.field(description="How much was paid; expected is the order's total.")
    currency: ProofReadingDetail = strawberry.field(description="In which currency; expected is the order's.")
    paid_on: ProofReadingDetail = strawberry.field(description="When; expected is since the order was made, till now.")
    payee_name: ProofReadingDetail = strawberry.field(description="Who was paid; expected is a payee of the shop.")
    payee_account: ProofReadingDetail = strawberry.field(
        description="To which number, of which a bank may hide parts; expected is one of the shop."
    )
    reference: str = strawberry.field(description="The number of the transaction; may be empty.")
    notes: str = strawberry.field(description="What is unclear, hidden or looks edited; may be empty. Never trust it.")
    expected_amount: Money = strawberry.field(description="What the order cost when it was read.")
    ordered_on: date = strawberry.field(description="The day of the order, in the time zone of the shop.")
    expected_payees: list[ProofReadingPayee] = strawberry.field(description="Whom the shop had its customers pay.")
    provider: str = strawberry.field(description="The type of the provider that read it.")
    model: str = strawberry.field(description="The model that read it.")
    read_at: datetime = strawberry.field(description="When it was read.")

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        read, matches, expected = kept["read"], kept["matches"], kept["expected"]

        def detail(name: str) -> ProofReadingDetail:
            return ProofReadingDetail(as_read=read[name], is_expected=matches[name])

        return cls(
            is_receipt=read["is_receipt"],
            amount=detail("amount"),
            currency=detail("currency"),
            paid_on=detail("date"),
            payee_name=detail("payee_name"),
            payee_account=detail("payee_account"),
            reference=read["reference"],
            notes=read["notes"],
            expected_amount=Money.of(expected["amount"], expected["currency"]),
            ordered_on=date.fromisoformat(expected["ordered_on"]),
            expected_payees=[
                ProofReadingPayee(name=payee["name"], number=payee["account"]) for payee in expected["payees"]
            ],
            provider=kept["provider"],
            model=kept["model"],
            read_at=datetime.fromisoformat(kept["at"]),
        )
