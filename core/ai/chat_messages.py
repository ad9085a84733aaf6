"""The message format that Groq and Cohere share: roles system, user, assistant and tool."""

import base64
import json
from collections.abc import Iterable
from typing import Any

from core.ai.provider import AssistantSaid, CustomerSaid, Said, Tool, ToolAnswered, ToolsCalled


def chat_messages(system: str, history: Iterable[Said]) -> list[dict[str, Any]]:
    messages = [{"role": "system", "content": system}] if system else []
    return [*messages, *(_message(said) for said in history)]


def functions(tools: Iterable[Tool], *, strict: bool = False) -> list[dict[str, Any]]:
    """`strict`: where the vendor takes it with each function."""
    extra = {"strict": True} if strict else {}
    return [
        {
            "type": "function",
            "function": {"name": tool.name, "description": tool.description, "parameters": tool.parameters, **extra},
        }
        for tool in tools
    ]


def _message(said: Said) -> dict[str, Any]:
    match said:
        case CustomerSaid(text, images):
            if not images:
                return {"role": "user", "content": text}
            shown = [
                {
                    "type": "image_url",
                    "image_url": {
                        "url": f"data:{image.content_type};base64,{base64.b64encode(image.data).decode()}",
                    },
                }
                for image in images
            ]
            return {"role": "user", "content": [{"type": "text", "text": text or "…"}, *shown]}
        case AssistantSaid(text):
            return {"role": "assistant", "content": text}
        case ToolsCalled(calls, text):
            asked = [
                {
                    "id": call.id,
                    "type": "function",
                    "function": {"name": call.name, "arguments": json.dumps(call.arguments, ensure_ascii=False)},
                }
                for call in calls
            ]
            return {"role": "assistant", "tool_calls": asked, **({"content": text} if text else {})}
        case ToolAnswered(call, content, is_error):
            told = f"Error: {content}" if is_error else content
            return {"role": "tool", "tool_call_id": call.id, "content": told}
