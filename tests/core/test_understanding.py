"""What single messages mean to the built-in assistant, whatever was asked before."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.menu_names import Names
from core.assistant.spelling import plain, words
from core.assistant.understanding import Understood, understand
from core.assistant.vocabulary import Wish
from core.languages.wording import LANGUAGES, wording
from tests.talking import (
    BASIC_SEO,
    BASIC_SITE,
    GOLD,
    GOLD_PLUS,
    LOGO,
    PREMIUM,
    SEO,
    SERVICES,
    SILVER,
    WEB,
    message,
    order,
)

ORDERS = (order(1042), order(1043, name="Silver"))


def _understood(text: str, quoted: str | None = None) -> Understood:
    return understand(message(1, text, quoted_text=quoted), Names(SERVICES), ORDERS)


@pytest.mark.parametrize(
    "text",
    [
        "2",
        "2.",
        "#2",
        " 2 ",
        "2️⃣",
        "٢",
        "۲",
        "option 2",
        "number two",
        "two",
        "the second one",
        "no. 2",
        "دو",
        "دوسرا والا",
        "نمبر 2",
        "do",
        "do number",
        "2 wala",
        "dusra",
        "اثنان",
        "رقم ٢",
        "الثاني",
        "dos",
        "opción 2",
        "el segundo",
        "2 please",
    ],
)
def test_a_number_picks_however_it_is_written(text: str) -> None:
    understood = _understood(text)

    assert (understood.number, understood.quantity) == (2, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_to_ten_are_read_as_words(language: str) -> None:
    spelt = [_understood(word).number for word in wording(language).understands["number_words"]]

    assert spelt == list(range(1, 11))


@pytest.mark.parametrize(
    "text",
    ["25,000", "2 or 3", "03001234567", "I have 3 children", "what do you offer", "how do I do it", "de do", "12345"],
)
def test_other_numbers_pick_nothing(text: str) -> None:
    assert _understood(text).number is None


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("2 x Gold", 2),
        ("2x gold", 2),
        ("gold x2", 2),
        ("3 * gold", 3),
        ("3×Gold", 3),
        ("2xGold", 2),
        ("two of them", 2),
        ("i want 2 pieces", 2),
        ("quantity 5", 5),
        ("make it 3", 3),
        ("3 عدد", 3),
        ("تعداد ۴", 4),
        ("do adad", 2),
        ("عدد 3", 3),
        ("3 unidades", 3),
        ("dos de ellos", 2),
    ],
)
def test_a_quantity_is_heard_when_it_is_said(text: str, quantity: int) -> None:
    understood = _understood(text)

    assert (understood.quantity, understood.number) == (quantity, None)


@pytest.mark.parametrize("text", ["2 gold", "two gold", "quiero dos paquetes gold", "do gold chahiye", "gold 2"])
def test_a_number_beside_a_name_may_be_either(text: str) -> None:
    understood = _understood(text)

    assert (understood.loose_number, understood.number, understood.quantity) == (2, None, None)


@pytest.mark.parametrize(
    ("text", "packages"),
    [
        ("gold", [GOLD]),
        ("Gold Plus", [GOLD_PLUS]),
        ("the gold package please", [GOLD]),
        ("goldd", [GOLD]),
        ("glod", [GOLD]),
        ("GOOOOLD", [GOLD]),
        ("گولڈ", [GOLD]),
        ("جولد", [GOLD]),
        ("گولڈ پلس", [GOLD_PLUS]),
        ("سلور پیکج کی قیمت؟", [SILVER]),
        ("سيلفر", [SILVER]),
        ("silvr", [SILVER]),
        ("primium", [PREMIUM]),
        ("پریمیم", [PREMIUM]),
        ("بريميوم", [PREMIUM]),
        ("basic", [BASIC_SITE, BASIC_SEO]),
        ("basic seo", [BASIC_SEO]),
        ("seo basik", [BASIC_SEO]),
        ("بیسک ویب", [BASIC_SITE]),
    ],
)
def test_packages_are_known_by_their_names(text: str, packages: list[int]) -> None:
    assert sorted(_understood(text).named.packages) == sorted(packages)


@pytest.mark.parametrize(
    ("text", "services"),
    [("web design", [WEB]), ("Web", [WEB]), ("ویب ڈیزائن", [WEB]), ("seo services", [SEO]), ("design", [WEB, LOGO])],
)
def test_services_are_known_by_their_names(text: str, services: list[int]) -> None:
    named = _understood(text).named

    assert (sorted(named.services), named.packages) == (sorted(services), ())


@pytest.mark.parametrize(
    "text", ["good", "glad to meet you", "golf", "price", "لوگ کیا کہتے ہیں", "pizza", "see", "1", "🙂"]
)
def test_other_words_are_no_names(text: str) -> None:
    assert not _understood(text).named


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes please!!",
        "YESSS",
        "ok",
        "okay 👍",
        "👍🏽",
        "✅",
        "haan",
        "ji haan",
        "han ji",
        "ji",
        "theek hai",
        "bilkul",
        "جی ہاں",
        "ہاں",
        "جی",
        "ٹھیک ہے",
        "نعم",
        "أيوة",
        "تمام",
        "موافق",
        "sí",
        "Si, por favor",
        "claro",
        "vale",
        "confirm",
        "yes I want it",
        "yes confirm my order",
        "haan order kar do",
        "ok thanks",
    ],
)
def test_a_yes_is_a_yes_in_every_language(text: str) -> None:
    understood = _understood(text)

    assert understood.is_yes
    assert not understood.is_no


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "No thanks",
        "nope",
        "ji nahi",
        "nahi",
        "nhi chahiye",
        "نہیں",
        "جی نہیں",
        "لا",
        "لا شكرا",
        "no, gracias",
        "👎",
        "not now",
        "ahora no",
        "no no",
    ],
)
def test_a_no_is_a_no_in_every_language(text: str) -> None:
    understood = _understood(text)

    assert understood.is_no
    assert not understood.is_yes


@pytest.mark.parametrize(
    "text",
    [
        "yes how much",
        "yes but cheaper",
        "ok tell me more",
        "ok, details please",
        "haan kya hai",
        "ok bye",
        "ok what is the price",
        "yes 2 or 3",
        "yes no",
        "sí cuánto",
        "haan magar",
        "ok cancel",
        "yes human",
    ],
)
def test_a_yes_with_something_else_confirms_nothing(text: str) -> None:
    assert not _understood(text).is_yes


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("hi", Wish.GREETING),
        ("hiiii", Wish.GREETING),
        ("السلام عليكم", Wish.SALAM),
        ("Assalam-o-Alaikum", Wish.SALAM),
        ("buenas tardes", Wish.GREETING),
        ("how much is it?", Wish.PRICE),
        ("kitne ka hai", Wish.PRICE),
        ("کتنے کا ہے", Wish.PRICE),
        ("بكم", Wish.PRICE),
        ("¿cuánto cuesta?", Wish.PRICE),
        ("my order", Wish.STATUS),
        ("mera order kahan hai", Wish.STATUS),
        ("میرا آرڈر کہاں ہے", Wish.STATUS),
        ("أين طلبي", Wish.STATUS),
        ("dónde está mi pedido", Wish.STATUS),
        ("can I talk to a human", Wish.HUMAN),
        ("نمائندہ", Wish.HUMAN),
        ("أريد التحدث مع موظف", Wish.HUMAN),
        ("quiero hablar con una persona", Wish.HUMAN),
        ("how do I pay", Wish.PAY),
        ("payment kaise karni hai", Wish.PAY),
        ("كيف أدفع", Wish.PAY),
        ("¿cómo puedo pagar?", Wish.PAY),
        ("I have paid", Wish.PAID),
        ("paise bhej diye", Wish.PAID),
        ("تم الدفع", Wish.PAID),
        ("ya pagué", Wish.PAID),
        ("cancel my order", Wish.CANCEL),
        ("آرڈر منسوخ کریں", Wish.CANCEL),
        ("إلغاء الطلب", Wish.CANCEL),
        ("cancelar mi pedido", Wish.CANCEL),
        ("menu", Wish.MENU),
        ("مینو", Wish.MENU),
        ("القائمة", Wish.MENU),
        ("menú", Wish.MENU),
        ("back", Wish.BACK),
        ("ok bye", Wish.GOODBYE),
        ("Allah hafiz", Wish.GOODBYE),
        ("thank you so much", Wish.THANKS),
        ("شکریہ", Wish.THANKS),
    ],
)
def test_wishes_are_understood_in_every_language(text: str, wish: Wish) -> None:
    assert wish in _understood(text).wishes


@pytest.mark.parametrize(
    "text", ["stop", "STOP!", "Please stop", "unsubscribe", "بند کریں", "band karo", "توقف", "إيقاف", "parar", "BAJA"]
)
def test_stop_is_the_whole_message(text: str) -> None:
    assert _understood(text).is_stop
    assert not _understood(f"{text} gold").is_stop


@pytest.mark.parametrize(
    ("text", "order_ids"),
    [
        ("PX-1042", (1042,)),
        ("px1043", (1043,)),
        ("where is 1042?", (1042,)),
        ("1042 and 1043", (1042, 1043)),
        ("42", ()),
    ],
)
def test_orders_are_known_by_their_numbers(text: str, order_ids: tuple[int, ...]) -> None:
    assert _understood(text).order_ids == order_ids


@pytest.mark.parametrize(
    ("quoted", "package_id"),
    [
        ("*Gold Plus* (Web Design)\n\nEverything in Gold", GOLD_PLUS),
        ("\u200f*\u2068Gold\u2069* (\u2068Web Design\u2069)", GOLD),
        ("Please check your order:\n\n*Silver*\nTotal: *PKR 20,000*", SILVER),
        ("1. Basic\n2. Gold\n3. Gold Plus", None),
        ("Hello!", None),
        ("", None),
    ],
)
def test_a_quoted_message_names_one_package_or_none(quoted: str, package_id: int | None) -> None:
    assert _understood("this one", quoted).quoted_package == package_id


def test_urdu_and_arabic_letters_digits_accents_and_marks_are_alike() -> None:
    assert words("قيمت كيا هے") == words("قیمت کیا ہے")
    assert plain("٣ ۴ 5 Sí\u200f") == "3 4 5 si"
    assert words("*Gold*, don't! 👍🏽") == ("gold", "dont", "👍")


@pytest.mark.parametrize(("text", "service"), [("web site design", WEB), ("ویب سائٹ ڈیزائن", WEB)])
def test_a_name_may_be_torn_apart(text: str, service: int) -> None:
    services = (replace(SERVICES[0], name="Website Design"), *SERVICES[1:])

    named = understand(message(1, text), Names(services), ()).named

    assert named.services == (service,)


def test_a_language_that_is_spoken_already_may_be_the_name_of_a_service() -> None:
    names = Names((replace(SERVICES[1], name="English course"),))

    assert understand(message(1, "english"), names, (), spoken="en").named.services == (SEO,)
    assert understand(message(1, "english"), names, (), spoken="ur").language == "en"
    assert understand(message(1, "English course"), names, (), spoken="ur").named.services == (SEO,)


def test_a_number_that_counts_something_else_is_no_quantity() -> None:
    understood = _understood("gold for 3 months")

    assert understood.named.packages == (GOLD,)
    assert (understood.quantity, understood.loose_number) == (None, None)


@pytest.mark.parametrize("text", ["ok?", "is it right ?", "ٹھیک ہے؟", "¿sí?"])
def test_a_question_is_known_by_its_mark(text: str) -> None:
    assert _understood(text).is_question


@given(st.text())
def test_any_text_is_understood_somehow(text: str) -> None:
    understood = _understood(text, quoted=text)

    assert not (understood.is_yes and understood.is_no)
