"""Chats over the API: given to somebody, tagged, noted, read, found, handed back at a time, and tried again."""

from datetime import timedelta
from typing import Any

import pytest

from core import clock
from core.audit import PROGRAM
from core.languages.wording import say
from core.permissions import ROLE_PERMISSIONS, Caller, CallerKind
from core.shop import Shop
from graph.schema.conversations import Conversation as ConversationNode
from graph.schema.conversations import ConversationNote as NoteNode
from graph.schema.messages import Message as MessageNode
from graph.schema.staff import Staff as StaffNode
from models.accounts import WhatsappAccount
from models.audit import AuditLog
from models.conversations import (
    AnsweredBy,
    AttentionReason,
    Conversation,
    ConversationNote,
    Direction,
    Message,
    MessageAuthor,
    MessageState,
)
from models.customers import Customer
from models.knowledge import MessageTemplate
from models.staff import Staff, StaffRole
from tests.graph.asking import Asker, caller_with, counted
from tests.graph.rows import (
    make_account,
    make_canned_reply,
    make_conversation,
    make_customer,
    make_message,
    make_staff,
)
from tests.graph.test_mutations import do, mutation

CHAT = """... on ConversationPayload { conversation {
    id answeredBy aiResumesAt attention tags unreadCount assignedTo { name } notes { nodes { text } }
} }"""
SENT = "... on MessagePayload { sentMessage { id text state author retryOf { id } retriedBy { id } } }"
NOTE = "... on ConversationNotePayload { note { id text staff { name } } conversation { notes { totalCount } } }"


def node(conversation: Conversation) -> str:
    return ConversationNode.id_of(conversation.id)


def signed_in(asker: Asker, staff: Staff, role: StaffRole = StaffRole.AGENT) -> Asker:
    label = f"staff:{staff.id}"
    return asker.as_(Caller(CallerKind.STAFF, label, ROLE_PERMISSIONS[role], staff_id=staff.id, role=role))


async def a_chat(**changes: Any) -> Conversation:
    account = await WhatsappAccount.filter().first() or await make_account()
    conversation = await make_conversation(await make_customer(account, await Customer.all().count() + 1))
    await Conversation.filter(id=conversation.id).update(**{"unread_count": 2, **changes})
    return conversation


async def test_a_chat_is_given_to_somebody_and_taken_back(asker: Asker) -> None:
    conversation, staff = await a_chat(), await make_staff()

    given = await do(asker, "conversationAssign", CHAT, id=node(conversation), staffId=StaffNode.id_of(staff.id))
    taken = await do(asker, "conversationAssign", CHAT, id=node(conversation), staffId=None)

    assert given["conversation"]["assignedTo"] == {"name": "Agent 1"}
    assert taken["conversation"]["assignedTo"] is None
    assert [row.after for row in await AuditLog.filter().order_by("id")] == [
        {"assigned_to_id": staff.id},
        {"assigned_to_id": None},
    ]


async def test_a_chat_is_given_to_nobody_who_left(asker: Asker) -> None:
    conversation, staff = await a_chat(), await make_staff()
    await Staff.filter(id=staff.id).update(is_active=False)

    result = await do(asker, "conversationAssign", CHAT, id=node(conversation), staffId=StaffNode.id_of(staff.id))

    assert (result["__typename"], result["path"]) == ("NotFoundError", ["input", "staffId"])


async def test_a_chat_has_exactly_the_tags_it_was_given(asker: Asker) -> None:
    conversation = await a_chat(tags=["old"])

    tagged = await do(asker, "conversationTag", CHAT, id=node(conversation), tags=["urgent", " urgent ", "big order"])
    wrong = await do(asker, "conversationTag", CHAT, id=node(conversation), tags=["x" * 41])

    assert tagged["conversation"]["tags"] == ["urgent", "big order"]
    assert (wrong["__typename"], wrong["path"]) == ("InvalidInputError", ["input", "tags"])


async def test_what_was_read_is_unread_no_more(asker: Asker) -> None:
    conversation = await a_chat()

    read = await do(asker, "conversationMarkRead", CHAT, id=node(conversation))
    again = await do(asker, "conversationMarkRead", CHAT, id=node(conversation))

    assert read["conversation"]["unreadCount"] == 0
    assert read == again
    assert await AuditLog.filter(action="conversation.mark_read").count() == 1


async def test_a_person_who_answers_has_read_the_chat(asker: Asker) -> None:
    conversation = await a_chat()

    await do(asker, "messageSend", SENT, conversationId=node(conversation), text="Hello")

    assert (await Conversation.get(id=conversation.id)).unread_count == 0


async def test_what_a_chat_was_flagged_for_is_settled(asker: Asker) -> None:
    conversation = await a_chat(attention=AttentionReason.FLOOD)

    cleared = await do(asker, "conversationClearAttention", CHAT, id=node(conversation))

    assert cleared["conversation"]["attention"] is None


async def test_a_chat_goes_back_to_the_assistant_at_a_time(asker: Asker) -> None:
    conversation = await a_chat(answered_by=AnsweredBy.HUMAN)

    planned = await do(asker, "conversationHandBack", CHAT, id=node(conversation), at="2100-01-01T00:00:00Z")
    past = await do(asker, "conversationHandBack", CHAT, id=node(conversation), at="2000-01-01T00:00:00Z")
    now = await do(asker, "conversationHandBack", CHAT, id=node(conversation))
    needless = await do(asker, "conversationHandBack", CHAT, id=node(conversation), at="2100-01-01T00:00:00Z")

    assert (planned["conversation"]["answeredBy"], planned["conversation"]["aiResumesAt"]) == (
        "HUMAN",
        "2100-01-01T00:00:00Z",
    )
    assert (past["__typename"], past["path"]) == ("InvalidInputError", ["input", "at"])
    assert (now["conversation"]["answeredBy"], now["conversation"]["aiResumesAt"]) == ("AI", None)
    assert (needless["__typename"], needless["code"]) == ("ConflictError", "ASSISTANT_ANSWERS")


async def test_staff_note_things_for_each_other_and_take_back_their_own(asker: Asker) -> None:
    conversation = await a_chat()
    mine, theirs = signed_in(asker, await make_staff(1)), signed_in(asker, await make_staff(2))
    admin = signed_in(asker, await make_staff(3), StaffRole.ADMIN)

    first = await do(mine, "conversationNoteAdd", NOTE, conversationId=node(conversation), text=" Calls at nine. ")
    second = await do(mine, "conversationNoteAdd", NOTE, conversationId=node(conversation), text="Wants a discount.")
    refused = await theirs.ask(mutation("conversationNoteDelete", CHAT), input={"id": first["note"]["id"]})
    own = await do(mine, "conversationNoteDelete", CHAT, id=first["note"]["id"])
    by_admin = await do(admin, "conversationNoteDelete", CHAT, id=second["note"]["id"])
    gone = await do(mine, "conversationNoteDelete", CHAT, id=first["note"]["id"])

    assert first["note"] == {"id": NoteNode.id_of(1), "text": "Calls at nine.", "staff": {"name": "Agent 1"}}
    assert second["conversation"]["notes"]["totalCount"] == 2
    assert refused.codes == ["FORBIDDEN"]
    assert own["conversation"]["notes"]["nodes"] == [{"text": "Wants a discount."}]
    assert by_admin["conversation"]["notes"]["nodes"] == []
    assert (gone["__typename"], gone["code"]) == ("NotFoundError", "NOTE_NOT_FOUND")
    assert all("nine" not in str(row.after) + str(row.before) for row in await AuditLog.all())


@pytest.mark.parametrize("text", [" ", "x" * 4001])
async def test_a_note_says_something_and_not_a_book(asker: Asker, text: str) -> None:
    conversation = await a_chat()

    result = await do(asker, "conversationNoteAdd", NOTE, conversationId=node(conversation), text=text)

    assert (result["__typename"], result["path"]) == ("InvalidInputError", ["input", "text"])
    assert await ConversationNote.all().count() == 0


FOUND = "query ($filter: ConversationFilter) { conversations(filter: $filter) { totalCount nodes { id } } }"


@pytest.mark.parametrize(
    ("wanted", "is_found"),
    [
        ({"isUnread": True}, True),
        ({"isUnread": False}, False),
        ({"attention": {"in": ["FLOOD"]}}, True),
        ({"attention": {"in": ["TURN_FAILED"]}}, False),
        ({"needsAttention": True}, True),
        ({"isAssigned": True}, True),
        ({"assignedToId": StaffNode.id_of(1)}, True),
        ({"assignedToId": StaffNode.id_of(2)}, False),
        ({"tag": "urgent"}, True),
        ({"tag": "urg"}, False),
        ({"search": "web hosting"}, True),
        ({"search": "hosting -web"}, False),
        ({"search": "sadia"}, True),
        ({"search": "+92300123"}, True),
        ({"search": "nobody"}, False),
        ({"status": {"in": ["ACTIVE"]}, "answeredBy": {"in": ["AI"]}, "tag": "urgent"}, True),
    ],
)
async def test_chats_are_found_by_how_they_are_and_by_what_was_said(
    asker: Asker, wanted: dict[str, Any], is_found: bool
) -> None:
    staff = await make_staff()
    found = await a_chat(assigned_to_id=staff.id, attention=AttentionReason.FLOOD, tags=["urgent", "big"])
    await Customer.filter(id=found.customer_id).update(profile_name="Sadia Khan", phone="+923001234567")
    await make_message(found, "How much is web hosting?")
    other = await a_chat(unread_count=0, created_at=clock.now())
    await make_message(other, "Salam")

    ids = [each["id"] for each in (await asker.read(FOUND, filter=wanted))["conversations"]["nodes"]]

    assert (node(found) in ids) is is_found


async def test_messages_are_found_by_whole_words(asker: Asker) -> None:
    conversation = await a_chat()
    for text in ("Web hosting please", "Hosting for the web", "webhosting", "مرحبا بكم"):
        await make_message(conversation, text)
    query = "query ($search: String) { messages(filter: {search: $search}) { totalCount nodes { text } } }"

    async def found(search: str) -> list[str]:
        with counted() as statements:
            messages = (await asker.read(query, search=search))["messages"]
        assert len(statements) == 2
        return [message["text"] for message in messages["nodes"]]

    assert await found("web HOSTING") == ["Hosting for the web", "Web hosting please"]
    assert await found('"web hosting"') == ["Web hosting please"]
    assert await found("hosting -web") == []
    assert await found("please or webhosting") == ["webhosting", "Web hosting please"]
    assert await found("بكم") == ["مرحبا بكم"]
    assert await found("':*&!(") == []


async def test_a_template_is_sent_in_the_customer_s_language(asker: Asker) -> None:
    conversation = await a_chat()
    await Customer.filter(id=conversation.customer_id).update(language="es")
    await MessageTemplate.create(key="order_paid", language="es", text="Pagado: {number}. ¡Gracias!")
    template = {"key": "order_paid", "values": [{"name": "number", "value": "PX-1"}]}

    sent = await do(asker, "messageSend", SENT, conversationId=node(conversation), template=template)

    assert (sent["sentMessage"]["text"], sent["sentMessage"]["author"]) == ("Pagado: PX-1. ¡Gracias!", "STAFF")


async def test_a_template_is_sent_in_the_shop_s_language_where_the_customer_s_is_not_offered(
    shop: Shop, asker: Asker
) -> None:
    conversation = await a_chat()
    await Customer.filter(id=conversation.customer_id).update(language="ur")
    await shop.settings.change({"offered_languages": ["en", "es"], "default_language": "es"}, PROGRAM)
    values = [{"name": "number", "value": "PX-1"}, {"name": "package", "value": "Gold"}]

    sent = await do(
        asker, "messageSend", SENT, conversationId=node(conversation), template={"key": "order_paid", "values": values}
    )

    assert sent["sentMessage"]["text"] == say("order_paid", "es", number="PX-1", package="Gold")


async def test_a_canned_reply_is_sent_in_the_nearest_language_it_has(asker: Asker) -> None:
    conversation = await a_chat()
    await Customer.filter(id=conversation.customer_id).update(language="ur")
    await make_canned_reply("hours", language="en", text="Nine to five.")
    await make_canned_reply("hours", language="ar", text="من التاسعة")
    asked = {"conversationId": node(conversation)}

    nearest = await do(asker, "messageSend", SENT, **asked, cannedReply={"shortcut": "/Hours"})
    named = await do(asker, "messageSend", SENT, **asked, cannedReply={"shortcut": "hours", "language": "ar"})
    missing = await do(asker, "messageSend", SENT, **asked, cannedReply={"shortcut": "hours", "language": "es"})

    assert nearest["sentMessage"]["text"] == "Nine to five."
    assert named["sentMessage"]["text"] == "من التاسعة"
    assert (missing["__typename"], missing["path"]) == ("NotFoundError", ["input", "cannedReply", "shortcut"])


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ({"template": {"key": "no_such_template"}}, ["template", "key"]),
        ({"template": {"key": "order_paid", "values": []}}, ["template", "values"]),
        ({"template": {"key": "order_paid", "language": "klingon"}}, ["template", "language"]),
        ({"text": "x", "cannedReply": {"shortcut": "hours"}}, ["text"]),
        ({}, ["text"]),
    ],
)
async def test_words_that_cannot_be_sent_name_their_place(asker: Asker, asked: dict[str, Any], path: list[str]) -> None:
    conversation = await a_chat()

    result = await do(asker, "messageSend", SENT, conversationId=node(conversation), **asked)

    assert (result["__typename"], result["path"]) == ("InvalidInputError", ["input", *path])
    assert await Message.all().count() == 0


async def unsent(conversation: Conversation, state: MessageState = MessageState.FAILED, **more: Any) -> Message:
    return await Message.create(
        account_id=conversation.account_id,
        customer_id=conversation.customer_id,
        conversation_id=conversation.id,
        direction=Direction.OUTBOUND,
        author=MessageAuthor.ASSISTANT,
        kind="TEXT",
        state=state,
        chat="1@lid",
        text="Your order is ready",
        **more,
    )


async def test_the_summary_of_a_long_chat_is_told(asker: Asker) -> None:
    long = await a_chat(summary="They sell shoes.", summary_until=7)
    document = "query ($id: ID!) { node(id: $id) { ... on Conversation { summary } } }"

    told = await asker.read(document, id=ConversationNode.id_of(long.id))

    assert told["node"] == {"summary": "They sell shoes."}


async def test_what_was_heard_in_a_voice_note_is_told_beside_it(asker: Asker) -> None:
    conversation = await a_chat()
    heard = {"transcript": "two of them", "heard": {"with": "GROQ", "usage": [1]}}
    message = await unsent(conversation, MessageState.QUEUED, detail=heard)

    told = await asker.read(
        "query ($id: ID!) { node(id: $id) { ... on Message { transcript detail } } }", id=MessageNode.id_of(message.id)
    )

    assert told["node"] == {"transcript": "two of them", "detail": {}}


@pytest.mark.parametrize("state", [MessageState.FAILED, MessageState.AMBIGUOUS])
async def test_a_person_has_a_message_tried_again(asker: Asker, state: MessageState) -> None:
    conversation = await a_chat(attention=AttentionReason.SEND_FAILED)
    failed = await unsent(conversation, state)

    again = await do(asker, "messageRetry", SENT, id=MessageNode.id_of(failed.id))
    twice = await do(asker, "messageRetry", SENT, id=MessageNode.id_of(failed.id))
    old = await asker.read(
        "query ($id: ID!) { node(id: $id) { ... on Message { state detail retriedBy { id } } } }",
        id=MessageNode.id_of(failed.id),
    )

    sent = again["sentMessage"]
    assert (sent["text"], sent["state"], sent["author"]) == ("Your order is ready", "QUEUED", "ASSISTANT")
    assert sent["retryOf"] == {"id": MessageNode.id_of(failed.id)}
    assert (twice["__typename"], twice["code"]) == ("ConflictError", "MESSAGE_NOT_RETRIABLE")
    assert old["node"] == {"state": state.value, "detail": {}, "retriedBy": {"id": sent["id"]}}
    assert await Message.all().count() == 2
    assert await AuditLog.filter(action="message.retry").count() == 1
    assert (await Conversation.get(id=conversation.id)).attention is None


@pytest.mark.parametrize(
    ("case", "kind", "code"),
    [
        ("sent", "ConflictError", "MESSAGE_NOT_RETRIABLE"),
        ("blocked", "ConflictError", "CUSTOMER_BLOCKED"),
        ("number removed", "ConflictError", "NUMBER_REMOVED"),
        ("said stop", "ConflictError", "MESSAGE_NOT_RETRIABLE"),
        ("unknown", "NotFoundError", "MESSAGE_NOT_FOUND"),
    ],
)
async def test_what_cannot_be_tried_again_is_left(asker: Asker, case: str, kind: str, code: str) -> None:
    conversation = await a_chat()
    failed = await unsent(conversation, is_proactive=case == "said stop")
    key = failed.id
    match case:
        case "sent":
            await Message.filter(id=failed.id).update(state=MessageState.SENT)
        case "blocked":
            await Customer.filter(id=conversation.customer_id).update(blocked_at=clock.now())
        case "number removed":
            await WhatsappAccount.filter(id=conversation.account_id).update(deleted_at=clock.now())
        case "said stop":
            await Customer.filter(id=conversation.customer_id).update(opted_out_at=clock.now())
        case _:
            key = 99

    result = await do(asker, "messageRetry", SENT, id=MessageNode.id_of(key))

    assert (result["__typename"], result["code"], result["path"][:1]) == (kind, code, ["input"][: len(result["path"])])
    assert await Message.all().count() == 1


async def test_what_is_told_twice_of_a_chat_happens_once(asker: Asker) -> None:
    conversation, staff = (
        await a_chat(attention=AttentionReason.FLOOD, answered_by=AnsweredBy.HUMAN),
        await make_staff(),
    )
    failed, thing = await unsent(conversation), node(conversation)
    note = await ConversationNote.create(conversation_id=conversation.id, text="Old")
    requests: dict[str, tuple[str, dict[str, Any]]] = {
        "conversationAssign": (CHAT, {"id": thing, "staffId": StaffNode.id_of(staff.id)}),
        "conversationTag": (CHAT, {"id": thing, "tags": ["a"]}),
        "conversationMarkRead": (CHAT, {"id": thing}),
        "conversationClearAttention": (CHAT, {"id": thing}),
        "conversationNoteAdd": (NOTE, {"conversationId": thing, "text": "New"}),
        "conversationNoteDelete": (CHAT, {"id": NoteNode.id_of(note.id)}),
        "conversationHandBack": (CHAT, {"id": thing, "at": "2100-01-01T00:00:00Z"}),
        "messageRetry": (SENT, {"id": MessageNode.id_of(failed.id)}),
    }
    for name, (selection, asked) in requests.items():
        first = await do(asker, name, selection, **asked, idempotencyKey=name)
        before = await AuditLog.all().count()
        again = await do(asker, name, selection, **asked, idempotencyKey=name)
        other = {**asked, ("conversationId" if "conversationId" in asked else "id"): ConversationNode.id_of(99)}
        if name == "messageRetry":
            other["id"] = MessageNode.id_of(99)
        if name == "conversationNoteDelete":
            other["id"] = NoteNode.id_of(99)
        reused = await do(asker, name, selection, **other, idempotencyKey=name)

        assert "code" not in first, (name, first)
        assert again == first, name
        assert reused["__typename"] == "IdempotencyKeyReusedError", name
        assert await AuditLog.all().count() == before, name


async def test_a_viewer_reads_chats_and_touches_nothing(asker: Asker) -> None:
    conversation = await a_chat()
    viewer = asker.as_(caller_with(*ROLE_PERMISSIONS[StaffRole.VIEWER]))
    thing = node(conversation)
    for name, asked in (
        ("conversationAssign", {"id": thing}),
        ("conversationTag", {"id": thing, "tags": []}),
        ("conversationMarkRead", {"id": thing}),
        ("conversationClearAttention", {"id": thing}),
        ("conversationNoteAdd", {"conversationId": thing, "text": "x"}),
        ("conversationNoteDelete", {"id": NoteNode.id_of(1)}),
        ("messageRetry", {"id": MessageNode.id_of(1)}),
    ):
        answer = await viewer.ask(mutation(name, ""), input=asked)
        assert (answer.data, answer.codes) == ({name: None}, ["FORBIDDEN"]), name
    read = await viewer.read("{ conversations { nodes { unreadCount tags notes { totalCount } } } }")

    assert read["conversations"]["nodes"] == [{"unreadCount": 2, "tags": [], "notes": {"totalCount": 0}}]


@pytest.mark.parametrize(
    "name", ["conversationAssign", "conversationTag", "conversationMarkRead", "conversationClearAttention"]
)
async def test_a_chat_that_is_not_there_is_not_found(asker: Asker, name: str) -> None:
    more: dict[str, Any] = {"tags": []} if name == "conversationTag" else {}

    result = await do(asker, name, CHAT, id=ConversationNode.id_of(99), **more)

    assert (result["__typename"], result["path"]) == ("NotFoundError", ["input", "id"])


async def test_every_change_of_a_chat_is_told_to_those_who_follow(shop: Shop, asker: Asker) -> None:
    conversation = await a_chat(last_message_at=clock.now() - timedelta(hours=1))

    await do(asker, "conversationTag", CHAT, id=node(conversation), tags=["a"])
    await do(asker, "conversationMarkRead", CHAT, id=node(conversation))
    await do(asker, "conversationNoteAdd", NOTE, conversationId=node(conversation), text="Secret")

    rows = await shop.database.fetch("select type, payload::text as payload from events order by id")
    assert [row["type"] for row in rows] == ["conversation.changed"] * 3
    assert all("Secret" not in row["payload"] for row in rows)
