"""One turn: decided with no transaction open, then done altogether or not at all, and only once."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from tortoise.transactions import in_transaction

from core import clock
from core.assistant import replies
from core.assistant.decision import (
    Action,
    CancelOrder,
    ConfirmDraft,
    Decision,
    DeclineDraft,
    HandOff,
    OptIn,
    OptOut,
    ProposeOrder,
    SubmitProof,
    TurnFacts,
)
from core.assistant.facts import Facts
from core.assistant.turn import Outcome, Question, Salesperson
from core.catalog import Catalog
from core.database import CONNECTION, Database
from core.knowledge import Knowledge
from core.languages.wording import say
from core.payments import Payments
from models.catalog import Package
from models.conversations import (
    AnsweredBy,
    AttentionReason,
    Conversation,
    ConversationStatus,
    Direction,
    Draft,
    DraftState,
    Message,
    MessageAuthor,
    MessageKind,
    MessageState,
    Turn,
)
from models.orders import Order, OrderStatus
from models.payments import PaymentConfig, PaymentProof
from tests import pictures
from tests.chats import AYESHA, Chats, Obedient

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
async def chats(database: Database, data_folder: Path) -> Chats:
    return await Chats.begin(database, data_folder)


async def _does(chats: Chats, *actions: Action, text: str = "…", says: tuple[str, ...] = ()) -> list[str]:
    """The customer writes and the assistant decides to do that; what is said then."""
    await chats.writes(text)
    chats.assistant.replies = says
    chats.assistant.actions = lambda _: actions
    return await chats.answers()


async def _confirms(chats: Chats, text: str = "yes") -> list[str]:
    """The customer says yes to the draft."""
    draft = await Draft.all().order_by("-id").first()
    assert draft is not None
    message = await chats.writes(text)
    chats.assistant.replies = ()
    chats.assistant.actions = lambda _: (ConfirmDraft(draft.id, message.id),)
    return await chats.answers()


async def _ordered(chats: Chats) -> Order:
    package = await chats.sells()
    await _does(chats, ProposeOrder(package.id, 2))
    await _confirms(chats)
    return await Order.get()


# --- Reading ----------------------------------------------------------------------------------------------------------


async def test_the_assistant_is_told_what_was_written_what_is_sold_and_how_to_pay(chats: Chats) -> None:
    package = await chats.sells()
    await Package.create(service_id=package.service_id, name="Hidden", price_amount=1, currency="PKR", is_active=False)
    await PaymentConfig.create(
        method="OTHER", label="Old", currency="PKR", payee_name="-", account_number="-", is_active=False
    )
    await chats.writes("Salam", profile_name="Ayesha")
    await chats.answers()
    [hello] = await chats.said()
    await chats.sent(hello, "OUT1")

    message = await chats.writes("this one", quoted_whatsapp_id="OUT1")
    await chats.answers()

    first, facts = chats.assistant.seen
    assert (first.is_first_contact, facts.is_first_contact) == (True, False)
    assert (facts.business_name, facts.customer_name, facts.language) == ("Parley", "Ayesha", "en")
    [read] = facts.messages
    assert (read.id, read.text, read.kind, read.quoted_text) == (message.id, "this one", MessageKind.TEXT, "Hello!")
    [service] = facts.services
    assert [(each.name, each.price.amount) for each in service.packages] == [("Starter", 250_000)]
    assert [method.label for method in facts.payment_methods] == ["EasyPaisa"]
    assert (facts.draft, facts.orders) == (None, ())


async def test_the_assistant_is_told_of_the_draft_the_orders_and_why_a_proof_was_rejected(chats: Chats) -> None:
    order = await _ordered(chats)
    message = await chats.sends_file(pictures.png())
    chats.assistant.actions = lambda _: (SubmitProof(order.id, message.id),)
    await chats.answers()
    await chats.orders.reject_payment(order.id, "too dark", chats.agent)
    assert order.package_id is not None
    await _does(chats, ProposeOrder(order.package_id, 3))

    await chats.writes("what now?")
    await chats.answers()

    facts = chats.assistant.seen[-1]
    [fact] = facts.orders
    assert (fact.number, fact.status, fact.rejection_reason) == (order.number, OrderStatus.REJECTED, "too dark")
    assert facts.draft is not None
    assert (facts.draft.quantity, facts.draft.total.amount, facts.draft.is_expired) == (3, 750_000, False)


async def test_no_transaction_is_open_while_the_assistant_thinks(chats: Chats) -> None:
    seen: list[int] = []

    async def look() -> None:
        async with in_transaction(CONNECTION) as other:
            rows = await other.execute_query_dict(
                "select count(*) as n from pg_stat_activity where state = 'idle in transaction' "
                "and datname = current_database()"
            )
            seen.append(rows[0]["n"])

    await chats.writes("hi")
    chats.assistant.meanwhile = look
    await chats.answers()

    assert seen == [0]


# --- Doing ------------------------------------------------------------------------------------------------------------


async def test_a_turn_queues_its_replies_in_order_and_remembers_what_it_did(chats: Chats) -> None:
    message = await chats.writes("hi")
    chats.assistant.replies = ("One", "Two")
    chats.assistant.menu = {"asked": "service"}
    chats.assistant.language = "ur"

    assert await chats.answers() == ["One", "Two"]

    said = await chats.said()
    assert {(each.state, each.author, each.chat) for each in said} == {
        (MessageState.QUEUED, MessageAuthor.ASSISTANT, AYESHA)
    }
    turn = await Turn.get()
    assert {each.turn_id for each in said} == {turn.id}
    message = await Message.get(id=message.id)
    assert (message.is_settled, message.turn_id) == (True, turn.id)
    assert (turn.answered_with, turn.record["language"], turn.record["replies"]) == ("BUILT_IN", "ur", 2)
    assert (await chats.conversation()).menu == {"asked": "service"}
    customer = await chats.customer()
    assert (customer.language, customer.is_language_chosen) == ("ur", False)


async def test_answering_again_does_nothing(chats: Chats) -> None:
    await chats.writes("hi")
    await chats.answers()

    assert await chats.answers() == []
    assert await Turn.all().count() == 1
    assert len(chats.assistant.seen) == 1


async def test_two_jobs_at_once_answer_once(chats: Chats) -> None:
    await chats.writes("hi")
    customer = await chats.customer()

    await asyncio.gather(*(chats.turns.answer(customer.id) for _ in range(3)))

    assert [message.text for message in await chats.said()] == ["Hello!"]
    assert await Turn.all().count() == 1


async def test_a_crash_in_the_middle_leaves_nothing_behind(chats: Chats, monkeypatch: pytest.MonkeyPatch) -> None:
    await chats.writes("hi")
    chats.assistant.replies = ("One", "Two")
    queue_reply, said = chats.conversations.queue_reply, 0

    async def crash_at_the_second(*arguments: object, **options: object) -> Message | None:
        nonlocal said
        said += 1
        if said == 2:
            raise ConnectionError("the database went away")
        return await queue_reply(*arguments, **options)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(chats.conversations, "queue_reply", crash_at_the_second)
    with pytest.raises(ConnectionError):
        await chats.answers()
    assert await chats.said() == []
    assert await Turn.all().count() == 0
    monkeypatch.undo()

    assert await chats.answers() == ["One", "Two"]


async def test_the_program_writes_the_summary_and_a_later_yes_makes_the_order(chats: Chats) -> None:
    package = await chats.sells()

    said = await _does(chats, ProposeOrder(package.id, 2), says=("Good choice.",))
    assert said[0] == "Good choice."
    assert "PKR 5,000" in said[1]
    assert "Starter" in said[1]
    assert await Order.all().count() == 0

    [said_then] = await _confirms(chats)
    order = await Order.get()
    assert order.number in said_then
    assert "0300 1234567" in said_then
    assert (order.status, order.quantity, order.total_amount) == (OrderStatus.PENDING, 2, 500_000)
    assert (await chats.conversation()).status is ConversationStatus.WAITING_PAYMENT


async def test_a_confirmation_repeated_makes_no_second_order(chats: Chats) -> None:
    order = await _ordered(chats)

    [said] = await _confirms(chats, "yes yes")

    assert order.number in said
    assert await Order.all().count() == 1


async def test_the_message_that_asked_for_the_package_does_not_confirm_it(chats: Chats) -> None:
    package = await chats.sells()
    asking = await chats.writes("Starter, yes, I agree")
    chats.assistant.replies = ()
    chats.assistant.actions = lambda _: (ProposeOrder(package.id, 1),)
    await chats.answers()
    draft = await Draft.get()

    [said] = await _does(chats, ConfirmDraft(draft.id, asking.id))

    assert "Starter" in said
    assert await Order.all().count() == 0


async def test_a_yes_that_came_before_the_summary_was_written_does_not_confirm_it(chats: Chats) -> None:
    package = await chats.sells()
    await chats.writes("Starter")
    chats.assistant.replies = ()
    chats.assistant.actions = lambda _: (ProposeOrder(package.id, 1),)
    chats.assistant.meanwhile = lambda: chats.writes("yes")
    [summary] = await chats.answers()
    draft, too_early = await Draft.get(), await Message.get(text="yes")

    chats.assistant.actions = lambda _: (ConfirmDraft(draft.id, too_early.id),)
    [said] = await chats.answers()

    assert "Starter" in summary
    assert "Starter" in said
    assert await Order.all().count() == 0
    [said_then] = await _confirms(chats)
    assert (await Order.get()).number in said_then


async def test_only_one_action_of_a_turn_writes_an_order(chats: Chats) -> None:
    package = await chats.sells()

    said = await _does(chats, ProposeOrder(package.id, 1), ProposeOrder(package.id, 2))

    assert len(said) == 1
    assert (await Draft.get()).quantity == 1


async def test_a_price_that_changed_is_told_and_asked_for_again(chats: Chats) -> None:
    package = await chats.sells()
    await _does(chats, ProposeOrder(package.id, 1))
    await Package.filter(id=package.id).update(price_amount=300_000)

    [said] = await _confirms(chats)
    assert "PKR 3,000" in said
    assert await Order.all().count() == 0

    await _confirms(chats)
    assert (await Order.get()).total_amount == 300_000


async def test_a_package_that_is_gone_is_said_to_be(chats: Chats) -> None:
    package = await chats.sells()
    await _does(chats, ProposeOrder(package.id, 1))
    await Package.filter(id=package.id).update(is_active=False)

    assert await _confirms(chats) == [replies.package_gone("en")]
    assert await _does(chats, ProposeOrder(package.id, 1)) == [replies.package_gone("en")]
    assert await Order.all().count() == 0


async def test_a_quantity_that_cannot_be_is_answered_politely(chats: Chats) -> None:
    package = await chats.sells()

    assert await _does(chats, ProposeOrder(package.id, 0)) == [replies.quantity_out_of_range("en", 999)]


async def test_an_expired_draft_is_summed_up_anew(chats: Chats) -> None:
    package = await chats.sells()
    with time_machine.travel(START, tick=False):
        await _does(chats, ProposeOrder(package.id, 1))
    with time_machine.travel(START + timedelta(hours=1), tick=False):
        [said] = await _confirms(chats)
        assert "Starter" in said
        assert await Order.all().count() == 0

        await _confirms(chats)
    assert await Order.all().count() == 1


async def test_a_declined_draft_is_declined(chats: Chats) -> None:
    package = await chats.sells()
    await _does(chats, ProposeOrder(package.id, 1))
    draft = await Draft.get()

    assert await _does(chats, DeclineDraft(draft.id), says=("All right.",)) == ["All right."]
    assert (await Draft.get()).state is DraftState.DECLINED


async def test_a_picture_becomes_the_proof_of_an_order(chats: Chats) -> None:
    order = await _ordered(chats)
    message = await chats.sends_file(pictures.png())
    chats.assistant.replies = ()
    chats.assistant.actions = lambda _: (SubmitProof(order.id, message.id),)

    [said] = await chats.answers()

    assert order.number in said
    assert (await PaymentProof.get()).message_id == message.id
    assert (await Order.get()).status is OrderStatus.PAYMENT_SUBMITTED
    assert (await chats.conversation()).attention is AttentionReason.PROOF_WAITING
    assert chats.assistant.seen[-1].messages[0].media_type == "image/png"


async def test_what_cannot_be_a_proof_is_answered_politely(chats: Chats) -> None:
    order = await _ordered(chats)
    chats.assistant.replies = ()
    sticker = await chats.sends_file(pictures.png(), MessageKind.STICKER)
    chats.assistant.actions = lambda _: (SubmitProof(order.id, sticker.id),)
    assert await chats.answers() == [replies.proof_not_usable("en")]

    text = await chats.writes("I paid")
    chats.assistant.actions = lambda _: (SubmitProof(order.id, text.id),)
    assert await chats.answers() == [replies.proof_not_usable("en", "unreadable")]

    await chats.orders.cancel(order.id, "", chats.agent)
    message = await chats.sends_file(pictures.png())
    chats.assistant.actions = lambda _: (SubmitProof(order.id, message.id),)
    [said] = await chats.answers()
    assert said == say("proof_order_closed", "en", number=order.number)
    assert await PaymentProof.all().count() == 0


async def test_a_customer_cancels_their_order_and_is_told_once(chats: Chats) -> None:
    order = await _ordered(chats)

    [said] = await _does(chats, CancelOrder(order.id))
    assert order.number in said
    assert (await Order.get()).status is OrderStatus.CANCELLED
    assert (await chats.conversation()).status is ConversationStatus.ACTIVE

    [said] = await _does(chats, CancelOrder(order.id))
    assert order.number in said


async def test_what_belongs_to_another_customer_is_nothing_to_an_assistant(chats: Chats) -> None:
    order = await _ordered(chats)
    package = await Package.get()
    await _does(chats, ProposeOrder(package.id, 1))
    draft = await Draft.get(state=DraftState.PROPOSED)
    stranger = await chats.sends_file(pictures.png(), lid="stranger@lid")
    chats.assistant.replies = ()

    for action in (
        CancelOrder(order.id),
        SubmitProof(order.id, stranger.id),
        ConfirmDraft(draft.id, stranger.id),
        DeclineDraft(draft.id),
        CancelOrder(999_999),
    ):
        chats.assistant.actions = lambda _, action=action: (action,)  # type: ignore[misc]  # bound at once
        await chats.writes("…", lid="stranger@lid")
        await chats.answers("stranger@lid")

    assert (await Order.get()).status is OrderStatus.PENDING
    assert (await Draft.get(id=draft.id)).state is DraftState.PROPOSED
    assert await PaymentProof.all().count() == 0


async def test_asking_for_a_person_leaves_the_chat_to_one(chats: Chats) -> None:
    assert await _does(chats, HandOff()) == [replies.handed_off("en")]

    conversation = await chats.conversation()
    assert (conversation.answered_by, conversation.attention) == (
        AnsweredBy.HUMAN,
        AttentionReason.ASKED_FOR_HUMAN,
    )
    assert conversation.ai_resumes_at is not None


async def test_stop_is_acknowledged_once_and_start_ends_it(chats: Chats) -> None:
    assert await _does(chats, OptOut(), text="STOP") == [replies.stopped("en")]
    assert (await chats.customer()).opted_out_at is not None
    assert await _does(chats, OptOut(), text="stop") == []
    assert await _does(chats, text="price?", says=("PKR 2,500",)) == ["PKR 2,500"]

    assert await _does(chats, OptIn(), text="START") == [replies.started_again("en")]
    assert (await chats.customer()).opted_out_at is None


async def test_an_assistant_that_says_nothing_does_not_leave_the_customer_alone(chats: Chats) -> None:
    assert await _does(chats) == [say("not_understood", "en")]


# --- Overtaken --------------------------------------------------------------------------------------------------------


async def test_a_person_who_takes_over_while_the_reply_is_made_has_the_only_word(chats: Chats) -> None:
    await chats.writes("hi")
    conversation = await chats.conversation()

    async def take_over() -> None:
        await chats.conversations.take_over(conversation.id, chats.agent)

    chats.assistant.meanwhile = take_over

    assert await chats.answers() == []
    assert await Turn.all().count() == 0


async def test_a_person_on_the_phone_while_the_reply_is_made_has_the_only_word(chats: Chats) -> None:
    await chats.writes("hi")

    async def type_on_phone() -> None:
        await chats.types_on_phone("I am here")

    chats.assistant.meanwhile = type_on_phone

    assert await chats.answers() == ["I am here"]


async def test_a_customer_blocked_while_the_reply_is_made_gets_none(chats: Chats) -> None:
    await chats.writes("hi")
    customer = await chats.customer()

    async def block() -> None:
        await chats.customers.block(customer.id, "abuse", chats.agent)

    chats.assistant.meanwhile = block

    assert await chats.answers() == []


async def test_an_order_that_takes_a_step_while_the_reply_is_made_begins_it_anew(chats: Chats) -> None:
    order = await _ordered(chats)
    await chats.writes("my order?")
    chats.assistant.replies, chats.assistant.actions = ("Your order waits.",), lambda _: ()

    async def cancel() -> None:
        await chats.orders.cancel(order.id, "", chats.agent)

    chats.assistant.meanwhile = cancel
    said = await chats.answers()

    assert said[-1] == "Your order waits."
    assert [facts.orders[0].status for facts in chats.assistant.seen[-2:]] == [
        OrderStatus.PENDING,
        OrderStatus.CANCELLED,
    ]


async def test_what_the_customer_writes_meanwhile_is_answered_in_the_next_turn(chats: Chats) -> None:
    await chats.writes("one")

    async def write_more() -> None:
        await chats.writes("two")

    chats.assistant.meanwhile = write_more
    await chats.answers()
    await chats.answers()

    assert chats.assistant.read == [["one"], ["two"]]


# --- Failing ----------------------------------------------------------------------------------------------------------


class Broken:
    async def decide(self, facts: TurnFacts) -> Decision:
        raise RuntimeError(f"no idea about {len(facts.messages)} messages")


def _salesperson(chats: Chats, assistant: Broken | Obedient, built_in: Obedient | None = None) -> Salesperson:
    payments, knowledge = Payments(chats.database), Knowledge(chats.database)
    facts = Facts(chats.database, chats.settings, Catalog(chats.database), chats.drafts, payments, knowledge)
    return Salesperson(
        chats.database,
        chats.customers,
        chats.conversations,
        chats.drafts,
        chats.orders,
        payments,
        facts,
        assistant,
        built_in=built_in,
    )


async def _asked(chats: Chats) -> Question:
    message = await chats.writes("hi")
    conversation = await chats.conversation()
    return Question(conversation.customer_id, conversation.id, conversation.version, (message.id,))


async def test_when_the_assistant_fails_the_built_in_one_answers(chats: Chats) -> None:
    question = await _asked(chats)

    outcome = await _salesperson(chats, Broken(), chats.assistant).answer(question)

    assert outcome is Outcome.ANSWERED
    assert [message.text for message in await chats.said()] == ["Hello!"]


async def test_when_every_assistant_fails_nothing_is_done_and_the_failure_is_heard(chats: Chats) -> None:
    question = await _asked(chats)

    with pytest.raises(RuntimeError, match="no idea"):
        await _salesperson(chats, Broken()).answer(question)

    assert await Turn.all().count() == 0
    assert await Message.filter(is_settled=False, direction=Direction.INBOUND).count() == 1


async def test_an_outdated_question_is_not_answered(chats: Chats) -> None:
    question = await _asked(chats)
    await Conversation.all().update(version=question.version + 1)

    assert await _salesperson(chats, chats.assistant).answer(question) is Outcome.OVERTAKEN
    assert await chats.said() == []


async def test_the_time_of_a_turn_is_recorded(chats: Chats) -> None:
    before = clock.now()
    await chats.writes("hi")
    await chats.answers()

    turn = await Turn.get()
    assert before <= turn.created_at <= turn.finished_at <= clock.now()
