"""Message templates, system prompts and the FAQ in the API."""

from typing import Any

import pytest

from core.languages.wording import template
from core.permissions import Permission
from core.templates import sentence_id
from graph.schema.knowledge import KnowledgeEntry as EntryNode
from graph.schema.orders import Order as OrderNode
from graph.schema.prompts import SystemPrompt as PromptNode
from graph.schema.templates import MessageTemplate as TemplateNode
from models.audit import AuditLog
from models.events import EventRow
from models.knowledge import KnowledgeEntry, MessageTemplateVersion
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import (
    make_account,
    make_conversation,
    make_customer,
    make_order,
    make_package,
    make_service,
)
from tests.graph.test_mutations import do, mutation

PAID = TemplateNode.id_of(sentence_id("order_paid", "en"))
PROMPT = PromptNode.id_of(1)
SHIPPED = template("order_paid", "en")

TEMPLATE = """... on MessageTemplatePayload { messageTemplate {
    text isShipped version versions { version text }
} }"""
PROMPT_PAYLOAD = """... on SystemPromptPayload { systemPrompt {
    text isShipped version versions { version isShipped }
} }"""
UNKNOWN = "... on UnknownVariableError { variable knownVariables }"
CHANGED = "... on TextChangedError { newestVersion }"
ENTRY = "... on KnowledgeEntryPayload { knowledgeEntry { id question answer keywords isActive position } }"

# Each mutation with an input that it takes.
MUTATIONS: dict[str, dict[str, Any]] = {
    "messageTemplateUpdate": {"id": PAID, "text": "Paid."},
    "messageTemplateRestore": {"id": PAID, "version": 1},
    "messageTemplateReset": {"id": PAID},
    "systemPromptUpdate": {"id": PROMPT, "text": "Sell."},
    "systemPromptRestore": {"id": PROMPT, "version": 1},
    "systemPromptReset": {"id": PROMPT},
    "knowledgeEntryCreate": {"language": "en", "question": "Open?", "answer": "Yes."},
    "knowledgeEntryUpdate": {"id": EntryNode.id_of(1), "changes": {"answer": "No."}},
    "knowledgeEntryDelete": {"id": EntryNode.id_of(1)},
    "knowledgeEntryReorder": {"ids": [EntryNode.id_of(1)]},
}


async def prepare(asker: Asker) -> None:
    """So that every one of MUTATIONS can succeed."""
    await do(asker, "messageTemplateUpdate", TEMPLATE, id=PAID, text="Thank you!")
    await do(asker, "systemPromptUpdate", PROMPT_PAYLOAD, id=PROMPT, text="Be kind.")
    await do(asker, "knowledgeEntryCreate", ENTRY, language="en", question="Where?", answer="Here.")


async def test_a_template_has_versions_and_goes_back_to_each_of_them(asker: Asker) -> None:
    written = await do(asker, "messageTemplateUpdate", TEMPLATE, id=PAID, text=" Hurray, {package} is yours! ")
    reset = await do(asker, "messageTemplateReset", TEMPLATE, id=PAID)
    restored = await do(asker, "messageTemplateRestore", TEMPLATE, id=PAID, version=1)

    assert written["messageTemplate"] == {
        "text": "Hurray, {package} is yours!",
        "isShipped": False,
        "version": 1,
        "versions": [{"version": 1, "text": "Hurray, {package} is yours!"}],
    }
    assert (reset["messageTemplate"]["text"], reset["messageTemplate"]["isShipped"]) == (SHIPPED, True)
    assert restored["messageTemplate"]["versions"] == [
        {"version": 3, "text": "Hurray, {package} is yours!"},
        {"version": 2, "text": SHIPPED},
        {"version": 1, "text": "Hurray, {package} is yours!"},
    ]
    assert [row.action for row in await AuditLog.all().order_by("id")] == [
        "message_template.update",
        "message_template.reset",
        "message_template.restore",
    ]
    assert "Hurray" not in str([(row.before, row.after) for row in await AuditLog.all()])
    assert [row.payload["version"] for row in await EventRow.filter(type="message_template.changed")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("messageTemplateUpdate", {"id": PAID, "text": "Pay {totl}"}),
        ("systemPromptUpdate", {"id": PROMPT, "text": "Pay {totl}"}),
    ],
)
async def test_an_unknown_variable_is_named_and_nothing_is_written(
    asker: Asker, name: str, asked: dict[str, Any]
) -> None:
    answer = await do(asker, name, UNKNOWN, **asked)

    assert (answer["__typename"], answer["variable"], answer["path"]) == (
        "UnknownVariableError",
        "totl",
        ["input", "text"],
    )
    assert {"package", "business_name"} & set(answer["knownVariables"])
    assert await EventRow.all().count() == 0


@pytest.mark.parametrize("name", ["messageTemplate", "systemPrompt"])
@pytest.mark.parametrize("way", ["Update", "Restore", "Reset"])
async def test_who_wrote_from_an_old_version_is_told_the_newest(asker: Asker, name: str, way: str) -> None:
    await prepare(asker)

    answer = await do(asker, f"{name}{way}", CHANGED, **MUTATIONS[f"{name}{way}"], expectedVersion=0)

    assert (answer["__typename"], answer["newestVersion"]) == ("TextChangedError", 1)


@pytest.mark.parametrize(
    ("name", "asked", "problem", "path"),
    [
        ("messageTemplateUpdate", {"id": TemplateNode.id_of(5), "text": "Hi"}, "NotFoundError", "id"),
        ("messageTemplateUpdate", {"id": PAID, "text": "  "}, "InvalidInputError", "text"),
        ("messageTemplateRestore", {"id": PAID, "version": 7}, "NotFoundError", "version"),
        ("messageTemplateReset", {"id": TemplateNode.id_of(5)}, "NotFoundError", "id"),
        ("systemPromptUpdate", {"id": PromptNode.id_of(9), "text": "Hi"}, "NotFoundError", "id"),
        ("systemPromptUpdate", {"id": PROMPT, "text": ""}, "InvalidInputError", "text"),
        ("systemPromptRestore", {"id": PROMPT, "version": 7}, "NotFoundError", "version"),
        ("systemPromptReset", {"id": PromptNode.id_of(9)}, "NotFoundError", "id"),
        (
            "knowledgeEntryCreate",
            {"language": "tlh", "question": "Q", "answer": "A"},
            "InvalidInputError",
            "language",
        ),
        ("knowledgeEntryCreate", {"language": "en", "question": " ", "answer": "A"}, "InvalidInputError", "question"),
        ("knowledgeEntryDelete", {"id": EntryNode.id_of(9)}, "NotFoundError", "id"),
        ("knowledgeEntryReorder", {"ids": [EntryNode.id_of(9)]}, "KnowledgeListDiffersError", "ids"),
    ],
)
async def test_what_cannot_be_is_named(asker: Asker, name: str, asked: dict[str, Any], problem: str, path: str) -> None:
    answer = await do(asker, name, "", **asked)

    assert (answer["__typename"], answer["path"]) == (problem, ["input", path])
    assert await AuditLog.all().count() == 0


async def test_a_change_of_an_entry_names_what_is_wrong_below_its_changes(asker: Asker) -> None:
    await prepare(asker)

    wrong = await do(asker, "knowledgeEntryUpdate", "", id=EntryNode.id_of(1), changes={"keywords": [""]})
    missing = await do(asker, "knowledgeEntryUpdate", "", id=EntryNode.id_of(9), changes={"answer": "x"})

    assert (wrong["__typename"], wrong["path"]) == ("InvalidInputError", ["input", "changes", "keywords"])
    assert (missing["__typename"], missing["path"]) == ("NotFoundError", ["input", "id"])


@pytest.mark.parametrize("name", MUTATIONS)
async def test_a_request_told_twice_happens_once(asker: Asker, name: str) -> None:
    await prepare(asker)
    before = await AuditLog.all().count()
    asked = {**MUTATIONS[name], "idempotencyKey": "k"}
    otherwise = OTHERWISE.get(name) or OTHERWISE[name.removeprefix("messageTemplate").removeprefix("systemPrompt")]

    first = await do(asker, name, "", **asked)
    again = await do(asker, name, "", **asked)
    other = await do(asker, name, "", **{**asked, **otherwise})

    assert first == again
    assert first["__typename"].endswith("Payload")
    assert other["__typename"] == "IdempotencyKeyReusedError"
    assert await AuditLog.all().count() == before + 1


# What makes another request of the same mutation.
OTHERWISE: dict[str, dict[str, Any]] = {
    "Update": {"text": "Other."},
    "Restore": {"version": 9},
    "Reset": {"expectedVersion": 9},
    "knowledgeEntryCreate": {"answer": "Other."},
    "knowledgeEntryUpdate": {"changes": {"answer": "Other."}},
    "knowledgeEntryDelete": {"id": EntryNode.id_of(9)},
    "knowledgeEntryReorder": {"ids": []},
}


@pytest.mark.parametrize("name", MUTATIONS)
async def test_who_may_only_read_writes_nothing(asker: Asker, name: str) -> None:
    reader = asker.as_(caller_with(Permission.KNOWLEDGE_READ))

    answer = await reader.ask(mutation(name, ""), input=MUTATIONS[name])

    assert (answer.data, answer.codes) == ({name: None}, ["FORBIDDEN"])
    assert await AuditLog.all().count() == 0


async def test_every_sentence_is_listed_and_found_by_what_it_says(asker: Asker) -> None:
    await do(asker, "messageTemplateUpdate", TEMPLATE, id=PAID, text="Hurray!")
    query = """query ($after: String) {
        all: messageTemplates(first: 100, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } }
        own: messageTemplates(filter: { isShipped: false }) { nodes { id key language } }
        said: messageTemplates(filter: { search: "hurrAY", language: "en" }) { nodes { id } }
        last: messageTemplates(last: 2, filter: { key: "greeting" }, orderBy: { field: LANGUAGE, direction: DESC }) {
            nodes { language } pageInfo { hasPreviousPage hasNextPage }
        }
    }"""

    page, seen = await asker.read(query), list[str]()
    first = page
    while True:
        seen += [node["id"] for node in page["all"]["nodes"]]
        if not page["all"]["pageInfo"]["hasNextPage"]:
            break
        page = await asker.read(query, after=page["all"]["pageInfo"]["endCursor"])

    assert len(seen) == len(set(seen)) == first["all"]["totalCount"]
    assert first["own"]["nodes"] == [{"id": PAID, "key": "order_paid", "language": "en"}]
    assert first["said"]["nodes"] == [{"id": PAID}]
    assert first["last"] == {
        "nodes": [{"language": "en"}, {"language": "ar"}],
        "pageInfo": {"hasPreviousPage": True, "hasNextPage": False},
    }


async def test_a_template_is_previewed_with_samples_and_with_an_order(asker: Asker) -> None:
    order = await make_order(await make_conversation(await make_customer(await make_account())))
    query = """query ($id: ID!, $order: ID, $text: String) {
        messageTemplatePreview(id: $id, orderId: $order, text: $text) { text unusedVariables }
    }"""
    thing = OrderNode.id_of(order.id)

    sample = await asker.read(query, id=PAID, text="{package} is paid.")
    real = await asker.read(query, id=PAID, text="{number} is paid.", order=thing)
    wrong = await asker.ask(query, id=PAID, text="{nonsense}")
    blind = await asker.as_(caller_with(Permission.KNOWLEDGE_READ)).ask(query, id=PAID, order=thing)

    assert sample["messageTemplatePreview"]["text"] == "Gold is paid."
    assert real["messageTemplatePreview"]["text"] == f"{order.number} is paid."
    assert "package" in real["messageTemplatePreview"]["unusedVariables"]
    assert wrong.codes == ["UNKNOWN_VARIABLE"]
    assert blind.codes == ["FORBIDDEN"]


async def test_the_prompt_is_previewed_as_the_ai_would_be_told(asker: Asker) -> None:
    query = """query ($id: ID!, $text: String) {
        systemPrompts { key isShipped variables { name description } }
        systemPromptPreview(id: $id, text: $text, language: "ur") { text unusedVariables }
    }"""

    own = await asker.read(query, id=PROMPT, text="Speak {language} for {business_name}.")
    shipped = await asker.read(query, id=PROMPT)

    assert own["systemPromptPreview"] == {
        "text": "Speak Urdu for Parley.",
        "unusedVariables": ["today", "time", "currency", "hours"],
    }
    assert "{" not in shipped["systemPromptPreview"]["text"]
    assert shipped["systemPromptPreview"]["unusedVariables"] == []
    assert [prompt["key"] for prompt in shipped["systemPrompts"]] == ["salesperson"]


async def test_a_prompt_goes_back_and_to_what_shipped(asker: Asker) -> None:
    await do(asker, "systemPromptUpdate", PROMPT_PAYLOAD, id=PROMPT, text="Be kind.")
    reset = await do(asker, "systemPromptReset", PROMPT_PAYLOAD, id=PROMPT)
    restored = await do(asker, "systemPromptRestore", PROMPT_PAYLOAD, id=PROMPT, version=1)

    assert reset["systemPrompt"]["isShipped"] is True
    assert restored["systemPrompt"]["text"] == "Be kind."
    assert [each["isShipped"] for each in restored["systemPrompt"]["versions"]] == [False, True, False]


async def test_the_faq_is_kept_in_order_and_asked_as_the_assistant_does(asker: Asker) -> None:
    made = [
        await do(
            asker, "knowledgeEntryCreate", ENTRY, language="en", question=question, answer="A", keywords=["k", "k"]
        )
        for question in ("Do you deliver?", "What are your opening hours?")
    ]
    ids = [each["knowledgeEntry"]["id"] for each in made]
    reordered = await do(
        asker,
        "knowledgeEntryReorder",
        "... on KnowledgeEntryReorderPayload { knowledgeEntries { id position } }",
        ids=ids[::-1],
    )
    ask = """{
        knowledgeAnswers(question: "Hi, what are your opening hours?") { id }
        knowledgeEntries { totalCount nodes { id } }
    }"""

    found = await asker.read(ask)
    await do(asker, "knowledgeEntryUpdate", ENTRY, id=ids[1], changes={"isActive": False})
    hidden = await asker.read(ask)
    await do(asker, "knowledgeEntryDelete", "... on KnowledgeEntryDeletePayload { deletedId }", id=ids[1])

    assert made[0]["knowledgeEntry"]["keywords"] == ["k"]
    assert reordered["knowledgeEntries"] == [{"id": ids[1], "position": 1}, {"id": ids[0], "position": 2}]
    assert found["knowledgeAnswers"] == [{"id": ids[1]}]
    assert found["knowledgeEntries"] == {"totalCount": 2, "nodes": [{"id": ids[1]}, {"id": ids[0]}]}
    assert hidden["knowledgeAnswers"] == []
    assert [entry.question for entry in await KnowledgeEntry.all()] == ["Do you deliver?"]
    assert await MessageTemplateVersion.all().count() == 0


async def test_the_preview_of_the_chat_speaks_in_the_words_of_the_shop(asker: Asker) -> None:
    await make_package(await make_service())
    title = TemplateNode.id_of(sentence_id("package_title", "en"))
    await do(asker, "messageTemplateUpdate", TEMPLATE, id=title, text="Look: {name}")

    shown = await asker.read("{ chatPreview { text } }")

    assert shown["chatPreview"]["text"].startswith("Look: Starter")


async def test_the_hours_of_the_shop_are_set_day_by_day_and_shown_for_the_whole_week(asker: Asker) -> None:
    selection = """... on SettingsPayload { settings {
        offeredLanguages businessHours { weekday opensAt closesAt }
    } }"""
    monday = {"weekday": "MONDAY", "opensAt": "09:00", "closesAt": "18:00"}

    done = await do(asker, "settingsChange", selection, offeredLanguages=["en", "ur"], businessHours=[monday])
    twice = await do(asker, "settingsChange", selection, businessHours=[monday, monday])
    wrong = await do(asker, "settingsChange", selection, businessHours=[{**monday, "closesAt": "late"}])
    none = await do(asker, "settingsChange", selection, businessHours=[])

    assert done["settings"]["offeredLanguages"] == ["en", "ur"]
    assert done["settings"]["businessHours"][:2] == [
        monday,
        {"weekday": "TUESDAY", "opensAt": None, "closesAt": None},
    ]
    assert len(done["settings"]["businessHours"]) == 7
    assert [each["path"] for each in (twice, wrong)] == [["input", "businessHours"]] * 2
    assert none["settings"]["businessHours"] == []
