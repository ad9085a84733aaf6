"""Cohere, through its own SDK."""

import json
from typing import TYPE_CHECKING, Any

from core.ai.adapter import Adapter, arguments_of, demand_whole, of_status, tools_of
from core.ai.chat_messages import chat_messages, functions
from core.ai.provider import (
    Abilities,
    Completion,
    CompletionRequest,
    MalformedAnswerError,
    OverloadedError,
    ProviderError,
    TimedOutError,
    Tokens,
    ToolCall,
)

if TYPE_CHECKING:
    from cohere import V2ChatResponse

_WHOLE = frozenset({"COMPLETE", "STOP_SEQUENCE", "TOOL_CALL"})
_REFUSED = frozenset({"ERROR"})
_SUCCESSES = range(200, 300)


class Cohere(Adapter):
    def __init__(self, key: str, model: str, abilities: Abilities, base_url: str | None) -> None:
        from cohere import AsyncClientV2

        super().__init__(model, abilities)
        self._client = AsyncClientV2(key, base_url=base_url, max_retries=0, log_warning_experimental_features=False)

    async def close(self) -> None:
        await self._client.__aexit__(None, None, None)  # type: ignore[no-untyped-call]

    async def _ask(self, request: CompletionRequest, deadline: float) -> Completion:
        # It can only be told to call some tool: a tool that must be called is the only one it is shown.
        tools: Any = functions(tools_of(request))
        messages: Any = chat_messages(request.system, request.history)
        asked: dict[str, Any] = {}
        if tools:
            asked = {"tools": tools, "strict_tools": True}
            if request.must_call is not None:
                asked["tool_choice"] = "REQUIRED"
        answer = await self._client.chat(
            model=self._model,
            messages=messages,
            max_tokens=request.most_tokens,
            request_options={"timeout": deadline, "max_retries": 0},
            **asked,
        )
        return self._completion(answer)

    def _completion(self, answer: "V2ChatResponse") -> Completion:
        if answer.finish_reason == "TIMEOUT":
            raise TimedOutError("the vendor's own time-out")
        demand_whole(answer.finish_reason, whole=_WHOLE, refused=_REFUSED)
        message = answer.message
        calls = tuple(
            ToolCall(call.id, call.function.name or "", arguments_of(call.function.arguments))
            for call in message.tool_calls or ()
            if call.function is not None
        )
        # Its counts are floats.
        used = answer.usage.tokens if answer.usage else None
        tokens = Tokens(int(used.input_tokens or 0), int(used.output_tokens or 0)) if used else Tokens(0, 0)
        text = "".join(part.text for part in message.content or () if part.type == "text")
        return Completion(text, calls, tokens, self._model)

    def _folded(self, error: Exception) -> ProviderError | None:
        import httpx
        from cohere.core.api_error import ApiError

        match error:
            case httpx.TimeoutException():
                return TimedOutError("the SDK's own time-out")
            case httpx.TransportError():
                return OverloadedError("no connection")
            case ApiError() if error.status_code in _SUCCESSES:
                return MalformedAnswerError("not in the vendor's own format")
            case ApiError() if error.status_code is not None:
                return of_status(error.status_code, json.dumps(error.body, default=str), error.headers or {})
            case _:
                return None
