"""What staff write is what customers read; and only in languages that the shop offers."""

from pathlib import Path

from core.assistant.languages import choose
from core.assistant.menu import BuiltInAssistant
from core.database import Database
from core.languages.wording import say, speaking, template
from core.settings import Settings
from core.templates import Templates, own_sentences, said, sentence_id, sentences
from tests.chats import Chats


def templates(database: Database) -> Templates:
    return Templates(database, Settings(database))


async def test_the_assistant_greets_in_the_words_of_the_shop(database: Database, tmp_path: Path) -> None:
    chats = await Chats.begin(database, tmp_path)
    chats.turns._salesperson._assistant = BuiltInAssistant()
    await chats.sells()
    await templates(database).update(sentence_id("greeting", "en"), "Ahoy from {business}!", chats.agent)
    await chats.writes("hello")

    answers = await chats.answers()

    assert answers[0].startswith("Ahoy from Parley!")


async def test_outside_of_a_turn_the_shipped_sentence_stands(database: Database, tmp_path: Path) -> None:
    chats = await Chats.begin(database, tmp_path)
    await templates(database).update(sentence_id("thanks", "en"), "Cheers!", chats.agent)

    with speaking(await own_sentences()):
        within = say("thanks", "en")

    assert (within, say("thanks", "en")) == ("Cheers!", template("thanks", "en"))
    assert await said("thanks", "en") == "Cheers!"
    assert await said("thanks", "es") == template("thanks", "es")


async def test_after_a_reset_the_shipped_sentence_is_said_whatever_it_will_be(
    database: Database, tmp_path: Path
) -> None:
    chats = await Chats.begin(database, tmp_path)
    rule = templates(database)
    key = sentence_id("thanks", "en")
    await rule.update(key, "Cheers!", chats.agent)

    await rule.reset(key, chats.agent)
    await rule.update(sentence_id("goodbye", "en"), template("goodbye", "en"), chats.agent)

    assert await own_sentences() == {}
    assert await said("thanks", "en") == template("thanks", "en")


def test_no_two_sentences_share_an_id() -> None:
    assert len({(each.key, each.language) for each in sentences().values()}) == len(sentences())
    assert len(sentences()) % 5 == 0


def test_a_language_that_the_shop_does_not_offer_is_neither_taken_up_nor_kept() -> None:
    offered = ("en", "ur")

    asked = choose(
        ["in Spanish please"],
        language=None,
        is_chosen=False,
        default="en",
        is_first=True,
        asked="es",
        offered=offered,
    )
    kept = choose(["ok"], language="es", is_chosen=True, default="en", is_first=False, asked=None, offered=offered)
    heard = choose(
        ["hola, buenos días, gracias"],
        language=None,
        is_chosen=False,
        default="en",
        is_first=True,
        asked=None,
        offered=offered,
    )

    assert [(each.language, each.is_chosen) for each in (asked, kept, heard)] == [("en", False)] * 3
