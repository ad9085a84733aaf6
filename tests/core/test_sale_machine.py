"""Customers, staff, duplicates, delays, crashes and the clock in any order: the rules of a sale hold throughout."""

import asyncio
import itertools
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core.assistant.decision import (
    CancelOrder,
    ConfirmDraft,
    DeclineDraft,
    HandOff,
    OptIn,
    OptOut,
    ProposeOrder,
    SubmitProof,
)
from core.embedded_postgres import EmbeddedPostgres
from core.money import Money
from models.conversations import Direction, Message, MessageKind
from models.orders import Order, OrderStatus
from tests.machine.doings import (
    KEY_REUSED,
    WORDS,
    YES,
    Amends,
    BacklogEnds,
    ByTheClock,
    Chats,
    ComesAgain,
    Decides,
    Doing,
    GoesOn,
    JobsRun,
    OutboxSends,
    Reprices,
    Says,
    SendsFile,
    Shelves,
    Strays,
    TypedOnPhone,
    with_one_key,
)
from tests.machine.invariants import ALLOWED, CONFIRMING
from tests.machine.premises import ASTRAY
from tests.machine.street import Street

T = TypeVar("T")

_databases = itertools.count(1)

# --- What may happen -------------------------------------------------------------------------------------------------

customers = st.integers(0, 2)
packages = st.integers(0, 2)
ids = st.integers(1, 6)  # in a database of one example nearly always somebody's
moments = st.sampled_from([4, 4, 4, 4, 60, 600, 31 * 60, 25 * 3600, 49 * 3600])

says = st.builds(
    Says,
    customers,
    st.sampled_from(WORDS),
    copies=st.sampled_from([1, 1, 2, 3]),
    minutes_late=st.sampled_from([0, 0, 0, 2, 20]),
    is_backlog=st.sampled_from([False, False, False, True]),
    is_quoting=st.booleans(),
)
files = st.builds(
    SendsFile,
    customers,
    st.sampled_from([MessageKind.IMAGE, MessageKind.IMAGE, MessageKind.STICKER, MessageKind.DOCUMENT]),
    st.sampled_from([1, 2, 3, None]),
    st.sampled_from(["", "", "paid", "how much"]),
)
amends = st.builds(Amends, customers, st.integers(-1, 2), st.sampled_from([None, *WORDS]))
phones = st.one_of(
    says,
    files,
    amends,
    st.builds(GoesOn, customers),
    st.builds(ComesAgain, st.integers(0, 9)),
    st.just(BacklogEnds()),
)
decisions = st.builds(
    Decides,
    st.sampled_from(
        [OrderStatus.PAID, OrderStatus.REJECTED, OrderStatus.COMPLETED, OrderStatus.REFUNDED, OrderStatus.CANCELLED]
    ),
    st.integers(0, 2),
    st.sampled_from([0, 0, 1, 1, 2, 3, 4]),
    st.sampled_from([None, 0, 1, 10**15]),
)
REVIEWS = (OrderStatus.PAID, OrderStatus.REJECTED, OrderStatus.CANCELLED)
prices = st.builds(
    Money, st.sampled_from([0, 1, 250_000, 10**12]), st.sampled_from(["PKR", "PKR", "USD", "KWD", "JPY"])
)
shelf = st.builds(Reprices, packages, prices) | st.builds(
    Shelves, packages, st.sampled_from([True, True, False]), st.booleans()
)
inbox = st.builds(
    Chats,
    customers,
    st.sampled_from(["takes over", "hands back", "pauses", "writes", "clears", "blocks", "unblocks", "unblocks"]),
) | st.builds(TypedOnPhone, customers)
clockwork = st.builds(ByTheClock, st.sampled_from(["expire", "remind", "abandon", "resume"])) | st.just(OutboxSends())
doings = phones | decisions | shelf | inbox | clockwork | st.just(JobsRun()) | st.just(JobsRun())

mischief = st.one_of(
    st.builds(ProposeOrder, ids, st.sampled_from([1, 2, 0, -1, 10**6])),
    st.builds(ConfirmDraft, ids, st.integers(1, 30)),
    st.builds(DeclineDraft, ids),
    st.builds(SubmitProof, ids, st.integers(1, 30)),
    st.builds(CancelOrder, ids),
    st.sampled_from([HandOff(), OptOut(), OptIn()]),
)


class SaleMachine(RuleBasedStateMachine):
    """Each example has a database of its own and a loop of its own."""

    def __init__(self, server: EmbeddedPostgres, template: str, folder: Path) -> None:
        super().__init__()
        self._server = server
        self._database = f"parley_machine_{next(_databases)}"
        self._runner = asyncio.Runner()
        self._seen_drafts = self._seen_orders = 0
        self._run(self._admin(f"create database {self._database} template {template} strategy file_copy"))
        self._street = Street(server.dsn(self._database), folder)
        try:
            self._run(self._street.open())
        except BaseException:
            self.teardown()
            raise

    def teardown(self) -> None:
        try:
            self._run(self._street.close())
        finally:
            self._run(self._admin(f"drop database {self._database} with (force)"))
            self._runner.close()

    # --- Customers ---------------------------------------------------------------------------------------------------

    @initialize(who=customers, times=st.integers(0, 4))
    def a_sale_begins(self, who: int, times: int) -> None:
        self.a_customer_goes_on(who, times, None)

    @rule(doing=phones, is_answered=st.sampled_from([True, True, False]))
    def a_phone_brings(self, doing: Doing, is_answered: bool) -> None:
        self._does(doing)
        if is_answered:
            self._moment_passes()

    @rule(who=customers, quantity=st.sampled_from([1, 2, 999]), package=st.sampled_from(["Starter", "Gold", "Logo"]))
    def a_customer_asks_for(self, who: int, quantity: int, package: str) -> None:
        self._does(Says(who, f"{quantity} x {package}"))
        self._moment_passes()

    @rule(who=customers, times=st.integers(1, 4), between=st.none() | shelf | doings)
    def a_customer_goes_on(self, who: int, times: int, between: Doing | None) -> None:
        for _ in range(times):
            self._does(GoesOn(who))
            self._moment_passes()
            if between is not None:
                self._does(between)

    @rule(who=customers, price=prices)
    def the_price_changes_while_a_customer_decides(self, who: int, price: Money) -> None:
        self.a_customer_goes_on(who, 2, Reprices(1, price))

    # --- The shop ----------------------------------------------------------------------------------------------------

    @rule(decision=decisions)
    def somebody_decides(self, decision: Decides) -> None:
        order = self._run(self._street.order(decision.which))
        outcome = self._does(decision)

        if order is not None:
            actor = self._street.actors[decision.by]
            assert outcome == decision.expected(order.status, order.total_amount, actor, ALLOWED)

    @rule(is_good=st.sampled_from([True, True, False]), by=st.integers(0, 2))
    def somebody_reviews_the_newest_proof(self, is_good: bool, by: int) -> None:
        orders = self._run(self._street.orders(OrderStatus.PAYMENT_SUBMITTED))
        if orders:
            verdict = Decides(OrderStatus.PAID if is_good else OrderStatus.REJECTED, by=by)
            assert self._run(verdict.decide(self._street, orders[0])) == "DONE"

    @rule(verdicts=st.lists(st.sampled_from(REVIEWS), min_size=2, max_size=2))
    def two_review_the_newest_proof_at_once(self, verdicts: list[OrderStatus]) -> None:
        orders = self._run(self._street.orders(OrderStatus.PAYMENT_SUBMITTED))
        if orders:
            one, other = (Decides(verdict, by=by) for by, verdict in enumerate(verdicts))
            self._run(self._both_decide(orders[0], one, other))

    @rule(one=decisions, other=decisions)
    def two_decide_the_same_order_at_once(self, one: Decides, other: Decides) -> None:
        if (order := self._run(self._street.order(one.which))) is not None:
            self._run(self._both_decide(order, one, other))

    @rule(decision=decisions, other=decisions, key=st.sampled_from(["k1", "k2", "k3"]))
    def a_request_is_repeated(self, decision: Decides, other: Decides, key: str) -> None:
        one = Decides(decision.to, decision.which, decision.by, decision.amount, key)
        another = Decides(other.to, decision.which, decision.by, other.amount, key)

        first, again, reused = self._run(with_one_key(self._street, one, another))

        assert first == again
        if first == "DONE" and (one.to, one.amount) != (another.to, another.amount):
            assert reused == KEY_REUSED

    @rule(doing=shelf)
    def the_shelf_changes(self, doing: Doing) -> None:
        self._does(doing)

    @rule(doing=inbox)
    def a_person_chats(self, doing: Doing) -> None:
        self._does(doing)

    @rule(actions=st.lists(mischief, min_size=1, max_size=3))
    def the_assistant_will_go_astray(self, actions: list[ProposeOrder]) -> None:
        self._does(Strays(tuple(actions)))

    # --- Time, accidents ---------------------------------------------------------------------------------------------

    @rule(seconds=moments, doing=clockwork)
    def time_passes(self, seconds: int, doing: Doing) -> None:
        self._street.let_pass(timedelta(seconds=seconds))
        self._does(doing)
        self._does(JobsRun())

    @rule(one=doings, other=doings)
    def two_things_happen_at_once(self, one: Doing, other: Doing) -> None:
        self._street.let_pass(timedelta(seconds=4))
        self._run(_together(one.do(self._street), other.do(self._street)))

    @rule(who=customers, text=st.sampled_from(WORDS), doing=doings)
    def something_happens_while_the_assistant_thinks(self, who: int, text: str, doing: Doing) -> None:
        self._street.shop.assistant.meanwhile = lambda: doing.do(self._street)
        self._does(Says(who, text))
        self._moment_passes()
        self._street.shop.assistant.meanwhile = None

    @rule(who=customers, first=st.sampled_from(["2 x Gold", "Logo", "yes"]), then=st.sampled_from(WORDS))
    def a_customer_does_not_wait_for_the_answer(self, who: int, first: str, then: str) -> None:
        self.something_happens_while_the_assistant_thinks(who, first, Says(who, then))
        self._moment_passes()

    @rule(doing=doings, after=st.integers(0, 60))
    def a_crash_cuts_it_off(self, doing: Doing, after: int) -> None:
        self._street.let_pass(timedelta(seconds=4))
        self._run(self._street.crash(doing.do(self._street), after))

    @rule()
    def the_program_restarts(self) -> None:
        self._run(self._street.restart())

    # --- What must hold ----------------------------------------------------------------------------------------------

    @invariant()
    def all_invariants_hold(self) -> None:
        self._run(self._look())

    async def _look(self) -> None:
        street = self._street
        broken = await street.broken()
        assert broken == [], broken
        stored = await Message.filter(direction=Direction.INBOUND).count()
        assert stored == sum(1 for who in range(3) for event in street.received(who) if not event.is_from_us), (
            "a message is stored once, however often it came"
        )
        await self._look_at_new_drafts()
        await self._look_at_new_orders()
        await street.note_prices()

    async def _look_at_new_drafts(self) -> None:
        rows = await self._street.shop.database.fetch(
            "select id, package_id, unit_amount, currency from drafts where id > $1 order by id", [self._seen_drafts]
        )
        for row in rows:
            price = Money(row["unit_amount"], row["currency"])
            assert price in self._street.prices[row["package_id"]], "a draft quotes the price of its moment"
            self._seen_drafts = row["id"]

    async def _look_at_new_orders(self) -> None:
        for order in await Order.filter(id__gt=self._seen_orders).order_by("id"):
            price = Money(order.unit_amount, order.currency)
            assert price in self._street.prices[order.package_id or 0], "an order has the price of its moment"
        for row in await self._street.shop.database.fetch(CONFIRMING, [self._seen_orders]):
            turns = await self._street.shop.database.fetch(
                "select answered_with from turns where id = $1", [row["turn_id"]]
            )
            if turns == [] or turns[0]["answered_with"] != ASTRAY:
                texts = {row["text"]} | {text for text in YES if text in str(row["detail"])}
                assert texts & set(YES), "words that are no yes confirm nothing"
        newest = await Order.all().order_by("-id").first()
        self._seen_orders = newest.id if newest else 0

    # --- Inside ------------------------------------------------------------------------------------------------------

    def _does(self, doing: Doing) -> object:
        return self._run(doing.do(self._street))

    def _moment_passes(self) -> None:
        """Longer than the quiet window."""
        self._street.let_pass(timedelta(seconds=4))
        self._does(JobsRun())

    def _run(self, doing: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(doing)

    async def _both_decide(self, order: Order, one: Decides, other: Decides) -> None:
        street = self._street

        outcomes = await asyncio.gather(one.decide(street, order), other.decide(street, order))

        one_first = _in_a_row(street, order, one, other)
        other_first = _in_a_row(street, order, other, one)
        assert (outcomes[0], outcomes[1]) in {one_first, other_first[::-1]}, "as if one came after the other"

    async def _admin(self, sql: str) -> None:
        connection = await asyncpg.connect(self._server.dsn("postgres"))
        try:
            await connection.execute(sql)
        finally:
            await connection.close()


def _in_a_row(street: Street, order: Order, first: Decides, second: Decides) -> tuple[str, str]:
    status = order.status
    outcome = first.expected(status, order.total_amount, street.actors[first.by], ALLOWED)
    if outcome == "DONE":
        status = first.to
    return outcome, second.expected(status, order.total_amount, street.actors[second.by], ALLOWED)


async def _together(*doings: Coroutine[Any, Any, object]) -> None:
    async with asyncio.TaskGroup() as group:
        for doing in doings:
            group.create_task(doing)


def _machine(server: EmbeddedPostgres, template: str, folder: Path) -> type[RuleBasedStateMachine]:
    class SaleMachineHere(SaleMachine):
        def __init__(self) -> None:
            super().__init__(server, template, folder)

    return SaleMachineHere


QUICK = settings(
    max_examples=15,
    stateful_step_count=30,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # a shorter example is worth the wait in `make soak` only
)


@pytest.mark.timeout(300)  # about 20 s on a machine that does nothing else
def test_the_rules_of_a_sale_hold_whatever_happens(
    postgres: EmbeddedPostgres, migrated_template: str, tmp_path: Path
) -> None:
    run_state_machine_as_test(_machine(postgres, migrated_template, tmp_path), settings=QUICK)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_the_rules_of_a_sale_hold_for_long(postgres: EmbeddedPostgres, migrated_template: str, tmp_path: Path) -> None:
    heavy = settings(
        QUICK,
        max_examples=300,
        stateful_step_count=60,
        derandomize=False,
        print_blob=True,
        phases=[Phase.generate, Phase.shrink],
    )
    run_state_machine_as_test(_machine(postgres, migrated_template, tmp_path), settings=heavy)
