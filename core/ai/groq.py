"""Groq, through its own SDK."""

import json
from typing import TYPE_CHECKING, Any

from core.ai.adapter import Adapter, arguments_of, demand_whole, of_status
from core.ai.chat_messages import chat_messages, functions
from core.ai.provider import (
    Abilities,
    Audio,
    Completion,
    CompletionRequest,
    MalformedAnswerError,
    OverloadedError,
    ProviderError,
    TimedOutError,
    Tokens,
    ToolCall,
    Transcript,
)

if TYPE_CHECKING:
    from groq.types.chat import ChatCompletion

_WHOLE = frozenset({"stop", "tool_calls", "function_call"})
EARS = "whisper-large-v3-turbo"


class Groq(Adapter):
    def __init__(self, key: str, model: str, abilities: Abilities, base_url: str | None) -> None:
        from groq import AsyncGroq

        super().__init__(model, abilities)
        self._client = AsyncGroq(api_key=key, base_url=base_url, max_retries=0)

    async def close(self) -> None:
        await self._client.close()

    async def _ask(self, request: CompletionRequest, deadline: float) -> Completion:
        from groq import omit

        tools: Any = functions(request.tools, strict=True)
        choice: Any = "auto"
        if request.must_call is not None:
            choice = {"type": "function", "function": {"name": request.must_call}}
        messages: Any = chat_messages(request.system, request.history)
        answer = await self._client.chat.completions.create(
            model=self._model,
            messages=messages,
            max_completion_tokens=request.most_tokens,
            tools=tools or omit,
            tool_choice=choice if tools else omit,
            timeout=deadline,
        )
        return self._completion(answer)

    def _completion(self, answer: "ChatCompletion") -> Completion:
        if not answer.choices:
            raise MalformedAnswerError("no choice in the answer")
        choice = answer.choices[0]
        demand_whole(choice.finish_reason, whole=_WHOLE)
        calls = tuple(
            ToolCall(call.id, call.function.name, arguments_of(call.function.arguments))
            for call in choice.message.tool_calls or ()
        )
        usage = answer.usage
        tokens = Tokens(usage.prompt_tokens, usage.completion_tokens) if usage else Tokens(0, 0)
        return Completion(choice.message.content or "", calls, tokens, answer.model)

    async def _listen(self, audio: Audio, deadline: float) -> Transcript:
        kind = audio.content_type.partition(";")[0].rpartition("/")[2] or "ogg"
        heard = await self._client.audio.transcriptions.create(
            file=(f"voice.{kind}", audio.data, audio.content_type), model=EARS, timeout=deadline
        )
        return Transcript(heard.text.strip(), Tokens(0, 0), EARS)

    def _folded(self, error: Exception) -> ProviderError | None:
        import groq

        match error:
            case groq.APITimeoutError():
                return TimedOutError("the SDK's own time-out")
            case groq.APIStatusError():
                return of_status(error.status_code, json.dumps(error.body, default=str), error.response.headers)
            case groq.APIResponseValidationError():
                return MalformedAnswerError("not in the vendor's own format")
            case groq.APIConnectionError():
                return OverloadedError("no connection")
            case _:
                return None
