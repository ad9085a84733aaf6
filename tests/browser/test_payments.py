"""The ways to pay in the browser: whom customers pay is changed with the password alone, and everybody hears of it."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import MakeDesk
from tests.browser.desk import OWNER, Desk
from tests.journeys.chat import Customer, Shopkeeper
from tests.journeys.server import Api

METHODS = "{ paymentMethods { nodes { label payeeName accountNumber isActive position } } }"
NOTICES = "{ notices(first: 50, filter: { kind: { in: [PAYEE_CHANGED] } }) { totalCount } }"
PREVIEW = 'query ($currency: String) { paymentPreview(currency: $currency, language: "en") { text } }'


def phone(page: Page) -> Locator:
    return page.get_by_role("region", name="What a customer who has to pay reads")


async def change_payee(page: Page, payee: str, *passwords: str) -> None:
    await page.get_by_role("heading", name="EasyPaisa").get_by_role("button").click()
    drawer = page.get_by_role("dialog")
    await expect(drawer.get_by_label("Your password")).to_have_count(0)
    await drawer.get_by_label("Account name").fill(payee)
    await expect(drawer.get_by_text("all staff get a notice of it")).to_be_visible()
    for place, password in enumerate(passwords):
        await drawer.get_by_label("Your password").fill(password)
        await drawer.get_by_role("button", name="Save").click()
        if place < len(passwords) - 1:
            await expect(drawer.get_by_text("The password is wrong.")).to_be_visible()
            await expect(drawer.get_by_label("Your password")).to_be_focused()
    await expect(drawer).to_be_hidden()


async def test_another_payee_takes_the_password_and_everybody_hears_of_it(desk: Desk, keeper: Shopkeeper) -> None:
    page = await desk.page("/payments")
    await expect(phone(page)).to_contain_text("Account name: Sample Services")
    noticed = (await keeper.ask(NOTICES))["notices"]["totalCount"]

    await change_payee(page, "Amina Khan", "not the password", OWNER[1])

    await expect(phone(page)).to_contain_text("Account name: Amina Khan")
    methods = (await keeper.ask(METHODS))["paymentMethods"]["nodes"]
    assert [method["payeeName"] for method in methods if method["label"] == "EasyPaisa"] == ["Amina Khan"]
    assert (await keeper.ask(NOTICES))["notices"]["totalCount"] == noticed + 1
    await change_payee(page, "Sample Services", OWNER[1])
    await expect(phone(page)).not_to_contain_text("Amina Khan")


async def test_the_password_is_asked_for_before_anything_is_sent(desk: Desk, keeper: Shopkeeper) -> None:
    before = await keeper.ask(METHODS)
    page = await desk.page("/payments")

    await page.get_by_role("heading", name="JazzCash").get_by_role("button").click()
    drawer = page.get_by_role("dialog")
    await drawer.get_by_label("Account number").fill("0333 7654321")
    await drawer.get_by_role("button", name="Save").click()

    await expect(drawer.get_by_text("Give your password.")).to_be_visible()
    assert await keeper.ask(METHODS) == before


async def test_the_order_and_what_is_offered_change_without_a_password_and_the_preview_follows(
    desk: Desk, keeper: Shopkeeper
) -> None:
    page = await desk.page("/payments")
    headings = page.locator(".payments-list").get_by_role("heading")
    await expect(headings).to_have_text(["EasyPaisa", "JazzCash", "Bank transfer"])

    await page.get_by_role("button", name="Move JazzCash").focus()
    await page.keyboard.press("Space")
    await expect(page.get_by_text("JazzCash is lifted:")).to_be_attached()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_text("JazzCash would be number 1")).to_be_attached()
    await page.keyboard.press("Space")
    await expect(headings).to_have_text(["JazzCash", "EasyPaisa", "Bank transfer"])
    await page.get_by_role("switch", name="Customers are told of Bank transfer").press("Space")
    await expect(phone(page)).not_to_contain_text("Bank transfer")

    shown = "".join(await phone(page).locator(".whatsapp-text").all_text_contents())
    told = (await keeper.ask(PREVIEW, currency="PKR"))["paymentPreview"]["text"]
    assert shown == told.replace("*", "")
    assert shown.index("JazzCash") < shown.index("EasyPaisa")
    await page.get_by_role("switch", name="Customers are told of Bank transfer").press("Space")
    await page.get_by_role("button", name="More actions: EasyPaisa").click()
    await page.get_by_role("menuitem", name="Move up").click()
    await expect(headings).to_have_text(["EasyPaisa", "JazzCash", "Bank transfer"])
    await expect(phone(page)).to_contain_text("Bank transfer")


async def test_a_way_to_pay_is_made_and_deleted_with_the_password(desk: Desk, keeper: Shopkeeper) -> None:
    before = await keeper.ask(METHODS)
    page = await desk.page("/payments")
    await page.get_by_role("button", name="New payment method").click()
    drawer = page.get_by_role("dialog")
    await drawer.get_by_label("Label").fill("City Bank")
    await drawer.get_by_label("Account name").fill("Sample Services")
    await drawer.get_by_label("Account number").fill("PK11 2222")
    await drawer.get_by_label("Your password").fill(OWNER[1])
    await drawer.get_by_role("button", name="Create").click()
    await expect(phone(page)).to_contain_text("PK11 2222")

    await page.get_by_role("button", name="More actions: City Bank").click()
    await page.get_by_role("menuitem", name="Delete").click()
    question = page.get_by_role("dialog", name="Delete “City Bank”?")
    await question.get_by_role("button", name="Delete").click()
    await expect(question.get_by_text("Give your password.", exact=True)).to_be_visible()
    await question.get_by_label("Your password").fill(OWNER[1])
    await question.get_by_role("button", name="Delete").click()

    await expect(question).to_be_hidden()
    await expect(phone(page)).not_to_contain_text("PK11 2222")
    assert await keeper.ask(METHODS) == before


async def test_the_preview_is_what_a_customer_who_orders_is_told(
    desk: Desk, customer: Customer, keeper: Shopkeeper
) -> None:
    await customer.asks("hello")
    for text in ("menu", "1", "1", "yes", "yes"):
        told = await customer.asks(text)
    page = await desk.page("/payments")
    await expect(phone(page)).to_contain_text("EasyPaisa")

    shown = "".join(await phone(page).locator(".whatsapp-text").all_text_contents())

    ways = shown.split("\n\n")[1:]
    assert told.replace("*", "").split("\n\n")[-len(ways) :] == ways


async def test_who_may_not_read_account_numbers_is_not_shown_them(
    make_desk: MakeDesk, make_staff: Callable[[str], Awaitable[tuple[str, str]]], api: Api
) -> None:
    numbers = [method["accountNumber"] for method in (await Shopkeeper(api).ask(METHODS))["paymentMethods"]["nodes"]]
    desk = await make_desk(signed_in=False)
    await desk.sign_in(*await make_staff("viewer"))
    page = await desk.page("/payments")

    await expect(page.get_by_text("Number hidden")).to_have_count(len(numbers))

    text = await page.locator("main").inner_text()
    assert not [number for number in numbers if number in text]
    await expect(phone(page)).to_have_count(0)
    await expect(page.get_by_role("button", name="New payment method")).to_have_count(0)
