"""A shop, and what one turn knows of it."""

from dataclasses import replace
from datetime import UTC, datetime

from core.assistant.decision import (
    DraftFact,
    FaqFact,
    OrderFact,
    PackageFact,
    PaymentMethodFact,
    ServiceFact,
    TurnFacts,
)
from core.money import Money
from models.catalog import DurationUnit
from models.orders import OrderStatus
from models.payments import PaymentMethod

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
DAY, WEEK, MONTH = DurationUnit.DAY, DurationUnit.WEEK, DurationUnit.MONTH


def rupees(major: int) -> Money:
    return Money(major * 100, "PKR")


def _package(
    key: int, service: int, name: str, price: int, count: int, unit: DurationUnit, *features: str, about: str = ""
) -> PackageFact:
    return PackageFact(key, service, name, about, features, count, unit, rupees(price))


SITES = ServiceFact(
    1,
    "Website design",
    "A website that works on every phone and loads fast.",
    (
        _package(11, 1, "Starter site", 25_000, 2, WEEK, "Up to 5 pages", "Contact form and map"),
        _package(12, 1, "Business site", 60_000, 4, WEEK, "Up to 15 pages", "Blog", "Three rounds of changes"),
        _package(13, 1, "Online store", 120_000, 2, MONTH, "Up to 200 products", "Free training for your team"),
    ),
)
CARE = ServiceFact(
    2,
    "Social media care",
    "Posts, answers and adverts, done for you.",
    (
        _package(21, 2, "Silver care", 15_000, 1, MONTH, "12 posts a month", "One network"),
        _package(22, 2, "Gold care", 35_000, 1, MONTH, "20 posts a month", "Two networks", "Answers within a day"),
        _package(23, 2, "Platinum care", 90_000, 3, MONTH, "30 posts a month", "Four networks"),
    ),
)
COURSE = ServiceFact(
    3,
    "English course",
    "Live lessons in small groups, in the evening.",
    (
        _package(31, 3, "Trial week", 2_500, 7, DAY, "3 live lessons", "Level test"),
        _package(32, 3, "Monthly class", 9_500, 1, MONTH, "12 live lessons", "Recordings"),
        _package(33, 3, "Exam preparation", 30_000, 3, MONTH, "36 live lessons", "Four mock exams"),
    ),
)

EASYPAISA = PaymentMethodFact(
    1, PaymentMethod.EASYPAISA, "EasyPaisa", "Sample Services", "0300 0000001", "", "Send as “Mobile account”.", "PKR"
)
JAZZCASH = PaymentMethodFact(2, PaymentMethod.JAZZCASH, "JazzCash", "Nadia Sample", "0301 2345678", "", "", "PKR")
BANK = PaymentMethodFact(
    3,
    PaymentMethod.BANK_TRANSFER,
    "Bank transfer",
    "Sample Services Ltd",
    "PK36SCBL0000001123456702",
    "Standard Bank",
    "",
    "PKR",
)

CHECKED = OrderFact(7, "PX-1042", OrderStatus.PAYMENT_SUBMITTED, "Gold care", 2, rupees(70_000), True, NOW)
DONE = OrderFact(5, "PX-1038", OrderStatus.COMPLETED, "Trial week", 1, rupees(2_500), False, NOW)
UNPAID = OrderFact(8, "PX-1050", OrderStatus.PENDING, "Silver care", 1, rupees(15_000), False, NOW)

FAQ = (
    FaqFact(1, "Is there a discount for students?", "Students get 10% off the English course."),
    FaqFact(2, "Where is your office?", "Our office is at 12 Mall Road, Lahore. You can call 042 35761234."),
    FaqFact(3, "How do I change my plan?", "Changing the package costs Rs 500. See https://sample.pk/help for more."),
)

FACTS = TurnFacts(
    now=NOW,
    business_name="Sample Services",
    default_language="en",
    language="en",
    is_language_chosen=False,
    customer_name="Sara",
    is_first_contact=False,
    is_opted_out=False,
    messages=(),
    menu={},
    services=(SITES, CARE, COURSE),
    draft=None,
    orders=(CHECKED, DONE),
    payment_methods=(EASYPAISA, JAZZCASH, BANK),
    faq=FAQ,
)
TO_PAY = replace(FACTS, orders=(UNPAID,))
NOTHING_ORDERED = replace(FACTS, orders=())
DRAFTED = replace(NOTHING_ORDERED, draft=DraftFact(3, 32, "Monthly class", 2, rupees(9_500), rupees(19_000), False, 9))
