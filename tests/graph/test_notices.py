"""Notices through the API: read, seen by each, resolved for all, followed; and the one about a changed payee."""

from typing import Any

import pytest

from core.shop import Shop
from graph.schema.notices import Notice as NoticeNode
from models.integrations import IdempotentRequest
from models.notices import Notice, NoticeKind
from models.payments import PaymentConfig
from models.staff import Staff, StaffRole
from tests.graph.asking import EVERYTHING, Asker
from tests.graph.people import PASSWORD, Browser, hashed, person
from tests.graph.rows import make_account, make_conversation, make_customer

ERROR = "... on Error { __typename code message path }"
NOTICE = "... on NoticePayload { notice { id resolvedAt } }"
SEEN = "... on NoticesPayload { notices { id isSeen } }"
METHOD = "... on PaymentMethodPayload { paymentMethod { id label position } }"
NEW = {"kind": "JAZZCASH", "label": "JazzCash", "currency": "PKR", "payeeName": "Shop", "accountNumber": "0300"}


def mutation(name: str, selection: str) -> str:
    input_type = f"{name[0].upper()}{name[1:]}Input"
    return f"mutation ($input: {input_type}!) {{ {name}(input: $input) {{ __typename {selection} {ERROR} }} }}"


async def do(asker: Asker, name: str, selection: str, /, **asked: Any) -> dict[str, Any]:
    result: dict[str, Any] = (await asker.read(mutation(name, selection), input=asked))[name]
    return result


async def raised(shop: Shop, key: str, subject_id: int = 1) -> str:
    async with shop.database.unit_of_work() as work:
        made = await shop.notices.raise_once(
            work, NoticeKind.CHAT_NEEDS_HUMAN, "conversations", subject_id, key, {"reason": "FLOOD"}
        )
    assert made is not None
    return NoticeNode.id_of(made)


@pytest.fixture
async def agent(shop: Shop) -> Browser:
    return await person(shop, StaffRole.AGENT)


async def test_the_bell_counts_what_one_has_not_seen(shop: Shop, agent: Browser) -> None:
    conversation = await make_conversation(await make_customer(await make_account()))
    first, second = await raised(shop, "one", conversation.id), await raised(shop, "two", 99)
    colleague = await person(shop, StaffRole.VIEWER)

    seen = await do(agent, "noticeMarkSeen", SEEN, ids=[first, NoticeNode.id_of(99)], idempotencyKey="see")
    again = await do(agent, "noticeMarkSeen", SEEN, ids=[first, NoticeNode.id_of(99)], idempotencyKey="see")

    bell = """{
        unseen: notices(filter: {isSeen: false, isResolved: false}) { totalCount nodes { id isSeen } }
        all: notices(filter: {kind: {in: [CHAT_NEEDS_HUMAN]}}) { nodes { id isSeen detail about { __typename id } } }
    }"""
    mine, theirs = await agent.read(bell), await colleague.read(bell)
    assert seen == again
    assert seen["notices"] == [{"id": first, "isSeen": True}]
    assert mine["unseen"] == {"totalCount": 1, "nodes": [{"id": second, "isSeen": False}]}
    assert theirs["unseen"]["totalCount"] == 2
    assert [one["about"] and one["about"]["__typename"] for one in mine["all"]["nodes"]] == [None, "Conversation"]
    assert mine["all"]["nodes"][0]["detail"] == {"reason": "FLOOD"}


async def test_what_is_wrong_with_seeing_is_told(shop: Shop, agent: Browser) -> None:
    nothing = await do(agent, "noticeMarkSeen", SEEN, ids=[])
    no_id = await do(agent, "noticeMarkSeen", SEEN, ids=["nonsense"])
    program = await Asker(shop, EVERYTHING).ask(mutation("noticeMarkSeen", SEEN), input={"ids": []})

    assert (nothing["__typename"], nothing["path"]) == ("InvalidInputError", ["input", "ids"])
    assert (no_id["__typename"], no_id["path"]) == ("InvalidInputError", ["input", "ids"])
    assert program.codes == ["FORBIDDEN"]


async def test_a_notice_is_resolved_for_everybody(shop: Shop, agent: Browser) -> None:
    thing = await raised(shop, "one")
    viewer = await person(shop, StaffRole.VIEWER)

    refused = await viewer.ask(mutation("noticeResolve", NOTICE), input={"id": thing})
    resolved = await do(agent, "noticeResolve", NOTICE, id=thing, idempotencyKey="done")
    again = await do(agent, "noticeResolve", NOTICE, id=thing, idempotencyKey="done")
    gone = await do(agent, "noticeResolve", NOTICE, id=NoticeNode.id_of(99))
    reused = await do(agent, "noticeResolve", NOTICE, id=NoticeNode.id_of(99), idempotencyKey="done")

    assert refused.codes == ["FORBIDDEN"]
    assert resolved["notice"]["resolvedAt"] is not None
    assert again == resolved
    assert (gone["__typename"], gone["path"]) == ("NotFoundError", ["input", "id"])
    assert reused["__typename"] == "IdempotencyKeyReusedError"
    open_ones = await viewer.read("{ notices(filter: {isResolved: false}) { totalCount } }")
    assert open_ones["notices"]["totalCount"] == 0


async def test_who_follows_hears_of_each_new_notice_and_of_its_end(shop: Shop, agent: Browser) -> None:
    raising = "subscription { noticeRaised { cursor notice { id kind isSeen } } }"
    changing = "subscription { noticeChanged { notice { id resolvedAt } } }"
    async with agent.follow(raising) as new, agent.follow(changing) as changed:
        new.listen()
        changed.listen()
        place = (await shop.feed.place()).encode()

        thing = await raised(shop, "one")
        told = await new.next()
        await do(agent, "noticeResolve", NOTICE, id=thing)
        ended = await changed.next()

    assert told.data is not None
    assert told.data["noticeRaised"]["notice"] == {"id": thing, "kind": "CHAT_NEEDS_HUMAN", "isSeen": False}
    assert ended.data is not None
    assert ended.data["noticeChanged"]["notice"]["resolvedAt"] is not None
    replay = "subscription ($after: String) { noticeRaised(after: $after) { notice { id } } }"
    async with agent.follow(replay, after=place) as missed:
        assert (await missed.next()).data == {"noticeRaised": {"notice": {"id": thing}}}


async def test_whom_customers_pay_changes_with_the_password_of_a_person_and_is_told(shop: Shop) -> None:
    owner, agent = await person(shop, StaffRole.OWNER), await person(shop, StaffRole.AGENT)

    without = await do(owner, "paymentMethodCreate", METHOD, **NEW)
    wrong = await do(owner, "paymentMethodCreate", METHOD, **NEW, password="not it at all")
    made = await do(owner, "paymentMethodCreate", METHOD, **NEW, password=PASSWORD, idempotencyKey="make")
    again = await do(owner, "paymentMethodCreate", METHOD, **NEW, password=PASSWORD, idempotencyKey="make")
    target = {"id": made["paymentMethod"]["id"]}
    moved = await do(owner, "paymentMethodUpdate", METHOD, **target, changes={"position": 5})
    no_password = await do(owner, "paymentMethodUpdate", METHOD, **target, changes={"accountNumber": "0311"})
    changed = await do(
        owner, "paymentMethodUpdate", METHOD, **target, changes={"accountNumber": "0311"}, password=PASSWORD
    )
    empty = await do(owner, "paymentMethodUpdate", METHOD, **target, changes={"payeeName": " "}, password=PASSWORD)

    assert (without["code"], without["path"]) == ("PASSWORD_REQUIRED", ["input", "password"])
    assert (wrong["__typename"], wrong["path"]) == ("InvalidCredentialsError", ["input", "password"])
    assert again == made
    assert moved["paymentMethod"]["position"] == 5
    assert (no_password["code"], no_password["path"]) == ("PASSWORD_REQUIRED", ["input", "password"])
    assert changed["__typename"] == "PaymentMethodPayload"
    assert empty["path"] == ["input", "changes", "payeeName"]
    refused = await agent.ask(mutation("paymentMethodUpdate", METHOD), input={**target, "changes": {}})
    assert refused.codes == ["FORBIDDEN"]
    assert [row.kind for row in await Notice.all()] == [NoticeKind.PAYEE_CHANGED] * 2
    told = await owner.read("{ notices { nodes { about { __typename id } } } }")
    assert told["notices"]["nodes"][0]["about"] == {"__typename": "PaymentMethod", **target}


async def test_a_stolen_key_changes_no_payee(shop: Shop) -> None:
    program = Asker(shop, EVERYTHING)

    answer = await program.ask(mutation("paymentMethodCreate", METHOD), input={**NEW, "password": PASSWORD})

    assert answer.codes == ["FORBIDDEN"]
    assert await PaymentConfig.all().count() == 0


async def test_nothing_that_is_kept_of_a_request_helps_to_guess_its_password(shop: Shop) -> None:
    owner = await person(shop, StaffRole.OWNER)
    kept = []
    for password in (PASSWORD, "another horse battery"):
        await Staff.filter(id=owner.caller.staff_id).update(password_hash=hashed(password))
        await do(owner, "paymentMethodCreate", METHOD, **NEW, password=password, idempotencyKey="make")
        kept.append((await IdempotentRequest.get()).request_hash)
        await IdempotentRequest.all().delete()

    assert kept[0] == kept[1]
