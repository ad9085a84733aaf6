"""Claude, through Anthropic's own SDK."""

import base64
import json
from typing import TYPE_CHECKING, Any

from core.ai.adapter import Adapter, demand_whole, of_status, wait_of
from core.ai.provider import (
    Abilities,
    AssistantSaid,
    Completion,
    CompletionRequest,
    CustomerSaid,
    MalformedAnswerError,
    Native,
    OutOfCreditError,
    OverloadedError,
    ProviderError,
    RateLimitedError,
    Said,
    TimedOutError,
    Tokens,
    ToolAnswered,
    ToolCall,
    ToolsCalled,
)

if TYPE_CHECKING:
    from anthropic.types import Message

_WHOLE = frozenset({"end_turn", "stop_sequence", "tool_use"})
_REFUSED = frozenset({"refusal"})
# These answer 400 to a forced tool.
_NEVER_FORCED = "claude-opus"


class Claude(Adapter):
    def __init__(self, key: str, model: str, abilities: Abilities, base_url: str | None) -> None:
        from anthropic import AsyncAnthropic

        super().__init__(model, abilities)
        self._client = AsyncAnthropic(api_key=key, base_url=base_url, max_retries=0)

    async def close(self) -> None:
        await self._client.close()

    async def _ask(self, request: CompletionRequest, deadline: float) -> Completion:
        from anthropic import omit

        tools: Any = [
            {"name": tool.name, "description": tool.description, "input_schema": tool.parameters, "strict": True}
            for tool in request.tools
        ]
        choice: Any = {"type": "auto"}
        if request.must_call is not None and not self._model.startswith(_NEVER_FORCED):
            choice = {"type": "tool", "name": request.must_call}
        messages: Any = self._messages(request.history)
        answer = await self._client.messages.create(
            model=self._model,
            system=request.system or omit,
            messages=messages,
            max_tokens=request.most_tokens,
            tools=tools or omit,
            tool_choice=choice if tools else omit,
            timeout=deadline,
        )
        return self._completion(answer)

    def _completion(self, answer: "Message") -> Completion:
        demand_whole(answer.stop_reason, whole=_WHOLE, refused=_REFUSED)
        # Some models think by default: their thoughts are blocks of another type.
        return Completion(
            text="".join(block.text for block in answer.content if block.type == "text"),
            calls=tuple(
                ToolCall(block.id, block.name, dict(block.input))
                for block in answer.content
                if block.type == "tool_use"
            ),
            tokens=Tokens(answer.usage.input_tokens, answer.usage.output_tokens),
            model=answer.model,
            native=Native(self, [block.model_dump(exclude_none=True) for block in answer.content]),
        )

    def _messages(self, history: tuple[Said, ...]) -> list[dict[str, Any]]:
        """Turns of user and assistant; all results of one round stand in one turn of the user."""
        messages: list[dict[str, Any]] = []
        for said in history:
            role, blocks = self._blocks(said)
            if messages and messages[-1]["role"] == role:
                messages[-1]["content"] += blocks
            elif blocks:
                messages.append({"role": role, "content": blocks})
        if messages and messages[0]["role"] == "assistant":
            messages.insert(0, {"role": "user", "content": [{"type": "text", "text": "…"}]})
        return messages

    def _blocks(self, said: Said) -> tuple[str, list[dict[str, Any]]]:
        match said:
            case CustomerSaid(text, images):
                shown: list[dict[str, Any]] = [
                    {
                        "type": "image",
                        "source": {
                            "type": "base64",
                            "media_type": image.content_type,
                            "data": base64.b64encode(image.data).decode(),
                        },
                    }
                    for image in images
                ]
                return "user", [*shown, *_text(text)]
            case AssistantSaid(text):
                return "assistant", _text(text)
            case ToolsCalled(calls, text, native):
                if native is not None and native.provider is self:
                    return "assistant", list(native.blocks)
                asked = [
                    {"type": "tool_use", "id": call.id, "name": call.name, "input": call.arguments} for call in calls
                ]
                return "assistant", [*_text(text), *asked]
            case ToolAnswered(call, content, is_error):
                result = {"type": "tool_result", "tool_use_id": call.id, "content": content, "is_error": is_error}
                return "user", [result]

    def _folded(self, error: Exception) -> ProviderError | None:
        import anthropic

        match error:
            case anthropic.APITimeoutError():
                return TimedOutError("the SDK's own time-out")
            case anthropic.APIStatusError():
                words = json.dumps(error.body, default=str)
                if "spend_limit" in str(error.error_code):
                    return OutOfCreditError(f"{error.status_code}")
                if error.status_code == 400 and "rate_limit" in str(error.type):
                    return RateLimitedError(wait_of(error.response.headers))
                return of_status(error.status_code, words, error.response.headers)
            case anthropic.APIResponseValidationError():
                return MalformedAnswerError("not in the vendor's own format")
            case anthropic.APIConnectionError():
                return OverloadedError("no connection")
            case _:
                return None


def _text(text: str) -> list[dict[str, Any]]:
    """The vendor refuses empty blocks."""
    return [{"type": "text", "text": text}] if text.strip() else []
