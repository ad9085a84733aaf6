"""A small shop to begin with: what a newcomer finds, and may change or delete."""

from decimal import Decimal

from core import audit
from core.catalog import Duration, PackageChanges, ServiceChanges
from core.languages.wording import LANGUAGES, template
from core.money import Money
from core.payments import PaymentMethodChanges
from core.shop import Shop
from models.catalog import DurationUnit, Service
from models.knowledge import KnowledgeEntry, MessageTemplate
from models.payments import PaymentMethod
from models.settings import Setting
from web.sample_scenarios import SCENARIOS

# Written with the sample data, so that what somebody deleted does not come back at the next start.
MARK = "sample_data_added"

# What a customer is told of an order; the shipped sentences, as rows that staff may edit.
EDITABLE = ("order_paid", "order_rejected", "order_reminder", "order_expired", "order_completed")

_Package = tuple[str, str, str, tuple[str, ...], Duration]

CATALOG: tuple[tuple[str, str, tuple[_Package, ...]], ...] = (
    (
        "Website design",
        "A website that works on every phone and loads fast.",
        (
            (
                "Starter site",
                "25000",
                "For a shop that needs to be found.",
                ("Up to 5 pages", "Contact form and map", "One round of changes"),
                Duration(2, DurationUnit.WEEK),
            ),
            (
                "Business site",
                "60000",
                "For a company with services to explain.",
                ("Up to 15 pages", "Blog", "WhatsApp button", "Three rounds of changes"),
                Duration(4, DurationUnit.WEEK),
            ),
            (
                "Online store",
                "120000",
                "For selling online from the first day.",
                ("Up to 200 products", "Cash on delivery and bank transfer", "Training for your team"),
                Duration(2, DurationUnit.MONTH),
            ),
        ),
    ),
    (
        "Social media care",
        "Posts, answers and adverts, done for you.",
        (
            (
                "Silver care",
                "15000",
                "A steady presence on one network.",
                ("12 posts a month", "One network", "Monthly report"),
                Duration(1, DurationUnit.MONTH),
            ),
            (
                "Gold care",
                "35000",
                "Posts and adverts on two networks.",
                ("20 posts a month", "Two networks", "Advert management", "Answers within a day"),
                Duration(1, DurationUnit.MONTH),
            ),
            (
                "Platinum care",
                "90000",
                "Everything, for a whole quarter.",
                ("30 posts a month", "Four networks", "Two videos a month", "Weekly call"),
                Duration(3, DurationUnit.MONTH),
            ),
        ),
    ),
    (
        "English course",
        "Live lessons in small groups, in the evening.",
        (
            (
                "Trial week",
                "2500",
                "Three lessons to see whether it suits you.",
                ("3 live lessons", "Level test"),
                Duration(7, DurationUnit.DAY),
            ),
            (
                "Monthly class",
                "9500",
                "Three lessons a week.",
                ("12 live lessons", "Recordings", "Certificate of attendance"),
                Duration(1, DurationUnit.MONTH),
            ),
            (
                "Exam preparation",
                "30000",
                "Ready for IELTS in a quarter.",
                ("36 live lessons", "Four mock exams", "Personal feedback"),
                Duration(3, DurationUnit.MONTH),
            ),
        ),
    ),
)

PAYMENT_METHODS = (
    PaymentMethodChanges(
        method=PaymentMethod.EASYPAISA,
        label="EasyPaisa",
        currency="PKR",
        payee_name="Sample Services",
        account_number="0300 0000001",
        instructions="Send as “Mobile account”.",
        position=1,
    ),
    PaymentMethodChanges(
        method=PaymentMethod.JAZZCASH,
        label="JazzCash",
        currency="PKR",
        payee_name="Sample Services",
        account_number="0300 0000002",
        position=2,
    ),
    PaymentMethodChanges(
        method=PaymentMethod.BANK_TRANSFER,
        label="Bank transfer",
        currency="PKR",
        payee_name="Sample Services (Pvt) Ltd",
        account_number="PK00 SAMP 0000 0000 0000 0001",
        bank_name="Sample Bank",
        instructions="Write your order number as the reference.",
        position=3,
    ),
)

_Faq = tuple[str, str, str, list[str]]

FAQ: tuple[_Faq, ...] = (
    ("en", "What are your opening hours?", "We answer every day from 9 am to 9 pm.", ["opening hours", "open"]),
    ("en", "Can I get a refund?", "Yes, within 7 days, as long as the work has not begun.", ["refund", "money back"]),
    (
        "en",
        "Where are you?",
        "Our office is in Lahore, and we work with customers everywhere.",
        ["address", "location"],
    ),
    ("ur", "آپ کے اوقاتِ کار کیا ہیں؟", "ہم روزانہ صبح 9 بجے سے رات 9 بجے تک جواب دیتے ہیں۔", ["اوقات"]),
    (
        "ur-Latn",
        "Aap ke auqat kya hain?",
        "Hum rozana subah 9 se raat 9 baje tak jawab dete hain.",
        ["auqat", "timing"],
    ),
    ("ar", "ما هي ساعات العمل؟", "نجيب كل يوم من التاسعة صباحًا حتى التاسعة مساءً.", ["ساعات العمل", "الدوام"]),
    ("es", "¿Cuál es su horario?", "Respondemos todos los días de 9 a 21 h.", ["horario"]),
)


async def add_sample_data(shop: Shop) -> bool:
    """Fills an empty shop, once; whether it did. All of it is written together or not at all."""
    async with shop.database.unit_of_work(joinable=True) as work:
        mark = await work.fetch(
            "insert into settings (key, value, updated_at) values ($1, 'true', $2) on conflict do nothing returning id",
            MARK,
            work.now,
        )
        if not mark or await _has_something():
            return False
        await _add_catalog(shop)
        for method in PAYMENT_METHODS:
            await shop.payments.create_method(method, audit.PROGRAM)
        for position, (language, question, answer, keywords) in enumerate(FAQ):
            await KnowledgeEntry.create(
                language=language, question=question, answer=answer, keywords=keywords, position=position
            )
        for key in EDITABLE:
            for language in LANGUAGES:
                await MessageTemplate.create(key=key, language=language, text=template(key, language))
        for scenario in SCENARIOS:
            await shop.scenarios.create(scenario, audit.PROGRAM, is_sample=True)
        await shop.settings.change_within(work, {"business_name": "Sample Services"}, audit.PROGRAM)
        return True


async def _has_something() -> bool:
    return await Service.exists() or await Setting.filter(key="business_name").exists()


async def _add_catalog(shop: Shop) -> None:
    for service_position, (name, description, packages) in enumerate(CATALOG, start=1):
        service = await shop.catalog.create_service(
            ServiceChanges(name=name, description=description, position=service_position, is_active=True),
            audit.PROGRAM,
        )
        for position, (package, price, about, features, duration) in enumerate(packages, start=1):
            await shop.catalog.create_package(
                service.id,
                PackageChanges(
                    name=package,
                    description=about,
                    features=features,
                    duration=duration,
                    price=Money.from_major(Decimal(price), "PKR"),
                    position=position,
                    is_active=True,
                ),
                audit.PROGRAM,
            )
