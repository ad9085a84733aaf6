"""The conversation lab at work: a scripted customer is answered by the real salesperson, and nobody hears of it.

All that is written here belongs to a number of the lab's own, over a `Database` that tells of nothing: no events, no
jobs, no notices. What is said is never sent.
"""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import structlog

from core import clock
from core.ai.router import OK, Router
from core.assistant.turn import BUILT_IN
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.engine.inbox import Inbox
from core.engine.media_fetcher import MediaFetcher
from core.engine.turns import Turns
from core.jobs.queue import Task
from core.media.sample_receipt import sample_receipt
from core.orders import Orders
from core.scenario_script import Ending, Expected, Sends, Step, problems_of, problems_of_answer
from core.scenarios import Scenarios
from core.settings import Settings, ShopSettings
from core.whatsapp.gateway import ChatKind, IncomingMedia, MessageReceived
from models.accounts import AccountKind, AccountStatus, AnswersWith, WhatsappAccount
from models.conversations import AnsweredBy, Conversation, Direction, Message, MessageKind, Turn
from models.customers import Customer
from models.orders import ActorKind, Order
from models.scenarios import ScenarioRun, ScenarioRunState

logger = structlog.get_logger()

RUN_SECONDS = 600.0
NAME = "Conversation lab"
CUSTOMER_NAME = "Scripted customer"
# Whoever makes a number of the lab waits here for whoever does so already.
LOCK = "select pg_advisory_xact_lock(hashtextextended('parley conversation lab', 0))"
RECEIPT: Final = b"receipt"
# Who ends what a script began; the program may not, of an order whose proof waits.
STAFF: Final = Actor(ActorKind.STAFF)

MAKE_NUMBER = """
insert into whatsapp_accounts (name, kind, status, status_changed_at, created_at, should_connect, owner_fence, is_lab,
    answers_with, answers_with_provider_id)
values ($1, $2, $3, $4, $4, false, 0, true, $5, $6) returning id
"""

DISCARD = """
update messages set state = 'DISCARDED' where customer_id = $1 and direction = 'OUTBOUND' and state = 'QUEUED'
"""
SETTLE = "update messages set is_settled = true where customer_id = $1 and not is_settled"
CLOSE = """
update conversations set status = 'ABANDONED', closed_at = $2, answered_by = 'AI', ai_resumes_at = null,
    attention = null, unread_count = 0
where customer_id = $1
"""


class LabSettings(Settings):
    """The shop's, but a scripted customer is answered at once, and is no flood."""

    async def read(self) -> ShopSettings:
        return replace(await super().read(), quiet_seconds=0, longest_wait_seconds=0, flood_messages=10_000)


class BrokenError(Exception):
    """The run cannot go on; the text says why."""


@dataclass(slots=True)
class _Play:
    """One run under way."""

    run: ScenarioRun
    account_id: int
    lid: str
    transcript: list[dict[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    sent: int = 0
    last_id: int = 0


class _Camera:
    """What the scripted customer has on their phone."""

    async def download(self, reference: bytes) -> bytes:  # noqa: ARG002 - all they have are receipts
        return await asyncio.to_thread(sample_receipt, "as agreed", now=clock.now())


class Lab:
    """`database`, and all that was made with it, tells nobody of what happens; `scenarios` tells of the runs."""

    def __init__(
        self,
        scenarios: Scenarios,
        database: Database,
        router: Router,
        inbox: Inbox,
        turns: Turns,
        media_fetcher: MediaFetcher,
        orders: Orders,
    ) -> None:
        self._scenarios = scenarios
        self._database = database
        self._router = router
        self._inbox = inbox
        self._turns = turns
        self._media_fetcher = media_fetcher
        self._orders = orders

    async def run(self, run_id: int) -> None:
        """Plays a run that was asked for to its end, whatever that is; one that is over stays as it is."""
        run = await self._scenarios.begin(run_id)
        if run is None:
            return
        log = logger.bind(scenario_id=run.scenario_id, run_id=run_id)
        state, problems = ScenarioRunState.BROKEN, list[str]()
        try:
            async with asyncio.timeout(RUN_SECONDS):
                problems = await self._play(run)
            state = ScenarioRunState.FAILED if problems else ScenarioRunState.PASSED
        except BrokenError as error:
            problems = [str(error)]
        except TimeoutError:
            problems = [f"It took longer than {RUN_SECONDS:g} seconds."]
        except Exception as error:
            log.exception("scenario_run_failed")
            problems = [f"The program failed: {type(error).__name__}."]
        await self._scenarios.finish(run_id, state, problems)
        log.info("scenario_run_finished", state=state)

    async def give_up(self, run_id: int) -> None:
        """It was cut off too often."""
        problem = "The program ended before the run was through."
        await self._scenarios.finish(run_id, ScenarioRunState.BROKEN, [problem])

    def tasks(self) -> tuple[Task, ...]:
        """Its part of what the jobs do. A run that is cut off begins anew once."""
        return (Task("run_scenario", self.run, give_up=self.give_up, attempts=2),)

    async def _play(self, run: ScenarioRun) -> list[str]:
        if run.assistant == AnswersWith.PROVIDER and (
            run.provider_id is None or not await self._router.has_candidates(only=run.provider_id)
        ):
            raise BrokenError("The provider is switched off, has no key, was deleted or waits for a person.")
        account_id = await self._number(run)
        await self._tidy(account_id, f"{run.id}.")
        play = _Play(run, account_id, f"{run.id}.{secrets.token_hex(4)}@lid")
        try:
            for place, stored in enumerate(run.scenario.steps, start=1):
                try:
                    await self._take_step(play, Step.of(stored), place)
                finally:
                    await self._scenarios.write_down(run.id, play.transcript)
            expected = Expected.of(run.scenario.expected)
            return [*play.problems, *problems_of(expected, await self._ending(play))]
        finally:
            await self._tidy(account_id, play.lid)

    async def _take_step(self, play: _Play, step: Step, place: int) -> None:
        event = self._event(play, step)
        play.transcript.append(
            {"author": "CUSTOMER", "text": step.says, "sent_file": step.sends.value if step.sends else None}
        )
        await self._inbox.take(play.account_id, event)
        if event.media is not None:
            await self._media_fetcher.fetching(play.account_id, _Camera).fetch_waiting()
        asked = await Message.get(account_id=play.account_id, whatsapp_id=event.whatsapp_id)
        await self._turns.answer(asked.customer_id)
        answers = await Message.filter(
            customer_id=asked.customer_id, direction=Direction.OUTBOUND, id__gt=play.last_id
        ).order_by("id")
        for answer in answers:
            play.last_id = answer.id
            play.transcript.append({"author": answer.author.value, "text": answer.text, "turn_id": answer.turn_id})
        await asked.refresh_from_db()
        await self._demand_answer(play, asked, place)
        said = [answer.text for answer in answers]
        play.problems += problems_of_answer(step, play.run.scenario.forbidden, said, place)

    def _event(self, play: _Play, step: Step) -> MessageReceived:
        play.sent += 1
        is_file = step.sends is Sends.RECEIPT
        return MessageReceived(
            chat_kind=ChatKind.PERSON,
            chat=play.lid,
            sender_lid=play.lid,
            whatsapp_id=f"{play.lid}.{play.sent}",
            sent_at=clock.now(),
            kind=MessageKind.IMAGE if is_file else MessageKind.TEXT,
            text=step.says,
            profile_name=CUSTOMER_NAME,
            media=IncomingMedia(RECEIPT, "image/png", "receipt.png") if is_file else None,
        )

    async def _demand_answer(self, play: _Play, asked: Message, place: int) -> None:
        """Raises BrokenError when nobody answered who should, or another than who was to be tried."""
        turn = await Turn.get_or_none(id=asked.turn_id) if asked.turn_id else None
        if turn is None:
            conversation = await Conversation.get(id=asked.conversation_id)
            if conversation.answered_by is AnsweredBy.AI:
                raise BrokenError(f"Step {place} was not answered.")
            return
        failed = [hop["outcome"] for hop in turn.record.get("hops", ()) if hop["outcome"] != OK]
        if play.run.assistant == AnswersWith.PROVIDER and turn.answered_with == BUILT_IN and "hops" in turn.record:
            why = ", ".join(failed) or "it may not be asked any more today, or cools down"
            raise BrokenError(f"The provider did not answer step {place}: {why}.")

    async def _ending(self, play: _Play) -> Ending:
        customer = await Customer.get(account_id=play.account_id, lid=play.lid)
        orders = await Order.filter(customer_id=customer.id).order_by("-id")
        newest = orders[0] if orders else None
        conversation = await Conversation.filter(customer_id=customer.id).order_by("-id").first()
        return Ending(
            orders=len(orders),
            order=newest.status if newest else None,
            package=newest.package_name if newest else None,
            quantity=newest.quantity if newest else None,
            answered_by=conversation.answered_by if conversation else AnsweredBy.AI,
            is_opted_out=customer.opted_out_at is not None,
            language=customer.language,
        )

    async def _number(self, run: ScenarioRun) -> int:
        """The lab's own number that is answered by this assistant; made when it is first needed."""
        assistant = None if run.assistant == AnswersWith.SHOP else run.assistant
        wanted = WhatsappAccount.filter(
            is_lab=True, answers_with=assistant, answers_with_provider_id=run.provider_id
        ).order_by("id")
        if (account := await wanted.first()) is not None:
            return int(account.id)
        async with self._database.unit_of_work() as work:
            await work.fetch(LOCK)
            if (account := await wanted.using_db(work.connection).first()) is not None:
                return int(account.id)
            made = await work.fetch(
                MAKE_NUMBER,
                f"{NAME} {secrets.token_hex(4)}",  # no number of the shop is in its way
                AccountKind.SIMULATOR,
                AccountStatus.DISCONNECTED,
                work.now,
                assistant,
                run.provider_id,
            )
            return int(made[0]["id"])

    async def _tidy(self, account_id: int, lid: str) -> None:
        """Nothing of it goes on: its orders are cancelled, its chat is closed, what was said is never sent."""
        for customer in await Customer.filter(account_id=account_id, lid__startswith=lid):
            customer_id = customer.id
            async with self._database.unit_of_work() as work:
                for row in await _open_orders(work, customer_id):
                    await self._orders.cancel_within(work, row["id"], "", STAFF)
                await work.execute(SETTLE, customer_id)
                await work.execute(DISCARD, customer_id)
                await work.execute(CLOSE, customer_id, work.now)


async def _open_orders(work: UnitOfWork, customer_id: int) -> Sequence[dict[str, Any]]:
    return await work.fetch(
        "select id from orders where customer_id = $1 and status in ('PENDING', 'PAYMENT_SUBMITTED', 'REJECTED') "
        "order by id",
        customer_id,
    )
