"""What a colleague changes stands on an open page a moment later, without loading it anew."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import OWNER, Desk
from tests.journeys.chat import Customer, Shopkeeper

RENAME = """
mutation ($input: PaymentMethodUpdateInput!) {
  paymentMethodUpdate(input: $input) { __typename ... on Error { message } }
}
"""


def made(path: str, mutation: str, shown: str, **asked: Any) -> Any:
    return pytest.param(path, mutation, shown, asked, id=mutation)


@pytest.mark.parametrize(
    ("path", "mutation", "shown", "asked"),
    [
        made("/catalog", "serviceCreate", "name", isActive=False),
        made("/knowledge", "knowledgeEntryCreate", "question", answer="Yes.", language="en", isActive=False),
        made("/texts/replies", "cannedReplyCreate", "shortcut", text="Hello.", language="en"),
    ],
)
async def test_what_a_colleague_makes_is_seen(
    desk: Desk, keeper: Shopkeeper, path: str, mutation: str, shown: str, asked: dict[str, Any]
) -> None:
    word = f"colleague-{uuid4().hex[:6]}"
    page = await desk.page(path)
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await expect(page.get_by_text(word).first).to_have_count(0)

    kind = f"{mutation[0].upper()}{mutation[1:]}"
    answer = await keeper.ask(
        f"mutation ($input: {kind}Input!) {{ {mutation}(input: $input) {{ __typename ... on Error {{ message }} }} }}",
        input={**asked, shown: word},
    )

    assert "message" not in answer[mutation], answer
    await expect(page.get_by_text(word).first).to_be_visible()


async def test_what_a_colleague_writes_down_of_a_customer_is_seen(
    desk: Desk, keeper: Shopkeeper, customer: Customer
) -> None:
    await customer.asks("hello")
    (person,) = [each for each in await customer.number.customers() if each["lid"] == customer.lid]
    page = await desk.page(f"/customers/{person['id']}")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()

    await keeper.change("customerBlock", id=person["id"], reason="Sends advertisements")

    await expect(page.get_by_text("Sends advertisements").first).to_be_visible()


async def test_a_way_to_pay_that_a_colleague_renames_is_seen(desk: Desk, make_desk: MakeDesk) -> None:
    colleague = await make_desk()
    method = (await colleague.ask("{ paymentMethods(first: 1) { nodes { id label } } }"))["paymentMethods"]["nodes"][0]
    page = await desk.page("/payments")
    await expect(page.get_by_text(method["label"]).first).to_be_visible()

    for label, count in (("Colleague's purse", 1), (method["label"], 0)):
        asked = {"id": method["id"], "changes": {"label": label}, "password": OWNER[1]}
        renamed = await colleague.ask(RENAME, input=asked)

        assert renamed["paymentMethodUpdate"] == {"__typename": "PaymentMethodPayload"}
        await expect(page.get_by_role("heading", name="Colleague's purse")).to_have_count(count)
