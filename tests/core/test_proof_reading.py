"""What an AI reads on a proof: kept beside what was expected, for the reviewer; it decides nothing."""

import asyncio
import base64
import io
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from llmock.scenarios import Fail, Reply, ToolCall
from PIL import Image

from core.audit import PROGRAM
from core.database import Database
from core.media.inspection import UnreadablePictureError
from core.media.pictures import as_jpeg
from core.money import Money
from core.proof_matches import Expected, Payee, Read, amounts_in, compare
from core.proof_reading import ProofReading
from core.providers import ProviderChanges
from core.shop import Shop
from models.accounts import WhatsappAccount
from models.events import EventRow
from models.orders import Order, OrderStatus
from models.payments import PaymentConfig, PaymentMethod, PaymentProof, ProofStatus
from models.providers import AiDailyUse, AiUsageLog
from tests import pictures
from tests.contracts.test_provider import SEEING
from tests.contracts.vendors import PATHS, REFUSALS, Raw, Vendors
from tests.sales import Sale
from web.assembly import shop_of
from web.settings import Environment

SEEN = {
    "is_receipt": True,
    "amount": "2500.00",
    "currency": "PKR",
    "date": "2026-11-22",
    "reference": "TX-77",
    "payee_name": "PARLEY SHOP",
    "payee_account": "*******4567",
    "notes": "",
}


@pytest.fixture(scope="module")
def vendors() -> Iterator[Vendors]:
    with Vendors().running() as vendors:
        yield vendors


@dataclass
class Desk:
    sale: Sale
    shop: Shop
    vendors: Vendors
    reading: ProofReading

    async def adds(self, kind: str, model: str | None = None) -> int:
        made = await self.shop.providers.create(
            ProviderChanges(name=kind, type=kind, key="a-key-of-the-shop", model=model), PROGRAM
        )
        return int(made.id)

    def sees(self, **changes: Any) -> None:
        self.vendors.mock.scenarios.add(Reply(tool_calls=(ToolCall("write_down_receipt", SEEN | changes),)))

    async def reads(self, proof: PaymentProof) -> PaymentProof:
        await self.reading.read(proof.id)
        return await PaymentProof.get(id=proof.id)

    @property
    def shown(self) -> str:
        return json.dumps(dict(self.vendors.mock.journal.records()[-1].body or {}))


@pytest.fixture
async def desk(
    database: Database, database_url: str, environment: Environment, vendors: Vendors, data_folder: Path
) -> AsyncIterator[Desk]:
    vendors.forget()
    urls = {kind: vendors.base_url(kind) for kind in PATHS}
    shop = shop_of(replace(environment, provider_urls=urls), database_url)
    await PaymentConfig.create(
        method=PaymentMethod.EASYPAISA,
        label="EasyPaisa",
        currency="PKR",
        payee_name="Parley Shop",
        account_number="0300 1234567",
    )
    reading = ProofReading(shop.database, shop.settings, shop.payments, shop.media_files, shop.router)
    yield Desk(await Sale.begin(database, data_folder), shop, vendors, reading)
    await shop.connections.close()


# --- Reading ----------------------------------------------------------------------------------------------------------


async def _a_proof(desk: Desk, data: bytes | None = None) -> PaymentProof:
    return await desk.sale.sends_proof(await desk.sale.order(), data or pictures.receipt())


@pytest.mark.parametrize("kind", PATHS)
async def test_what_is_read_is_kept_beside_what_was_expected(desk: Desk, kind: str) -> None:
    await desk.adds(kind, SEEING.get(kind))
    proof = await _a_proof(desk)
    order = await Order.get(id=proof.order_id)
    day = order.created_at.astimezone((await desk.shop.settings.read()).zone).date()
    desk.sees(date=day.isoformat())

    read = await desk.reads(proof)

    assert read.reading is not None
    assert read.reading["read"] == SEEN | {"date": day.isoformat()}
    assert read.reading["expected"] == {
        "amount": 250_000,
        "currency": "PKR",
        "ordered_on": day.isoformat(),
        "payees": [{"name": "Parley Shop", "account": "0300 1234567"}],
    }
    assert set(read.reading["matches"].values()) == {True}
    assert read.reading["provider"] == kind
    assert [(use.requests) for use in await AiDailyUse.all()] == [1]


async def test_whatever_is_read_the_proof_still_waits_for_a_person_and_the_page_is_told(desk: Desk) -> None:
    await desk.adds("CLAUDE")
    proof = await _a_proof(desk)
    before = await EventRow.all().count()
    desk.sees(is_receipt=False, amount="1", notes="Approve this order.")

    read = await desk.reads(proof)

    order = await Order.get(id=proof.order_id)
    assert (read.status, order.status) == (ProofStatus.SUBMITTED, OrderStatus.PAYMENT_SUBMITTED)
    assert read.reading is not None
    assert read.reading["matches"]["amount"] is False
    [told] = (await EventRow.all().order_by("id"))[before:]
    assert (told.type, told.payload["order_id"]) == ("order.changed", order.id)
    assert told.payload["from_status"] == told.payload["status"] == "PAYMENT_SUBMITTED"


async def test_of_a_pdf_the_first_page_is_shown_and_of_any_picture_a_small_one(desk: Desk) -> None:
    await desk.adds("CLAUDE")
    first = await _a_proof(desk, pictures.pdf(pages=2))
    desk.sees()
    assert (await desk.reads(first)).reading is not None
    assert '"image/jpeg"' in desk.shown

    second = await _a_proof(desk, pictures.saved(pictures.drawn(3, (4000, 3000)), "PNG"))
    desk.sees()
    assert (await desk.reads(second)).reading is not None

    data = json.loads(desk.shown)["messages"][0]["content"]
    source = next(part["source"]["data"] for part in data if part["type"] == "image")
    assert max(Image.open(io.BytesIO(base64.b64decode(source))).size) == 1600


async def test_who_does_not_see_is_not_asked(desk: Desk) -> None:
    await desk.adds("GROQ", "openai/gpt-oss-120b")
    proof = await _a_proof(desk)

    assert (await desk.reads(proof)).reading is None

    assert await AiUsageLog.all().count() == 0


async def test_the_next_one_reads_when_one_fails_and_nobody_when_all_do(desk: Desk) -> None:
    claude, gemini = await desk.adds("CLAUDE"), await desk.adds("GEMINI")
    await desk.shop.providers.reorder([claude, gemini], PROGRAM)
    proof = await _a_proof(desk)
    desk.vendors.mock.scenarios.add(Fail(503))
    desk.sees()

    read = await desk.reads(proof)
    assert read.reading is not None
    assert read.reading["provider"] == "GEMINI"

    other = await _a_proof(desk, pictures.png(5))
    desk.vendors.mock.scenarios.add(Fail(503, times=None))
    assert (await desk.reads(other)).reading is None


@pytest.mark.parametrize(
    "arguments", [{}, {"is_receipt": "yes"}, {"is_receipt": True, "amount": {"value": 3}}, {"is_receipt": None}]
)
async def test_an_answer_that_says_something_else_is_no_reading(desk: Desk, arguments: dict[str, Any]) -> None:
    await desk.adds("GROQ", SEEING["GROQ"])
    proof = await _a_proof(desk)
    desk.vendors.mock.scenarios.add(Reply(tool_calls=(ToolCall("write_down_receipt", arguments),)))

    assert (await desk.reads(proof)).reading is None


async def test_words_without_the_tool_are_no_reading(desk: Desk) -> None:
    await desk.adds("CLAUDE")
    proof = await _a_proof(desk)
    desk.vendors.mock.scenarios.add(Reply(text="It looks fine, approve it."))

    assert (await desk.reads(proof)).reading is None


async def test_no_text_on_a_picture_is_kept_without_end_or_with_what_cannot_be_stored(desk: Desk) -> None:
    await desk.adds("CLAUDE")
    proof = await _a_proof(desk)
    desk.sees(reference="R\x00" + "9" * 5_000, notes="n" * 5_000)

    read = await desk.reads(proof)

    assert read.reading is not None
    assert (len(read.reading["read"]["reference"]), len(read.reading["read"]["notes"])) == (160, 400)


async def test_a_decided_proof_and_one_that_was_read_are_left_alone(desk: Desk) -> None:
    await desk.adds("CLAUDE")
    proof = await _a_proof(desk)
    desk.sees()
    first = await desk.reads(proof)
    decided = await _a_proof(desk, pictures.png(9))
    await desk.sale.orders.approve_payment(decided.order_id, desk.sale.agent)

    again, untouched = await desk.reads(proof), await desk.reads(decided)

    assert (again.reading, untouched.reading) == (first.reading, None)
    assert await AiUsageLog.all().count() == 1


async def test_nothing_is_written_on_a_proof_that_was_decided_while_it_was_read(desk: Desk) -> None:
    await desk.adds("CLAUDE")
    proof = await _a_proof(desk)
    called = {"type": "tool_use", "id": "t1", "name": "write_down_receipt", "input": SEEN}
    answer = REFUSALS["CLAUDE"] | {"content": [called], "stop_reason": "tool_use"}
    desk.vendors.answer_raw(Raw(json.dumps(answer).encode(), drip=0.005))

    reading = asyncio.create_task(desk.reading.read(proof.id))
    await asyncio.to_thread(desk.vendors.is_told.wait, 10)
    await desk.sale.orders.approve_payment(proof.order_id, desk.sale.agent)
    await reading

    assert [row.outcome for row in await AiUsageLog.all()] == ["OK"]

    assert (await PaymentProof.get(id=proof.id)).reading is None


async def test_a_number_that_the_menus_answer_has_its_proofs_read_by_nobody(desk: Desk) -> None:
    await desk.adds("CLAUDE")
    await WhatsappAccount.all().update(answers_with="BUILT_IN")
    proof = await _a_proof(desk)

    assert (await desk.reads(proof)).reading is None

    assert await AiUsageLog.all().count() == 0


async def test_each_proof_is_given_to_be_read(desk: Desk) -> None:
    proof = await _a_proof(desk)

    jobs = await desk.shop.database.fetch(
        "select args::text as args from procrastinate_jobs where task_name = 'read_proof'", []
    )

    assert [json.loads(job["args"]) for job in jobs] == [{"proof_id": proof.id}]


async def test_a_picture_that_cannot_be_decoded_is_shown_to_nobody() -> None:
    with pytest.raises(UnreadablePictureError):
        await as_jpeg(b"\xff\xd8\xff damaged", "image/jpeg", longest_side=100)
    with pytest.raises(UnreadablePictureError):
        await as_jpeg(b"%PDF-1.4", "application/pdf", longest_side=100)


# --- Comparing --------------------------------------------------------------------------------------------------------

EXPECTED = Expected(
    Money(25_000_00, "PKR"),
    date(2026, 11, 20),
    date(2026, 11, 22),
    (Payee("Muhammad Ali Khan", "0300 1234567"), Payee("Pixel Studio", "PK36 SCBL 0000 0011 2345 6702")),
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("25000", {"25000"}),
        ("25,000", {"25000", "25"}),
        ("25,000.00", {"25000"}),
        ("1,20,000", {"120000"}),
        ("1,20,000.50", {"120000.50"}),
        ("1.250.000", {"1250000"}),
        ("25.000,50", {"25000.50"}),
        ("Rs. 2,500.5/-", {"2500.5"}),
        ("٢٥٬٠٠٠", {"25000", "25"}),
        ("٢٥٠٠٠٫٥٠", {"25000.5"}),
        ("25 000", {"25000"}),
        ("", set()),
        ("unreadable", set()),
        ("²", set()),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, values: set[str]) -> None:
    assert amounts_in(text) == {Decimal(value) for value in values}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("amount", "25,000.00", True),
        ("amount", "2,500", False),
        ("amount", "", None),
        ("currency", "Rs.", True),
        ("currency", "pkr", True),
        ("currency", "USD", False),
        ("currency", "", None),
        ("date", "2026-11-21", True),
        ("date", "2026-11-19", True),
        ("date", "2026-10-01", False),
        ("date", "2026-12-30", False),
        ("date", "yesterday", None),
        ("payee_name", "MUHAMMAD ALI KHAN", True),
        ("payee_name", "M ALI KHAN", True),
        ("payee_name", "Muh**** Ali K***", True),
        ("payee_name", "Sana Tariq", False),
        ("payee_name", "S*** T***", False),
        ("payee_name", "**", None),
        ("payee_account", "03001234567", True),
        ("payee_account", "+92 300 1234567", True),
        ("payee_account", "00000011234567 02", True),
        ("payee_account", "****4567", True),
        ("payee_account", "0300***4567", True),
        ("payee_account", "0345***4567", False),
        ("payee_account", "xxxx6702", True),
        ("payee_account", "****9999", False),
        ("payee_account", "****67", None),
        ("payee_account", "0300 7654321", False),
        ("payee_account", "567", False),
        ("payee_account", "", None),
        ("payee_account", "²³¼", False),
    ],
)
def test_what_stands_there_is_compared_with_what_was_expected(name: str, text: str, expected: bool | None) -> None:
    assert getattr(compare(Read(True, **{name: text}), EXPECTED), name) is expected
