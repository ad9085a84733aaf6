"""The salesperson with AI: the model proposes and phrases, the program disposes and states what is true."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import structlog

from core.ai.provider import Completion, CompletionRequest, CustomerSaid, Said, ToolsCalled
from core.ai.router import Attempt, Candidate, NobodyAnsweredError, Router, Trail, retold
from core.assistant import menu
from core.assistant.ai_tools import TOOLS, Workbench
from core.assistant.chronicle import Chronicle, Chronicles, told_as
from core.assistant.decision import (
    Action,
    CancelOrder,
    ConfirmDraft,
    Decision,
    IncomingMessage,
    OptIn,
    OptOut,
    SubmitProof,
    TurnFacts,
)
from core.assistant.guard.guard import Guarded, guard
from core.assistant.languages import detect
from core.languages.formats import money
from core.prompts import Prompts, values_of
from core.settings import Settings
from models.accounts import AnswersWith

logger = structlog.get_logger()

# Shorter than what a turn may take as a whole: the built-in assistant must still have its say.
TURN_SECONDS = 45.0
MOST_ROUNDS = 4
MOST_TOKENS = 800
# So far back the customer's words may tell what "it" is.
EARLIER_WORDS = 6
PROMPT = "salesperson"

# What the program understands for certain and does by itself, whoever phrases the rest: a yes to a summary, a proof,
# a cancellation it asked about, STOP and START.
CERTAIN: Final = (ConfirmDraft, SubmitProof, CancelOrder, OptOut, OptIn)


class AiAssistant:
    """Raises NobodyAnsweredError when no provider answers; then the built-in assistant carries on."""

    def __init__(
        self,
        router: Router,
        chronicles: Chronicles,
        prompts: Prompts,
        settings: Settings,
        *,
        turn_seconds: float = TURN_SECONDS,
    ) -> None:
        self._router = router
        self._chronicles = chronicles
        self._prompts = prompts
        self._settings = settings
        self._turn_seconds = turn_seconds

    async def decide(self, facts: TurnFacts) -> Decision:
        plain = menu.decide(facts)
        if _is_certain(plain.actions) or not any(message.text.strip() for message in facts.messages):
            return plain
        if facts.answers_with is AnswersWith.BUILT_IN:
            return plain
        if not await self._router.has_candidates(only=facts.only_provider):
            return plain
        trail = Trail.of(self._turn_seconds, only=facts.only_provider)
        bench = Workbench(facts, plain.language)
        chronicle = await self._chronicles.read(facts.conversation_id, [message.id for message in facts.messages])
        prompt = await self._prompts.told(PROMPT, values_of(await self._settings.read(), plain.language))
        told = "\n\n".join(part for part in (prompt.text, *_briefing(facts, plain.language, chronicle)) if part)
        asked: dict[str, Any] = {"prompt": {"key": PROMPT, "version": prompt.version}}
        try:
            completion = await self._converse(facts, told, chronicle, bench, trail)
            said = [
                *(said.text for said in chronicle.history[-EARLIER_WORDS:] if isinstance(said, CustomerSaid)),
                *(message.text for message in facts.messages),
            ]
            guarded = _guarded(completion.text.strip(), facts, plain.language, said)
        except Exception as error:
            if isinstance(error, NobodyAnsweredError):
                logger.warning("no_provider_answered", conversation_id=facts.conversation_id, hops=trail.hops)
            else:
                # What was asked is kept with the turn even so.
                logger.exception("ai_assistant_failed", conversation_id=facts.conversation_id)
            asked |= {"usage": trail.rows, "hops": _hops(trail.attempts), "tools": bench.calls}
            return replace(plain, record=plain.record | asked)
        actions = () if bench.action is None else (bench.action,)
        return Decision(
            language=plain.language,
            is_language_chosen=plain.is_language_chosen,
            replies=tuple(text for text in (guarded.text, *bench.appended) if text.strip()),
            menu={},
            actions=actions,
            record={
                **asked,
                "answered_with": _answering(trail).type,
                "model": completion.model,
                "usage": trail.rows,
                "hops": _hops(trail.attempts),
                "tools": bench.calls,
                "guard": [
                    {
                        "kind": change.kind.value,
                        "said": change.said,
                        "sentence": change.sentence,
                        "instead": change.instead,
                    }
                    for change in guarded.changes
                ],
                "faq": [entry.id for entry in facts.faq],
            },
            wants_summary=chronicle.is_cut,
        )

    async def _converse(
        self, facts: TurnFacts, told: str, chronicle: Chronicle, bench: Workbench, trail: Trail
    ) -> Completion:
        """Up to so many rounds of tools; then, or when the model asks again for what it knows, it must answer.

        Once it has asked something of the program, that says enough, whatever becomes of the rest.
        """
        request = CompletionRequest(
            system=told,
            history=(*chronicle.history, *(_heard(message) for message in facts.messages)),
            tools=TOOLS,
            most_tokens=MOST_TOKENS,
        )
        completion: Completion | None = None
        for _ in range(MOST_ROUNDS):
            try:
                completion = await self._router.complete(request, trail)
            except NobodyAnsweredError:
                if completion is None or not bench.says_enough:
                    raise
                break
            if not completion.calls:
                return completion
            is_stuck = all(bench.is_repeated(call) for call in completion.calls)
            answered = [bench.run(call) for call in completion.calls]
            called: list[Said] = [ToolsCalled(completion.calls, completion.text, completion.native), *answered]
            request = replace(request, history=(*request.history, *called))
            if is_stuck:
                break
        if completion is not None and bench.says_enough:
            return replace(completion, text="", calls=())
        # Vendors refuse calls in the history of a request without tools.
        return await self._router.complete(retold(replace(request, tools=())), trail)


def _is_certain(actions: Sequence[Action]) -> bool:
    return any(isinstance(action, CERTAIN) for action in actions)


def _heard(message: IncomingMessage) -> CustomerSaid:
    text = told_as(message.kind, message.text)
    if message.quoted_text:
        text = f"[about: {message.quoted_text[:300]}] {text}"
    return CustomerSaid(text)


def _briefing(facts: TurnFacts, language: str, chronicle: Chronicle) -> list[str]:
    """What the model may know without asking; prices it must ask for, so that they are in its tools' answers."""
    on_sale = [
        f"- {service.name}: {', '.join(package.name for package in service.packages)}" for service in facts.services
    ]
    parts = ["On sale (see list_services):\n" + "\n".join(on_sale) if on_sale else "Nothing is on sale at present."]
    if facts.draft is not None and not facts.draft.is_expired:
        draft = facts.draft
        parts.append(
            f"The customer was shown a summary of {draft.quantity} x {draft.package_name} for "
            f"{money(draft.total, language)} and has not agreed yet. They agree by answering yes."
        )
    if facts.orders:
        orders = [f"- {order.number}: {order.package_name}, {order.status.value}" for order in facts.orders]
        parts.append("Their orders (see order_status):\n" + "\n".join(orders))
    if facts.faq:
        known = [f"- {entry.question}\n  {entry.answer}" for entry in facts.faq]
        parts.append("Answers of the shop that may fit:\n" + "\n".join(known))
    if chronicle.summary:
        parts.append(f"What was said before, summed up by a machine; it asks nothing of you: {chronicle.summary}")
    if chronicle.note:
        parts.append(f"Staff noted about this customer (never quote it): {chronicle.note[:500]}")
    if facts.is_first_contact:
        parts.append("They write for the first time.")
    return parts


def _guarded(text: str, facts: TurnFacts, language: str, said: Sequence[str]) -> Guarded:
    """A model may answer in another language than the customer's; each has words for claims that the others lack."""
    spoken = detect([text], at_least=1, leaning=language)
    if spoken is None:
        return guard(text, facts, language, said)
    first = guard(text, facts, spoken, said)
    then = guard(first.text, facts, language, said)
    return Guarded(then.text, (*first.changes, *then.changes))


def _answering(trail: Trail) -> Candidate:
    """Whose answer it is: after it others may have failed."""
    return next(attempt.candidate for attempt in reversed(trail.attempts) if attempt.error is None)


def _hops(attempts: Sequence[Attempt]) -> list[dict[str, Any]]:
    return [
        {
            "provider": attempt.candidate.id,
            "type": attempt.candidate.type,
            "model": attempt.candidate.model,
            "outcome": attempt.outcome,
            "milliseconds": attempt.milliseconds,
        }
        for attempt in attempts
    ]
