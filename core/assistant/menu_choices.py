"""The built-in assistant's part before the order: names, numbers, quantities, prices, yes and no."""

from core.assistant.decision import DraftFact
from core.assistant.menu_orders import answer_small_talk
from core.assistant.menu_talk import Talk
from core.assistant.menu_views import Asked, Menu, with_quantity
from core.assistant.understanding import Understood
from core.assistant.vocabulary import Wish


def answer_quoted(talk: Talk, understood: Understood) -> bool:
    """A quoted message that names one package is what "this one", "yes" and "how much" are about."""
    package_id = understood.quoted_package
    if package_id is None or understood.named or understood.number is not None or understood.is_no:
        return False
    draft = _question(talk)
    if draft is not None and draft.package_id == package_id and understood.is_yes:
        return False  # the summary itself was quoted
    if understood.quantity is not None:
        talk.propose(package_id, understood.quantity)
    elif understood.is_yes or _orders_it(understood):
        talk.propose(package_id, talk.menu.quantity or 1)
    elif understood.says(Wish.THIS_ONE, Wish.PRICE, Wish.ASK) or understood.unexplained or not understood.wishes:
        talk.show(talk.catalogue.package(package_id))
    else:
        return False
    return True


def answer_yes_or_no(talk: Talk, understood: Understood) -> bool:
    if understood.is_no:
        _say_no(talk)
    elif understood.is_yes or _orders_what_was_asked(talk, understood):
        _say_yes(talk, understood)
    else:
        return False
    return True


def answer_names(talk: Talk, understood: Understood) -> bool:
    named = understood.named
    if len(named.packages) == 1:
        _name_package(talk, understood, named.packages[0])
    elif named.packages:
        quantity = understood.quantity or understood.loose_number
        talk.show(with_quantity(talk.catalogue.choice_of_packages(_nearest_at_hand(talk, named.packages)), quantity))
    elif len(named.services) == 1:
        talk.show(with_quantity(talk.catalogue.of_service(named.services[0]), understood.quantity))
    elif named.services:
        talk.show(with_quantity(talk.catalogue.choice_of_services(named.services), understood.quantity))
    else:
        return False
    return True


def answer_number(talk: Talk, understood: Understood) -> bool:
    draft = _question(talk)
    if understood.quantity is not None:
        _want(talk, understood.quantity)
    elif understood.number is None:
        return False
    elif understood.says(Wish.ORDER) and talk.menu.asked in (Asked.ORDER, Asked.CONFIRM):
        _want(talk, understood.number)  # "no, I want 2"
    elif draft is not None and (understood.says(Wish.YES, Wish.NO) or not understood.is_certain):
        talk.ask_to_confirm(draft)  # "yes, 2" may be anything
    else:
        _pick(talk, understood.number, understood.message_id)
    return True


def answer_price(talk: Talk, understood: Understood) -> bool:
    """Without a name it is about what was shown last."""
    if not understood.says(Wish.PRICE):
        return False
    draft = _question(talk)
    if draft is not None:
        talk.ask_to_confirm(draft)
    else:
        talk.show(talk.catalogue.again(talk.menu))
    return True


def answer_browsing(talk: Talk, understood: Understood) -> bool:
    if understood.says(Wish.MENU):
        talk.show(talk.catalogue.root())
    elif understood.says(Wish.BACK):
        talk.show(talk.catalogue.back_from(talk.menu))
    elif understood.says(Wish.MORE):
        talk.show(talk.catalogue.again(talk.menu, turn=1))
    elif understood.says(Wish.ASK) and talk.menu.package in talk.catalogue.packages and not understood.unexplained:
        talk.show(talk.catalogue.package(talk.menu.package))
    elif understood.says(Wish.ORDER, Wish.THIS_ONE, Wish.ASK) and not understood.unexplained:
        talk.show(talk.catalogue.again(talk.menu))
    else:
        return False
    return True


def _question(talk: Talk) -> DraftFact | None:
    """The summary that waits for its answer."""
    return talk.live_draft if talk.menu.asked is Asked.CONFIRM and not talk.has_proposed else None


def _orders_it(understood: Understood) -> bool:
    asks = understood.says(Wish.PRICE, Wish.ASK, Wish.NO)
    return understood.says(Wish.ORDER) and not asks and not understood.unexplained


def _orders_what_was_asked(talk: Talk, understood: Understood) -> bool:
    """ "Order it" is a yes where that was the question."""
    asked = talk.menu.asked in (Asked.ORDER, Asked.CONFIRM)
    rest = understood.wishes - {Wish.ORDER, Wish.THIS_ONE, Wish.THANKS}
    return asked and understood.says(Wish.ORDER) and understood.is_bare and not rest


def _say_yes(talk: Talk, understood: Understood) -> None:
    menu = talk.menu
    if menu.offers_human or menu.asked is Asked.HUMAN:
        talk.hand_off()
    elif menu.asked is Asked.ORDER and menu.package is not None:
        talk.propose(menu.package, menu.quantity or 1)
    elif menu.asked is Asked.CONFIRM and (understood.is_certain or not talk.live_draft):
        talk.confirm(understood.message_id)
    elif talk.live_draft is not None:
        # Something else was shown since the summary, or it was an "ok?": asked once more rather than guessed.
        talk.ask_to_confirm(talk.live_draft)
    elif menu.asked in (Asked.SERVICE, Asked.PACKAGE):
        talk.show(talk.catalogue.again(menu))
    else:
        answer_small_talk(talk)


def _say_no(talk: Talk) -> None:
    if talk.takes_no:
        talk.decline()
    elif talk.menu.asked is Asked.ORDER:
        talk.show(talk.catalogue.back_from(talk.menu))
    else:
        answer_small_talk(talk)


def _name_package(talk: Talk, understood: Understood, package_id: int) -> None:
    draft = _question(talk)
    quantity = understood.quantity
    if quantity is None and understood.loose_number is not None and not _is_line_of_list(talk, understood):
        quantity = understood.loose_number
    asks = understood.says(Wish.PRICE, Wish.ASK, Wish.NO)
    only_yes = understood.says(Wish.YES) and not understood.unexplained and not asks
    if quantity is not None:
        talk.propose(package_id, quantity)
    elif only_yes and draft is not None and draft.package_id == package_id:
        _say_yes(talk, understood)
    elif only_yes or _orders_it(understood):
        talk.propose(package_id, talk.menu.quantity or 1)
    else:
        talk.show(talk.catalogue.package(package_id))


def _is_line_of_list(talk: Talk, understood: Understood) -> bool:
    """ "2. Gold" is the second line copied, not two of them."""
    number = understood.loose_number
    choices = talk.menu.choices
    return (
        talk.menu.asked is Asked.PACKAGE
        and number is not None
        and 1 <= number <= len(choices)
        and choices[number - 1] in understood.named.packages
    )


def _nearest_at_hand(talk: Talk, packages: tuple[int, ...]) -> tuple[int, ...]:
    """Of packages that are called alike, those of the service that was shown last."""
    at_hand = tuple(id_ for id_ in packages if talk.catalogue.packages[id_].service_id == talk.menu.service)
    return at_hand or packages


def _want(talk: Talk, quantity: int) -> None:
    """So many of what was shown last."""
    menu = talk.menu
    if menu.asked in (Asked.ORDER, Asked.CONFIRM) and menu.package is not None:
        talk.propose(menu.package, quantity)
    else:
        talk.show(with_quantity(talk.catalogue.again(menu), quantity))


def _pick(talk: Talk, number: int, message_id: int) -> None:
    if talk.has_proposed:
        return  # the summary is still to be seen
    if talk.view is not None:
        # A list that is only now being written was not meant; the one before it may have been.
        if talk.seen.asked in (Asked.SERVICE, Asked.PACKAGE):
            _pick_from_list(talk, talk.seen, number)
    elif talk.menu.asked is Asked.ORDER:
        _pick_after_details(talk, number)
    elif talk.menu.asked is Asked.CONFIRM:
        _pick_after_summary(talk, number, message_id)
    elif talk.menu.asked in (Asked.SERVICE, Asked.PACKAGE):
        _pick_from_list(talk, talk.menu, number)
    else:
        talk.show(talk.catalogue.root())


def _pick_after_details(talk: Talk, number: int) -> None:
    if number == 1 and talk.menu.package is not None:
        talk.propose(talk.menu.package, talk.menu.quantity or 1)
    elif number == 0:
        talk.show(talk.catalogue.back_from(talk.menu))
    else:
        talk.say("no_such_number")
        talk.show(talk.catalogue.again(talk.menu))


def _pick_after_summary(talk: Talk, number: int, message_id: int) -> None:
    if number == 1:
        talk.confirm(message_id)
    elif number == 2:
        talk.decline()
    elif (draft := _question(talk)) is not None:
        talk.ask_to_confirm(draft)
    else:
        talk.show(talk.catalogue.root())


def _pick_from_list(talk: Talk, menu: Menu, number: int) -> None:
    if number == 0:
        talk.show(talk.catalogue.again(menu, turn=1) if menu.is_paged else talk.catalogue.root())
        return
    if number > len(menu.choices):
        talk.say("no_such_number")
        talk.show(with_quantity(talk.catalogue.again(menu), menu.quantity))
        return
    chosen = menu.choices[number - 1]
    if menu.asked is Asked.SERVICE and chosen in talk.catalogue.services:
        talk.show(with_quantity(talk.catalogue.of_service(chosen), menu.quantity))
    elif menu.asked is Asked.PACKAGE and chosen in talk.catalogue.packages:
        if menu.quantity is not None:
            talk.propose(chosen, menu.quantity)
        else:
            talk.show(talk.catalogue.package(chosen))
    else:
        talk.say("choice_gone")
        talk.show(talk.catalogue.again(menu))
