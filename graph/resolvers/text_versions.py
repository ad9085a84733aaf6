"""What a mutation does that writes a text in versions, be it a message template or a system prompt."""

from typing import Any

from core.text_versions import VersionedTexts
from graph.mutations import actor, first
from graph.nodes import Info
from graph.schema.text_versions import TextResetInput, TextRestoreInput, TextUpdateInput

Written = TextUpdateInput | TextRestoreInput | TextResetInput


async def write(info: Info, asked: Written, rule: VersionedTexts[Any], target: int) -> int:
    """The id of what was written."""

    async def act() -> dict[str, Any]:
        expected = asked.expected_version
        match asked:
            case TextUpdateInput():
                return {"id": await rule.update(target, asked.text, actor(info), expected=expected)}
            case TextRestoreInput():
                return {"id": await rule.restore(target, asked.version, actor(info), expected=expected)}
            case _:
                return {"id": await rule.reset(target, actor(info), expected=expected)}

    return int((await first(info, asked, act))["id"])
