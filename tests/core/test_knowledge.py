"""The FAQ as customers ask it: in few words or many, misspelt, in five languages."""

import pytest

from core.database import Database
from core.knowledge import SEARCH, Knowledge
from models.knowledge import KnowledgeEntry

HOURS = {
    "en": "What are your opening hours on weekdays, on Saturdays and during public holidays?",
    "ur": "عام دنوں میں، ہفتے کو اور عید کی چھٹیوں میں آپ کے اوقاتِ کار کیا ہیں؟",
    "ur-Latn": "Aam dinon mein, haftay ko aur Eid ki chuttiyon mein aap ke auqat e kaar kya hain?",
    "ar": "ما هي ساعات العمل في أيام الأسبوع وفي شهر رمضان وفي العطلات الرسمية؟",
    "es": "¿Cuál es su horario de atención entre semana, los sábados y los días festivos?",
}
REFUND = {
    "en": "Can I get a refund?",
    "ur": "کیا رقم واپس مل سکتی ہے؟",
    "ur-Latn": "Kya raqam wapas mil sakti hai?",
    "ar": "هل يمكن استرداد المبلغ؟",
    "es": "¿Hacen reembolsos?",
}


@pytest.fixture
async def knowledge(database: Database) -> Knowledge:
    for about in (HOURS, REFUND):
        for language, question in about.items():
            await KnowledgeEntry.create(language=language, question=question, answer="-", position=0)
    return Knowledge(database)


async def best(knowledge: Knowledge, question: str, language: str) -> str | None:
    found = await knowledge.answers(question, language)
    return found[0].question if found else None


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "opening hours"),
        ("en", "hours of opening?"),
        ("en", "Hi there, opening hours please"),
        ("en", "openning hours"),
        ("en", "open on saturdays?"),
        ("ur", "اوقات کار"),
        ("ur", "اوقاتِ کار بتا دیں"),
        ("ur", "السلام علیکم، عید کی چھٹیوں کے اوقات؟"),
        ("ur", "اوقات كار"),  # from an Arabic keyboard
        ("ur-Latn", "auqat e kaar"),
        ("ur-Latn", "assalam o alaikum, eid ke auqat bata dein"),
        ("ar", "ساعات العمل"),
        ("ar", "السلام عليكم، ساعات العمل من فضلك"),
        ("ar", "ساعات العمل في رمضان"),
        ("es", "horario"),
        ("es", "horario de atencion"),  # without its accent
        ("es", "Hola, ¿horario de los sabados?"),
    ],
)
async def test_a_short_question_finds_the_long_one(knowledge: Knowledge, language: str, question: str) -> None:
    assert await best(knowledge, question, language) == HOURS[language]


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (
            "en",
            "I bought the gold plan last week but my plans changed, can I get a refund, and how long will it take?",
        ),
        ("en", "REFUND"),
        ("ur", "میں نے پچھلے ہفتے آرڈر کیا تھا مگر اب ضرورت نہیں رہی، کیا رقم واپس مل سکتی ہے یا نہیں؟"),
        ("ur-Latn", "Maine pichle hafte order kiya tha lekin ab zaroorat nahi, kya raqam wapas mil sakti hai ya nahi?"),
        ("ar", "اشتريت الباقة الأسبوع الماضي ولم أعد أحتاجها، هل يمكن استرداد المبلغ أم لا؟"),
        ("es", "Compré el plan la semana pasada y ya no lo necesito, ¿hacen reembolsos o no los hacen?"),
    ],
)
async def test_a_long_question_finds_the_short_one(knowledge: Knowledge, language: str, question: str) -> None:
    assert await best(knowledge, question, language) == REFUND[language]


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?!",
        "ok",
        "what is",
        "can I",
        "hello, how are you",
        "when will my website be ready",
        "my name is Ali and I live in Lahore",
        "kya aap",
        "آپ کیسے ہیں",
        "ما هي",
        "cuál es su",
        'or or or -not "',
        "x" * 2000,
    ],
)
async def test_what_the_faq_does_not_answer_finds_nothing(knowledge: Knowledge, question: str) -> None:
    assert await best(knowledge, question, "en") is None


async def test_the_customer_s_language_comes_first_and_the_place_in_the_list_decides_between_equals(
    database: Database, knowledge: Knowledge
) -> None:
    await KnowledgeEntry.create(language="es", question="Hours?", answer="-", keywords=["opening hours"], position=5)
    early = await KnowledgeEntry.create(
        language="es", question="Hours?", answer="-", keywords=["opening hours"], position=4
    )

    found = await knowledge.answers("opening hours", "es", limit=20)

    assert [(entry.language, entry.position) for entry in found] == [("es", 4), ("es", 5), ("en", 0)]
    assert found[0].id == early.id


async def test_what_is_put_away_is_no_answer(knowledge: Knowledge) -> None:
    await KnowledgeEntry.filter(question=REFUND["en"]).update(is_active=False)

    assert await best(knowledge, "refund", "en") is None


async def test_a_keyword_finds_its_entry_in_another_alphabet(knowledge: Knowledge) -> None:
    await KnowledgeEntry.filter(question=HOURS["ur"]).update(keywords=["timing", "auqat", "کھلنے کا وقت"])

    assert await best(knowledge, "shop ki timing bata dein", "ur") == HOURS["ur"]
    assert await best(knowledge, "کھلنے کا وقت", "ur") == HOURS["ur"]


async def test_a_long_faq_is_searched_by_its_indexes(database: Database, knowledge: Knowledge) -> None:
    rows = [
        KnowledgeEntry(language="en", question=f"Which {number:x} has {number * 7919:x}?", answer="-", position=number)
        for number in range(2_000)
    ]
    await KnowledgeEntry.bulk_create(rows)
    await database.fetch("analyze knowledge_entries")

    plan = await database.fetch(f"explain {SEARCH}", ["opening hours", 0.55, "en", 3, "please"])

    told = "\n".join(row["QUERY PLAN"] for row in plan)
    assert "knowledge_entries_by_words" in told
    assert "knowledge_entries_by_letters" in told
    assert "Seq Scan on knowledge_entries" not in told
