"""What the program says and knows: the FAQ, message templates and system prompts."""

from core.languages.prompts import SHIPPED
from core.languages.wording import keys
from core.templates import sentence_id
from graph.schema.prompts import SystemPrompt
from graph.schema.templates import MessageTemplate
from models import knowledge as tables
from models.knowledge import KnowledgeEntry
from tests.graph.mutations.calls import Call, Failure, Given, on, plain
from tests.graph.mutations.catalog import told_again_after_it_was_deleted
from tests.graph.mutations.scene import Input, Scene, id_of

ENTRY = {"language": "en", "question": "Where are you?", "answer": "In Lahore."}
SENTENCE = MessageTemplate.id_of(sentence_id(min(keys()), "en"))
PROMPT = SystemPrompt.id_of(min(shipped.number for shipped in SHIPPED.values()))


async def _entries_in_order(scene: Scene) -> Input:
    await scene.knowledge_entry()
    await scene.knowledge_entry()
    return {"ids": [id_of(row) for row in await KnowledgeEntry.all().order_by("-id")]}


async def _entry_left_out(scene: Scene) -> Input:
    asked = await _entries_in_order(scene)
    return {"ids": asked["ids"][1:]}


def _text(mutation: str, thing: str, **more: object) -> Given:
    """Something that was written in two versions already."""

    async def given(scene: Scene) -> Input:
        for text in ("One.", "Two."):
            await scene.do(mutation, {"id": thing, "text": text})
        return {"id": thing, **more}

    return given


async def _template_of_former_variables(scene: Scene) -> Input:
    asked = await _text("messageTemplateUpdate", SENTENCE, version=1)(scene)
    await tables.MessageTemplateVersion.filter(version=1).update(text="A {thing} of former times.")
    return asked


async def _prompt_of_former_variables(scene: Scene) -> Input:
    asked = await _text("systemPromptUpdate", PROMPT, version=1)(scene)
    await tables.SystemPromptVersion.filter(version=1).update(text="A {thing} of former times.")
    return asked


CALLS = {
    "knowledgeEntryCreate": Call(plain(**ENTRY)),
    "knowledgeEntryUpdate": Call(on(Scene.knowledge_entry, changes={"answer": "No."})),
    "knowledgeEntryDelete": Call(on(Scene.knowledge_entry)),
    "knowledgeEntryReorder": Call(_entries_in_order, unknown={"ids": "KnowledgeListDiffersError"}),
    "messageTemplateUpdate": Call(plain(id=SENTENCE, text="Words of our own.")),
    "messageTemplateReset": Call(_text("messageTemplateUpdate", SENTENCE)),
    "messageTemplateRestore": Call(_text("messageTemplateUpdate", SENTENCE, version=1)),
    "systemPromptUpdate": Call(plain(id=PROMPT, text="Sell kindly.")),
    "systemPromptReset": Call(_text("systemPromptUpdate", PROMPT)),
    "systemPromptRestore": Call(_text("systemPromptUpdate", PROMPT, version=1)),
}

FAILURES = {
    ("knowledgeEntryCreate", "InvalidInputError"): Failure(
        plain(**{**ENTRY, "question": " "}), "INVALID_INPUT", ("question",)
    ),
    ("knowledgeEntryCreate", "NotFoundError"): Failure(
        told_again_after_it_was_deleted(
            "knowledgeEntryCreate", "knowledgeEntryDelete", "knowledgeEntry", plain(**ENTRY)
        ),
        "NOT_FOUND",
    ),
    ("knowledgeEntryReorder", "KnowledgeListDiffersError"): Failure(_entry_left_out, "LIST_DIFFERS", ("ids",)),
    ("messageTemplateUpdate", "UnknownVariableError"): Failure(
        plain(id=SENTENCE, text="A {thing}."), "UNKNOWN_VARIABLE", ("text",)
    ),
    ("messageTemplateRestore", "UnknownVariableError"): Failure(
        _template_of_former_variables, "UNKNOWN_VARIABLE", ("text",)
    ),
    ("systemPromptUpdate", "UnknownVariableError"): Failure(
        plain(id=PROMPT, text="A {thing}."), "UNKNOWN_VARIABLE", ("text",)
    ),
    ("systemPromptRestore", "UnknownVariableError"): Failure(
        _prompt_of_former_variables, "UNKNOWN_VARIABLE", ("text",)
    ),
    **{
        (f"{kind}{verb}", "TextChangedError"): Failure(
            _text(f"{kind}Update", thing, expectedVersion=1, **more), "TEXT_CHANGED"
        )
        for kind, thing in (("messageTemplate", SENTENCE), ("systemPrompt", PROMPT))
        for verb, more in (("Update", {"text": "Three."}), ("Reset", {}), ("Restore", {"version": 2}))
    },
}
