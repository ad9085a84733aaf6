"""Canned replies over the API: made, found, changed, deleted."""

from typing import Any

import pytest

from core.permissions import ROLE_PERMISSIONS
from core.shop import Shop
from graph.schema.canned_replies import CannedReply as ReplyNode
from models.audit import AuditLog
from models.knowledge import CannedReply
from models.staff import StaffRole
from tests.graph.asking import Asker, caller_with
from tests.graph.rows import make_canned_reply
from tests.graph.test_mutations import do, mutation

REPLY = "... on CannedReplyPayload { cannedReply { id shortcut language text position } }"
DELETED = "... on CannedReplyDeletePayload { deletedId }"
HOURS: dict[str, Any] = {"shortcut": "/Hours", "language": "en", "text": " Nine to five. "}


async def test_a_canned_reply_is_made_found_changed_and_deleted(shop: Shop, asker: Asker) -> None:
    made = (await do(asker, "cannedReplyCreate", REPLY, **HOURS))["cannedReply"]
    await do(asker, "cannedReplyCreate", REPLY, **{**HOURS, "language": "ur", "text": "نو سے پانچ"})
    changed = await do(asker, "cannedReplyUpdate", REPLY, id=made["id"], changes={"text": "Ten to six.", "position": 3})
    listed = await asker.read("{ cannedReplies { nodes { language } } }")
    found = await asker.read('{ cannedReplies(filter: {search: "TEN", language: "en"}) { nodes { id } } }')
    deleted = await do(asker, "cannedReplyDelete", DELETED, id=made["id"])

    assert made == {"id": made["id"], "shortcut": "hours", "language": "en", "text": "Nine to five.", "position": 0}
    assert changed["cannedReply"] == {**made, "text": "Ten to six.", "position": 3}
    assert [each["language"] for each in listed["cannedReplies"]["nodes"]] == ["ur", "en"]
    assert found["cannedReplies"]["nodes"] == [{"id": made["id"]}]
    assert deleted == {"__typename": "CannedReplyDeletePayload", "deletedId": made["id"]}
    assert [reply.language for reply in await CannedReply.all()] == ["ur"]
    rows = await shop.database.fetch("select count(*) as n from events where type = 'canned_reply.changed'")
    assert (rows[0]["n"], await AuditLog.all().count()) == (4, 4)


@pytest.mark.parametrize(
    ("changes", "kind", "path"),
    [
        ({"shortcut": "two words"}, "InvalidInputError", "shortcut"),
        ({"shortcut": ""}, "InvalidInputError", "shortcut"),
        ({"language": "klingon"}, "InvalidInputError", "language"),
        ({"text": " "}, "InvalidInputError", "text"),
        ({"text": "x" * 4097}, "InvalidInputError", "text"),
        ({"position": -1}, "InvalidInputError", "position"),
        ({"shortcut": "TAKEN"}, "ConflictError", "shortcut"),
    ],
)
async def test_a_canned_reply_that_cannot_be_names_its_place(
    asker: Asker, changes: dict[str, Any], kind: str, path: str
) -> None:
    await make_canned_reply("taken")
    reply = await make_canned_reply("hours")

    created = await do(asker, "cannedReplyCreate", REPLY, **{**HOURS, "shortcut": "new", **changes})
    updated = await do(asker, "cannedReplyUpdate", REPLY, id=ReplyNode.id_of(reply.id), changes=changes)

    assert (created["__typename"], created["path"]) == (kind, ["input", path])
    assert (updated["__typename"], updated["path"]) == (kind, ["input", "changes", path])
    assert await AuditLog.all().count() == 0


@pytest.mark.parametrize(("name", "more"), [("cannedReplyUpdate", {"changes": {}}), ("cannedReplyDelete", {})])
async def test_a_canned_reply_that_is_not_there_is_not_found(asker: Asker, name: str, more: dict[str, Any]) -> None:
    result = await do(asker, name, "", id=ReplyNode.id_of(99), **more)

    assert (result["__typename"], result["code"]) == ("NotFoundError", "CANNED_REPLY_NOT_FOUND")


async def test_what_is_told_twice_of_canned_replies_happens_once(asker: Asker) -> None:
    created = [await do(asker, "cannedReplyCreate", REPLY, **HOURS, idempotencyKey="a") for _ in range(2)]
    other = await do(asker, "cannedReplyCreate", REPLY, **{**HOURS, "text": "x"}, idempotencyKey="a")
    change = {"id": created[0]["cannedReply"]["id"], "changes": {"text": "Ten to six."}, "idempotencyKey": "b"}
    changed = [await do(asker, "cannedReplyUpdate", REPLY, **change) for _ in range(2)]
    going = {"id": created[0]["cannedReply"]["id"], "idempotencyKey": "c"}
    deleted = [await do(asker, "cannedReplyDelete", DELETED, **going) for _ in range(2)]

    assert created[0] == created[1]
    assert changed[0] == changed[1]
    assert deleted[0] == deleted[1] == {"__typename": "CannedReplyDeletePayload", "deletedId": going["id"]}
    assert other["__typename"] == "IdempotencyKeyReusedError"
    assert await AuditLog.all().count() == 3


async def test_a_viewer_reads_canned_replies_and_keeps_none(asker: Asker) -> None:
    reply = await make_canned_reply()
    viewer = asker.as_(caller_with(*ROLE_PERMISSIONS[StaffRole.VIEWER]))
    thing = ReplyNode.id_of(reply.id)

    for name, asked in (
        ("cannedReplyCreate", HOURS),
        ("cannedReplyUpdate", {"id": thing, "changes": {}}),
        ("cannedReplyDelete", {"id": thing}),
    ):
        answer = await viewer.ask(mutation(name, ""), input=asked)
        assert (answer.data, answer.codes) == ({name: None}, ["FORBIDDEN"]), name
    assert (await viewer.read("{ cannedReplies { totalCount } }")) == {"cannedReplies": {"totalCount": 1}}
