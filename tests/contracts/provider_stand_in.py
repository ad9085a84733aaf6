"""A provider that answers from a script: what a vendor would send, already in the port's own words."""

import asyncio
from collections import deque
from collections.abc import Iterable

from core.ai.provider import (
    Abilities,
    Audio,
    Completion,
    CompletionRequest,
    CustomerSaid,
    MalformedAnswerError,
    ProviderError,
    TimedOutError,
    Transcript,
    UnableError,
)

Scripted = Completion | ProviderError | float  # a float: answer nothing for so many seconds


EVERYTHING = Abilities(sees=True, calls_tools=True)


class ScriptedProvider:
    """Plays its script one step a call, and keeps what it was asked."""

    def __init__(self, script: Iterable[Scripted], *, abilities: Abilities = EVERYTHING) -> None:
        self._script = deque(script)
        self._abilities = abilities
        self._is_closed = False
        self.asked: list[CompletionRequest] = []

    @property
    def abilities(self) -> Abilities:
        return self._abilities

    async def complete(self, request: CompletionRequest, *, deadline: float) -> Completion:
        step = await self._next(request, deadline)
        if not step.text and not step.calls:
            raise MalformedAnswerError("the answer is empty")
        return step

    async def _next(self, request: CompletionRequest, deadline: float) -> Completion:
        if self._is_closed:
            raise RuntimeError("the provider is closed")
        self._demand_abilities(request)
        self.asked.append(request)
        if not self._script:
            raise MalformedAnswerError("the script is at its end")
        step = self._script.popleft()
        if isinstance(step, ProviderError):
            raise step
        if isinstance(step, float):
            try:
                async with asyncio.timeout(deadline):
                    await asyncio.sleep(step)
            except TimeoutError as error:
                raise TimedOutError from error
            raise MalformedAnswerError("nothing came")
        return step

    async def transcribe(self, audio: Audio, *, deadline: float) -> Transcript:
        if not self._abilities.hears:
            raise UnableError("audio")
        heard = await self._next(CompletionRequest("", (CustomerSaid(f"{len(audio.data)} bytes"),)), deadline)
        return Transcript(heard.text, heard.tokens, heard.model)  # empty where nothing is said

    async def close(self) -> None:
        self._is_closed = True

    def _demand_abilities(self, request: CompletionRequest) -> None:
        if request.tools and not self._abilities.calls_tools:
            raise UnableError("tools")
        if not self._abilities.sees and any(isinstance(said, CustomerSaid) and said.images for said in request.history):
            raise UnableError("images")
