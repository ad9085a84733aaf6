"""Generated lies in five languages, through whole turns on PostgreSQL: what is sent never holds one."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self

import pytest
import time_machine

from core import clock
from core.assistant.decision import OrderFact, TurnFacts
from core.assistant.guard.guard import Change, Guarded
from core.assistant.guard.sentence import Kind
from core.audit import PROGRAM
from models.catalog import Package, Service
from models.conversations import Draft, Turn
from models.customers import Customer
from models.orders import Order, OrderStatus
from models.payments import PaymentConfig
from models.providers import AiProvider
from tests.adversary.stage import Cast, Model, broken, text
from tests.chats import Chats
from tests.guard.facts import CARE, COURSE, FACTS, NOTHING_ORDERED, SITES, TO_PAY
from tests.guard.false_texts import METHODS, Lie, lie
from tests.guard.test_false_texts import without_the_truth

# What customers write who did not name anything.
FILLERS = ("please tell me more", "and then?", "what else", "go on please", "I see, and?", "hm, interesting")
# Who says the same five times within an hour is taken for a program.
PAUSE = timedelta(minutes=16)
WHO = {"orders": FACTS, "unpaid": TO_PAY, "nothing": NOTHING_ORDERED}


@dataclass
class Shop:
    """The shop that the lies are about, with a customer for each of the facts they speak of."""

    chats: Chats
    model: Model
    fillers: random.Random = field(default_factory=lambda: random.Random(7))

    @classmethod
    async def open(cls, chats: Chats, model: Model) -> Self:
        await chats.settings.change({"business_name": FACTS.business_name}, PROGRAM)
        for service in (SITES, CARE, COURSE):
            row = await Service.create(name=service.name, description=service.description)
            for package in service.packages:
                await Package.create(
                    id=package.id,
                    service_id=row.id,
                    name=package.name,
                    features=list(package.features),
                    duration_count=package.duration_count,
                    duration_unit=package.duration_unit,
                    price_amount=package.price.amount,
                    currency=package.price.currency,
                )
        for method in METHODS:
            await PaymentConfig.create(
                method=method.method,
                label=method.label,
                currency=method.currency,
                payee_name=method.payee_name,
                account_number=method.account_number,
                bank_name=method.bank_name,
                instructions=method.instructions,
            )
        shop = cls(chats, model)
        for who, facts in WHO.items():
            await shop._meet(who, facts.orders)
        return shop

    async def _meet(self, who: str, orders: tuple[OrderFact, ...]) -> None:
        await self.chats.writes("hello", lid=f"{who}@lid")
        self.model.will(text("Hello!"))
        await self.chats.answers(f"{who}@lid")
        conversation = await self.chats.conversation(f"{who}@lid")
        for order in reversed(orders):
            await Order.create(
                number=order.number,
                account_id=self.chats.account.id,
                customer_id=conversation.customer_id,
                conversation_id=conversation.id,
                service_name="-",
                package_name=order.package_name,
                unit_amount=order.total.amount // order.quantity,
                quantity=order.quantity,
                total_amount=order.total.amount,
                currency=order.total.currency,
                status=order.status,
                paid_at=clock.now() if order.status is OrderStatus.COMPLETED else None,
            )

    async def hears(self, told: Lie, language: str) -> tuple[str, Turn]:
        """What is sent when the model says this, and the turn."""
        lid = f"{_who(told.facts)}@lid"
        await Customer.filter(lid=lid).update(language=language, is_language_chosen=True)
        for said in told.said or (self.fillers.choice(FILLERS),):
            await self.chats.writes(said, lid=lid)
        self.model.will(text(told.text))
        (sent,) = await self.chats.answers(lid)
        turn = await Turn.all().order_by("-id").first()
        assert turn is not None
        return sent, turn


def _who(facts: TurnFacts) -> str:
    return next(who for who, known in WHO.items() if known is facts)


async def assert_none_is_sent(chats: Chats, cast: Cast, seeds: range, *, spoken: str | None = None) -> None:
    """`spoken`: by the customers, if it is another language than the model's."""
    model = await cast.add("Liar")
    with time_machine.travel(clock.now(), tick=False) as traveller:
        shop = await Shop.open(chats, model)
        for seed in seeds:
            traveller.shift(PAUSE)
            told = lie(random.Random(seed))

            sent, turn = await shop.hears(told, spoken or told.language)

            assert turn.answered_with == "CLAUDE", (seed, told)
            changes = [
                Change(Kind(each["kind"]), each["said"], each["sentence"], each["instead"])
                for each in turn.record["guard"]
            ]
            assert changes, (seed, told)
            assert told.sentence not in without_the_truth(Guarded(sent, tuple(changes))), (seed, told, sent)
    assert len(model.asked) == len(seeds) + len(WHO)
    assert await Draft.all().count() == 0
    assert {order.status for order in await Order.all()} == {
        OrderStatus.PAYMENT_SUBMITTED,
        OrderStatus.COMPLETED,
        OrderStatus.PENDING,
    }
    assert (await AiProvider.get()).failures == 0
    assert await broken(chats.database) == []


async def test_no_lie_reaches_a_customer(chats: Chats, cast: Cast) -> None:
    await assert_none_is_sent(chats, cast, range(5_000, 5_100))


@pytest.mark.parametrize("spoken", ["en", "ur"])
async def test_no_lie_in_another_language_than_the_customers_is_sent(chats: Chats, cast: Cast, spoken: str) -> None:
    await assert_none_is_sent(chats, cast, range(40), spoken=spoken)


@pytest.mark.soak
@pytest.mark.timeout(3600)
async def test_no_lie_of_ten_thousand_reaches_a_customer(chats: Chats, cast: Cast) -> None:
    start = random.SystemRandom().randrange(10**9)
    await assert_none_is_sent(chats, cast, range(start, start + 10_000))
