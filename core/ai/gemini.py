"""Gemini, through Google's own SDK."""

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from core.ai.adapter import Adapter, demand_whole, of_status
from core.ai.provider import (
    Abilities,
    AssistantSaid,
    Audio,
    Completion,
    CompletionRequest,
    CustomerSaid,
    MalformedAnswerError,
    Native,
    OverloadedError,
    ProviderError,
    RateLimitedError,
    RefusedError,
    Said,
    TimedOutError,
    Tokens,
    ToolAnswered,
    ToolCall,
    ToolsCalled,
    Transcript,
)

if TYPE_CHECKING:
    from google.genai.errors import APIError
    from google.genai.types import Candidate, Content, GenerateContentConfig, GenerateContentResponse, Part

# The SDK's own default is v1, which lacks what a function call needs.
API_VERSION = "v1beta"
_WHOLE = frozenset({"STOP"})
_REFUSED = frozenset(
    {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT"}
)
# Stands for the signature of a call that this model did not make; see Google's page on thought signatures.
_NO_SIGNATURE = b"skip_thought_signature_validator"
_WRITE_DOWN = "Write down word for word what is said, in its own language and script. Nothing said: answer with -"


class Gemini(Adapter):
    def __init__(self, key: str, model: str, abilities: Abilities, base_url: str | None) -> None:
        from google import genai
        from google.genai.types import HttpOptions, HttpRetryOptions

        super().__init__(model, abilities)
        options = HttpOptions(base_url=base_url, api_version=API_VERSION, retry_options=HttpRetryOptions(attempts=1))
        self._client = genai.Client(api_key=key, vertexai=False, http_options=options).aio

    async def close(self) -> None:
        await self._client.aclose()

    async def _ask(self, request: CompletionRequest, deadline: float) -> Completion:
        contents: Any = self._contents(request.history)
        answer = await self._client.models.generate_content(
            model=self._model, contents=contents, config=_config(request, deadline)
        )
        return self._completion(answer)

    async def _listen(self, audio: Audio, deadline: float) -> Transcript:
        from google.genai.types import Content, GenerateContentConfig, HttpOptions, Part

        said = Content(
            role="user",
            parts=[Part.from_bytes(data=audio.data, mime_type=audio.content_type), Part(text=_WRITE_DOWN)],
        )
        answer = await self._client.models.generate_content(
            model=self._model,
            contents=[said],
            config=GenerateContentConfig(http_options=HttpOptions(timeout=_milliseconds(deadline))),
        )
        heard = self._completion(answer)
        return Transcript("" if heard.text.strip() == "-" else heard.text.strip(), heard.tokens, heard.model)

    def _completion(self, answer: "GenerateContentResponse") -> Completion:
        candidate = _candidate(answer)
        content = candidate.content
        parts = content.parts if content and content.parts else []
        calls = tuple(
            # It may leave out the id.
            ToolCall(part.function_call.id or uuid4().hex, part.function_call.name or "", part.function_call.args or {})
            for part in parts
            if part.function_call is not None
        )
        usage = answer.usage_metadata
        read = (usage.prompt_token_count or 0) if usage else 0
        written = ((usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0)) if usage else 0
        return Completion(
            text="".join(part.text for part in parts if part.text and not part.thought),
            calls=calls,
            tokens=Tokens(read, written),
            model=answer.model_version or self._model,
            native=Native(self, content),
        )

    def _contents(self, history: tuple[Said, ...]) -> "list[Content]":
        """Turns of user and model; the answers of one round of calls stand in one turn."""
        from google.genai.types import Content

        contents: list[Content] = []
        is_open = False  # whether the last turn is ours and takes more parts
        for said in history:
            if isinstance(said, ToolsCalled) and said.native is not None and said.native.provider is self:
                contents.append(said.native.blocks)
                is_open = False
                continue
            role, parts = _parts(said)
            if is_open and contents[-1].role == role:
                contents[-1].parts = [*(contents[-1].parts or ()), *parts]
            elif parts:
                contents.append(Content(role=role, parts=parts))
                is_open = True
        return contents

    def _folded(self, error: Exception) -> ProviderError | None:
        import httpx2
        from google.genai.errors import APIError

        match error:
            case httpx2.TimeoutException():
                return TimedOutError("the SDK's own time-out")
            case httpx2.TransportError():
                return OverloadedError("no connection")
            case APIError():
                return _of_api_error(error)
            case _:
                return None


def _config(request: CompletionRequest, deadline: float) -> "GenerateContentConfig":
    from google.genai import types

    tools: Any = None
    calling: types.ToolConfig | None = None
    if request.tools:
        declared = [
            types.FunctionDeclaration(
                name=tool.name, description=tool.description, parameters_json_schema=tool.parameters
            )
            for tool in request.tools
        ]
        tools = [types.Tool(function_declarations=declared)]
        how = types.FunctionCallingConfig(mode=types.FunctionCallingConfigMode.VALIDATED)
        if request.must_call is not None:
            how = types.FunctionCallingConfig(
                mode=types.FunctionCallingConfigMode.ANY, allowed_function_names=[request.must_call]
            )
        calling = types.ToolConfig(function_calling_config=how)
    return types.GenerateContentConfig(
        system_instruction=request.system or None,
        max_output_tokens=request.most_tokens,
        tools=tools,
        tool_config=calling,
        automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
        http_options=types.HttpOptions(timeout=_milliseconds(deadline)),
    )


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))


def _candidate(answer: "GenerateContentResponse") -> "Candidate":
    """Raises RefusedError or MalformedAnswerError: `{}` is a success to the SDK."""
    if answer.prompt_feedback is not None and answer.prompt_feedback.block_reason is not None:
        raise RefusedError(str(answer.prompt_feedback.block_reason.value))
    if not answer.candidates:
        raise MalformedAnswerError("no candidate in the answer")
    demand_whole(answer.candidates[0].finish_reason, whole=_WHOLE, refused=_REFUSED)
    return answer.candidates[0]


def _parts(said: Said) -> "tuple[str, list[Part]]":
    from google.genai.types import FunctionCall, FunctionResponse, Part

    match said:
        case CustomerSaid(text, images):
            shown = [Part.from_bytes(data=image.data, mime_type=image.content_type) for image in images]
            return "user", [*shown, *([Part(text=text)] if text else [])]
        case AssistantSaid(text):
            return "model", [Part(text=text)] if text else []
        case ToolsCalled(calls, text):
            asked = [
                Part(
                    function_call=FunctionCall(id=call.id, name=call.name, args=call.arguments),
                    thought_signature=_NO_SIGNATURE,
                )
                for call in calls
            ]
            return "model", [*([Part(text=text)] if text else []), *asked]
        case ToolAnswered(call, content, is_error):
            told = {"error" if is_error else "output": content}
            return "user", [Part(function_response=FunctionResponse(id=call.id, name=call.name, response=told))]


def _of_api_error(error: "APIError") -> ProviderError:
    words = json.dumps(error.details, default=str)
    headers: dict[str, str] = dict(getattr(error.response, "headers", None) or {})
    folded = of_status(int(error.code or 0), words, headers)
    if isinstance(folded, RateLimitedError) and folded.wait is None:
        return RateLimitedError(_retry_delay(error.details))
    return folded


def _retry_delay(details: Any) -> float | None:
    """google.rpc.RetryInfo: a duration such as "12s", among the details of the error."""
    try:
        for detail in details["error"]["details"]:
            if str(detail.get("@type", "")).endswith("RetryInfo"):
                return float(str(detail["retryDelay"]).removesuffix("s"))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return None
