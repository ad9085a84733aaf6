"""The salesperson without AI: numbered menus and free text, deterministic, and enough to carry a sale to its end."""

from core.assistant import menu_choices, menu_orders
from core.assistant.decision import Decision, IncomingMessage, OptIn, OptOut, TurnFacts
from core.assistant.languages import choose
from core.assistant.menu_names import Names
from core.assistant.menu_talk import Talk
from core.assistant.menu_views import Asked
from core.assistant.understanding import Understood, understand
from core.assistant.vocabulary import Wish
from core.languages.wording import nearest
from models.conversations import MessageKind

# A question of the FAQ is recognised by the words that the program itself does not know.
WORDS_OF_A_QUESTION = 2

FAQ = "faq"

# What a caption can ask besides being sent with a payment.
_ASKED_BY_CAPTION = (Wish.PRICE, Wish.HUMAN, Wish.STATUS)


class BuiltInAssistant:
    async def decide(self, facts: TurnFacts) -> Decision:
        return decide(facts)


def decide(facts: TurnFacts) -> Decision:
    names = Names([service for service in facts.services if service.packages])
    spoken = nearest(facts.language, facts.default_language)
    heard = [(message, understand(message, names, facts.orders, spoken=spoken)) for message in facts.messages]
    asked = [understood.language for _, understood in heard if understood.language]
    choice = choose(
        [message.text for message in facts.messages],
        language=facts.language,
        is_chosen=facts.is_language_chosen,
        default=facts.default_language,
        is_first=facts.is_first_contact,
        asked=asked[-1] if asked else None,
        offered=facts.offered_languages,
    )
    talk = Talk(facts, choice)
    for message, understood in heard:
        _hear(talk, message, understood)
    noted = [_noted(understood) for _, understood in heard]
    cited = [facts.faq[0].id] if talk.has_said(FAQ) else []
    return talk.decision({"answered_with": "BUILT_IN", "understood": noted, "faq": cited})


def _hear(talk: Talk, message: IncomingMessage, understood: Understood) -> None:
    if message.kind is MessageKind.REACTION:
        return
    if message.kind is MessageKind.TEXT:
        _read(talk, understood)
    elif menu_orders.is_picture(message):
        menu_orders.take_picture(talk, message, understood)
        _read_caption(talk, understood)
    elif understood.has_words:
        if message.kind is MessageKind.DOCUMENT:
            menu_orders.note_other_media(talk, message)
        _read(talk, understood)
    else:
        menu_orders.note_other_media(talk, message)


def _read_caption(talk: Talk, understood: Understood) -> None:
    """Under a picture, "ok" or "paid" belongs to the picture; a question does not."""
    asks = understood.named or understood.language or understood.is_stop or understood.says(*_ASKED_BY_CAPTION)
    if asks and talk.menu.asked is not Asked.WHICH_ORDER:
        _read(talk, understood)


def _read(talk: Talk, understood: Understood) -> None:
    if _changes_news(talk, understood):
        return
    _greet(talk, understood)
    if understood.language is not None:
        _change_language(talk)
    elif _answers_question(talk, understood) or _answers_from_faq(talk, understood):
        return
    elif understood.says(Wish.HUMAN):
        talk.hand_off()
    elif understood.says(Wish.CANCEL):
        menu_orders.cancel(talk, understood)
    elif not _sells(talk, understood):
        _chat(talk, understood)


def _changes_news(talk: Talk, understood: Understood) -> bool:
    if understood.is_stop:
        talk.start_over()
        talk.other_action = OptOut()
        talk.is_silent = True
    elif understood.is_start and talk.facts.is_opted_out:
        talk.start_over()
        talk.other_action = OptIn()
    else:
        talk.is_silent = False
        return False
    return True


def _greet(talk: Talk, understood: Understood) -> None:
    if understood.says(Wish.SALAM):
        talk.greeting = "greeting_salam"
    elif understood.says(Wish.GREETING) and talk.greeting is None:
        talk.greeting = "greeting"


def _change_language(talk: Talk) -> None:
    talk.say("language_switched")
    if menu_orders.ask_which_again(talk):
        return
    if talk.menu.asked is Asked.CONFIRM and talk.live_draft is not None and not talk.has_proposed:
        talk.ask_to_confirm(talk.live_draft)
    elif not talk.has_proposed:
        talk.show(talk.catalogue.again(talk.menu))


def _answers_question(talk: Talk, understood: Understood) -> bool:
    return menu_orders.answer_which(talk, understood) or menu_orders.answer_cancel_question(talk, understood)


def _sells(talk: Talk, understood: Understood) -> bool:
    is_told = _tells(talk, understood)
    return (
        menu_choices.answer_quoted(talk, understood)
        or menu_choices.answer_names(talk, understood)
        or is_told
        or menu_choices.answer_yes_or_no(talk, understood)
        or menu_choices.answer_number(talk, understood)
        or menu_choices.answer_price(talk, understood)
        or menu_choices.answer_browsing(talk, understood)
    )


def _tells(talk: Talk, understood: Understood) -> bool:
    """Things that are told beside whatever else is asked."""
    if understood.says(Wish.PAID):
        menu_orders.hear_paid(talk)
    elif understood.says(Wish.STATUS) or understood.order_ids:
        menu_orders.tell_status(talk, understood)
    elif understood.says(Wish.PAY):
        menu_orders.tell_how_to_pay(talk, understood)
    else:
        return False
    return True


def _chat(talk: Talk, understood: Understood) -> None:
    if understood.says(Wish.GOODBYE):
        talk.say("goodbye")
    elif understood.says(Wish.THANKS):
        talk.say("thanks")
    elif understood.says(Wish.GREETING, Wish.SALAM):
        talk.is_understood = True  # the greeting is answered at the start of the reply
    elif understood.is_question and not understood.has_words:
        talk.show(talk.catalogue.again(talk.menu))
    elif not understood.has_words:
        menu_orders.answer_small_talk(talk)
    elif not (_says_faq(talk) or menu_orders.ask_which_again(talk)):
        talk.is_unknown = True


def _answers_from_faq(talk: Talk, understood: Understood) -> bool:
    """A question of the FAQ may well contain a word like "pay" or part of a name."""
    is_question = understood.unexplained >= WORDS_OF_A_QUESTION and not understood.named.is_whole
    return is_question and not understood.says(Wish.HUMAN) and _says_faq(talk)


def _says_faq(talk: Talk) -> bool:
    """The best answer, word for word."""
    if not talk.facts.faq:
        return False
    talk.note(FAQ, talk.facts.faq[0].answer.strip())
    return True


def _noted(understood: Understood) -> dict[str, object]:
    """For the glass box: what was understood, never what was written."""
    return {
        "message": understood.message_id,
        "wishes": sorted(wish.value for wish in understood.wishes),
        "packages": list(understood.named.packages),
        "services": list(understood.named.services),
        "number": understood.number,
        "quantity": understood.quantity,
        "unexplained": understood.unexplained,
    }
