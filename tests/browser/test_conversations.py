"""The chat desk: journey 7 in the dashboard, two at once, by keyboard, on a phone, and a chat of ten thousand."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, Route, expect

from core.embedded_postgres import EmbeddedPostgres
from core.languages.wording import say
from tests.browser.conftest import MakeDesk, running
from tests.browser.desk import PHONE, Desk, overflows
from tests.contracts.vendors import REFUSALS, Raw, Vendors
from tests.journeys.chat import Customer, Number, linked_number
from tests.journeys.server import Server
from tests.journeys.test_ai_sale import says
from tests.pictures import pdf

MakeStaff = Callable[[str], Awaitable[tuple[str, str]]]

CHATS = "/conversations"
MANY = 10_000


def somebody(number: Number) -> Customer:
    """With a name of their own: all tests share one list."""
    return number.customer(name=f"Zara {uuid4().hex[:8]}")


def row(page: Page, customer: Customer) -> Locator:
    return page.get_by_role("region", name="Conversations").get_by_role("link").filter(has_text=customer.name)


def bubbles(page: Page) -> Locator:
    return page.get_by_role("region", name="Messages").get_by_role("article")


def texts(page: Page) -> Locator:
    return bubbles(page).locator(".whatsapp-text")


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Your message")


async def opened(page: Page, customer: Customer) -> None:
    await row(page, customer).click()
    await expect(page.get_by_role("heading", name=customer.name)).to_be_visible()


@pytest.fixture(scope="module")
def vendors() -> Iterator[Vendors]:
    with Vendors().running() as vendors:
        yield vendors


@pytest.fixture(scope="module")
def ai_server(
    chromium: str, dashboard: None, vendors: Vendors, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    keys = {"CLAUDE_API_KEY": "the-key-for-claude", "CLAUDE_API_URL": vendors.base_url("CLAUDE")}
    with running(tmp_path_factory.mktemp("ai-desk") / "data", **keys) as server:
        yield server


@pytest_asyncio.fixture(loop_scope="session")
async def ai_number(ai_server: Server) -> AsyncIterator[Number]:
    async with ai_server.api() as api, linked_number(api) as number:
        yield number


async def test_a_person_takes_over_while_the_ai_writes_and_hands_back(
    make_desk: MakeDesk, ai_server: Server, ai_number: Number, vendors: Vendors
) -> None:
    customer = somebody(ai_number)
    mine = await (await make_desk(server=ai_server)).page(CHATS)
    theirs = await (await make_desk(server=ai_server)).page(CHATS)
    late = REFUSALS["CLAUDE"] | {"stop_reason": "end_turn", "content": [{"type": "text", "text": "Here I am!"}]}
    vendors.answer_raw(Raw(json.dumps(late).encode(), drip=0.03))

    await customer.says("Good afternoon, I would like to know something")
    assert await asyncio.to_thread(vendors.is_told.wait, 20)
    await opened(mine, customer)
    await opened(theirs, customer)
    await mine.get_by_role("button", name="Take over").click()
    await expect(mine.get_by_text("A person answers.")).to_be_visible()
    await expect(theirs.get_by_text("A person answers.")).to_be_visible()
    await field(mine).fill("Sara here.")
    await mine.keyboard.press("Enter")
    heard = await customer.hears()
    await mine.get_by_role("button", name="Hand back").click()
    await expect(theirs.get_by_text("The assistant answers.")).to_be_visible()
    says(vendors, "CLAUDE", "At your service.")
    answer = await customer.asks("thanks, and one more thing")

    assert (heard["text"], heard["author"], answer) == ("Sara here.", "STAFF", "At your service.")
    said = ["Good afternoon, I would like to know something", "Sara here.", "thanks, and one more thing", answer]
    # The last answer came by a later job of the same customer's line: nothing earlier can follow it.
    for page in (mine, theirs):
        await expect(texts(page)).to_have_text(said)
    await mine.get_by_role("button", name="Why?").click()
    details = mine.get_by_role("complementary", name="Details")
    await expect(details.get_by_text("Requests to AI providers")).to_be_visible()
    await expect(details.get_by_text("Answered", exact=True)).to_be_visible()


async def test_two_people_see_the_same_chat_come_and_be_read(
    make_desk: MakeDesk, make_staff: MakeStaff, number: Number
) -> None:
    customer = somebody(number)
    mine = await (await make_desk()).page(CHATS)
    agent = await make_desk(signed_in=False)
    await agent.sign_in(*await make_staff("agent"))
    theirs = await agent.page(CHATS)
    for page in (mine, theirs):
        await expect(page.get_by_role("heading", name="Conversations", level=1)).to_be_visible()

    whatsapp_id = await customer.says("Is the shop opne?")
    await customer.hears()

    # A new chat comes to the top of both lists by itself.
    for page in (mine, theirs):
        await expect(row(page, customer)).to_contain_text("1 unread message")
        await expect(page.get_by_role("region", name="Conversations").get_by_role("link").first).to_contain_text(
            customer.name
        )
    await opened(mine, customer)
    await expect(row(theirs, customer)).not_to_contain_text("unread")
    await number.change("simulatorTypingSend", accountId=number.id, lid=customer.lid)
    await expect(mine.get_by_text(f"{customer.name} is typing…")).to_be_visible()
    await customer.edits(whatsapp_id, "Is the shop open?")
    await expect(texts(mine).first).to_have_text("Is the shop open?")
    await expect(bubbles(mine).first).to_contain_text("edited")
    await customer.revokes(whatsapp_id)
    await expect(bubbles(mine).first).to_contain_text("Taken back by its author")
    await mine.get_by_role("textbox", name="A note for colleagues").fill("Ask for the size.")
    await mine.get_by_role("button", name="Add note").click()
    await opened(theirs, customer)
    await expect(theirs.get_by_text("Ask for the size.")).to_be_visible()
    await mine.get_by_role("button", name="Delete this note").click()
    await mine.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    await expect(theirs.get_by_text("Ask for the size.")).to_be_hidden()


async def test_the_desk_is_worked_by_keyboard(desk: Desk, number: Number) -> None:
    older, newer = somebody(number), somebody(number)
    shortcut = f"hours{uuid4().hex[:6]}"
    await number.ask(
        "mutation ($input: CannedReplyCreateInput!) { cannedReplyCreate(input: $input) { __typename } }",
        input={"shortcut": shortcut, "language": "en", "text": "We are open from 9 to 6."},
    )
    for customer in (older, newer):
        await customer.asks("hello")
    page = await desk.page(CHATS)
    await expect(row(page, newer)).to_be_visible()

    await page.keyboard.press("j")
    await expect(page.get_by_role("heading", name=newer.name)).to_be_visible()
    await page.keyboard.press("r")
    await expect(field(page)).to_be_focused()
    await page.keyboard.type("Half a ")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("thought")
    await row(page, newer).focus()
    await page.keyboard.press("ArrowDown")
    await expect(row(page, older)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name=older.name)).to_be_visible()
    await expect(field(page)).to_have_value("")
    await expect(row(page, newer)).to_contain_text("Draft: Half a")
    await page.keyboard.press("r")
    await page.keyboard.type(f"/{shortcut[:8]}")
    await expect(page.get_by_role("option", name=re.compile(shortcut))).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(field(page)).to_have_value("We are open from 9 to 6.")
    await page.keyboard.press("Enter")
    heard = await older.hears()
    await page.keyboard.press("Escape")
    # Whoever was written to last stands on top now.
    await row(page, older).focus()
    await page.keyboard.press("j")

    assert heard["text"] == "We are open from 9 to 6."
    await expect(page.get_by_role("heading", name=newer.name)).to_be_visible()
    await expect(field(page)).to_have_value("Half a \nthought")


async def test_a_message_whose_answer_was_lost_is_sent_once(make_desk: MakeDesk, number: Number) -> None:
    desk = await make_desk(expected=("net::ERR_FAILED",))
    customer = somebody(number)
    await customer.asks("hello")
    page = await desk.page(CHATS)
    await opened(page, customer)

    async def lose_the_request(route: Route) -> None:
        await route.abort() if "messageSend" in (route.request.post_data or "") else await route.continue_()

    lost = asyncio.Event()

    async def lose_the_answer(route: Route) -> None:
        if "messageSend" in (route.request.post_data or ""):
            await route.fetch()
            await route.abort()
            lost.set()
        else:
            await route.continue_()

    await page.route("**/graphql", lose_the_request)
    await field(page).fill("Can you hear me?")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("Not sent.")
    await page.unroute("**/graphql")
    await page.route("**/graphql", lose_the_answer)
    await page.get_by_role("alert").get_by_role("button", name="Try again").click()
    # Its sender hears of it by the subscription, as everybody does, and is not asked to send it once more.
    await expect(page.get_by_role("alert")).to_have_count(0)
    heard = await customer.hears()
    await lost.wait()
    await page.unroute("**/graphql")
    await field(page).fill("And now?")
    await page.keyboard.press("Enter")
    again = await customer.hears()

    said = [heard["text"], again["text"]]
    assert said == ["Can you hear me?", "And now?"] == await customer.said_by("STAFF")
    await expect(bubbles(page).and_(page.locator("[data-author=STAFF]")).locator(".whatsapp-text")).to_have_text(said)


async def test_files_are_sent_and_what_failed_is_sent_again(desk: Desk, number: Number) -> None:
    customer = somebody(number)
    await customer.asks("hello")
    page = await desk.page(CHATS)
    await opened(page, customer)

    await page.locator("input[type=file]").set_input_files(
        {"name": "offer.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    )
    await field(page).fill("Our offer")
    await page.keyboard.press("Enter")
    heard = await customer.hears()

    assert (heard["kind"], heard["text"], heard["media"]["contentType"]) == ("DOCUMENT", "Our offer", "application/pdf")
    document = bubbles(page).filter(has_text="offer.pdf")
    await expect(document).to_have_count(1)
    await expect(document.get_by_role("link")).to_have_attribute("href", re.compile("^/media/"))
    await customer.reads(await number.state(heard, "DELIVERED"))
    await expect(document).to_contain_text("Read")


async def test_the_list_is_searched_and_chosen_from(desk: Desk, number: Number) -> None:
    customer, other = somebody(number), somebody(number)
    word = f"saffron{uuid4().hex[:8]}"
    await other.asks("hello")
    await customer.asks(f"Do you have {word} tea?")
    page = await desk.page(CHATS)

    await page.get_by_role("searchbox", name="Words, name or phone").fill(word)
    await expect(row(page, other)).to_have_count(0)
    await expect(row(page, customer).locator("mark")).to_have_text(word)
    await opened(page, customer)
    await expect(bubbles(page).filter(has_text=word)).to_be_visible()
    await page.get_by_role("button", name="Clear").click()
    await page.get_by_role("button", name="Mine", exact=True).click()
    await expect(row(page, other)).to_have_count(0)
    await page.get_by_role("combobox", name="Assigned to").click()
    await page.get_by_role("option", name=re.compile("you")).click()
    # It comes into the list of whoever it was given to, without being asked for.
    await expect(row(page, customer)).to_be_visible()
    await page.reload()
    await expect(row(page, customer)).to_be_visible()
    await expect(row(page, other)).to_have_count(0)


async def test_on_a_phone_one_pane_is_shown_at_a_time(make_desk: MakeDesk, number: Number) -> None:
    customer = somebody(number)
    await customer.asks("hello")
    page = await (await make_desk(viewport=PHONE)).page(CHATS)

    await opened(page, customer)
    await expect(row(page, customer)).to_be_hidden()
    await expect(texts(page)).to_have_count(2)
    assert not await overflows(page)
    await page.get_by_role("button", name="Details").click()
    await expect(page.get_by_role("dialog").get_by_text("What the AI did and why")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.get_by_role("link", name="Back to the list").click()

    await expect(row(page, customer)).to_be_visible()
    assert page.url.endswith(CHATS)


async def test_a_viewer_reads_and_changes_nothing(make_desk: MakeDesk, make_staff: MakeStaff, number: Number) -> None:
    customer = somebody(number)
    await customer.asks("hello")
    answer = await customer.asks("I want to talk to a human")
    desk = await make_desk(signed_in=False)
    await desk.sign_in(*await make_staff("viewer"))
    page = await desk.page(CHATS)

    await opened(page, customer)

    await expect(texts(page).last).to_have_text(answer)
    assert answer == say("handed_off", "en")
    await expect(page.get_by_text("A person answers.")).to_be_visible()
    for name in ("Hand back", "Done", "Add note", "Send"):
        await expect(page.get_by_role("button", name=name)).to_have_count(0)
    await expect(row(page, customer)).to_contain_text("2 unread messages")


SEED = """
insert into messages (created_at, direction, author, kind, state, chat, text, detail, is_settled, is_proactive,
    account_id, conversation_id, customer_id, whatsapp_id)
select now() - interval '20 days' + number * interval '1 minute', 'INBOUND', 'CUSTOMER', 'TEXT', 'RECEIVED', chat,
    'Message ' || number || repeat(' of some length', number % 9), '{}', true, false,
    account_id, conversation_id, customer_id, $1 || number
from generate_series(1, $2) as number, (select * from messages where id = $3) as first
"""
# Where the messages that are in sight stand, as soon as some do.
PLACES = """
() => {
  const frame = document.querySelector(".chat-thread").getBoundingClientRect();
  const seen = [...document.querySelectorAll(".chat-thread article")]
    .map((bubble) => [bubble.dataset.message, Math.round(bubble.getBoundingClientRect().top - frame.top)])
    .filter(([, top]) => top > 0 && top < frame.height);
  return seen.length > 2 && seen;
}
"""


async def places(page: Page) -> dict[str, int]:
    return dict(await (await page.wait_for_function(PLACES)).json_value())


async def test_ten_thousand_messages_scroll_and_nothing_jumps(desk: Desk, number: Number, server: Server) -> None:
    customer = somebody(number)
    stored = await customer.is_stored(await customer.says("hello"))
    await customer.hears()
    with EmbeddedPostgres(server.data / "postgres") as postgres:
        connection = await asyncpg.connect(postgres.dsn("parley"))
        key = await connection.fetchval("select max(id) from messages where text = 'hello'")
        await connection.execute(SEED, f"L{uuid4().hex}", MANY, key)
        await connection.close()
    page = await desk.page(f"{CHATS}/{stored['conversation']['id']}")
    thread = page.get_by_role("region", name="Messages")

    await expect(texts(page).last).to_contain_text(f"Message {MANY}")
    for _ in range(6):
        height = await thread.evaluate("(element) => element.scrollHeight")
        await thread.evaluate("(element) => { element.scrollTop = 900; }")
        before = await places(page)
        await page.wait_for_function(
            "(height) => document.querySelector('.chat-thread').scrollHeight > height + 1000", arg=height
        )
        after = await places(page)
        assert before.items() & after.items(), (before, after)

    # Only what is in sight is drawn.
    assert await bubbles(page).count() < 60
    await customer.says("still here?")
    await page.get_by_role("button", name="Newest").click()
    await expect(texts(page).filter(has_text="still here?")).to_be_in_viewport()
