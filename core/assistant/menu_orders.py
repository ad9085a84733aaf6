"""The built-in assistant's part after the order: proofs, how to pay, what became of it, and cancelling."""

from collections.abc import Sequence

from core.assistant import replies
from core.assistant.decision import ConfirmDraft, IncomingMessage, OrderFact, SubmitProof
from core.assistant.menu_talk import Talk
from core.assistant.menu_views import Asked, Menu
from core.assistant.spelling import words
from core.assistant.understanding import Understood
from core.assistant.vocabulary import Wish
from models.conversations import MessageKind
from models.orders import OrderStatus

# Instructions for more orders than these would bury the account numbers.
MOST_INSTRUCTIONS = 3


def take_picture(talk: Talk, message: IncomingMessage, understood: Understood) -> None:
    """An image or PDF is the proof of the one order that waits for money, or of the one that its caption names."""
    waiting = _awaiting(talk)
    named = [order for order in waiting if order.id in understood.order_ids]
    if isinstance(talk.order_action, ConfirmDraft):
        talk.say("proof_after_order")
    elif len(waiting) == 1 or len(named) == 1:
        talk.submit_proof((named or waiting)[0], message.id)
    elif waiting:
        menu = Menu(Asked.WHICH_ORDER, tuple(order.id for order in waiting), message=message.id)
        talk.ask(menu, "which_order", replies.which_order(talk.language, waiting))
    elif talk.live_draft is not None and talk.view is None and not talk.has_proposed:
        talk.say("proof_confirm_first")
        talk.ask_to_confirm(talk.live_draft)
    else:
        talk.say("proof_no_order")


def note_other_media(talk: Talk, message: IncomingMessage) -> None:
    unpaid = [order for order in _awaiting(talk) if order.status is not OrderStatus.PAYMENT_SUBMITTED]
    if message.kind is MessageKind.AUDIO:
        talk.say("voice_note")
    elif message.kind is MessageKind.STICKER and unpaid:
        talk.say("sticker_is_no_proof", number=unpaid[0].number)
    elif message.kind is MessageKind.STICKER:
        talk.say("sticker")
    elif message.kind in (MessageKind.DOCUMENT, MessageKind.IMAGE) and unpaid:
        talk.say("proof_not_usable")
    else:
        talk.say("other_media")


def answer_which(talk: Talk, understood: Understood) -> bool:
    """The answer to "which order?", for a proof that waits or an order to be cancelled."""
    menu = talk.menu
    if understood.says(Wish.HUMAN) or menu.asked not in (Asked.WHICH_ORDER, Asked.WHICH_CANCEL):
        return False
    is_proof = menu.asked is Asked.WHICH_ORDER
    if understood.is_no or (is_proof and understood.is_bare and understood.says(Wish.CANCEL)):
        talk.menu = Menu()
        talk.say("which_order_dropped" if is_proof else "cancel_kept")
        return True
    order_id = _picked(talk, menu, understood)
    if order_id is None:
        if understood.number is None:
            return False
        talk.say("no_such_number")
        return True
    order = next((order for order in talk.facts.orders if order.id == order_id), None)
    talk.menu = Menu()
    if is_proof and order is not None and order.awaits_payment and menu.message is not None:
        talk.submit_proof(order, menu.message)
    elif is_proof:
        talk.say("proof_order_closed", number=order.number) if order else talk.say("no_orders")
    elif order is not None:
        ask_to_cancel(talk, order)
    else:
        talk.say("cancel_nothing")
    return True


def ask_which_again(talk: Talk) -> bool:
    """Nothing else was said, so the question stands."""
    orders = [order for order in talk.facts.orders if order.id in talk.menu.choices]
    if talk.menu.asked is Asked.WHICH_ORDER and orders:
        talk.note("which_order", replies.which_order(talk.language, orders))
    elif talk.menu.asked is Asked.WHICH_CANCEL and orders:
        talk.note("which_cancel", replies.which_cancel(talk.language, orders))
    else:
        return False
    return True


def answer_cancel_question(talk: Talk, understood: Understood) -> bool:
    if talk.menu.asked is not Asked.CANCEL_ORDER:
        return False
    order = next((order for order in talk.facts.orders if order.id == talk.menu.order), None)
    says_cancel = understood.is_bare and understood.says(Wish.CANCEL) and not understood.says(Wish.NO)
    if understood.is_no:
        talk.menu = Menu()
        talk.say("cancel_kept")
    elif not (understood.is_yes or says_cancel):
        return False
    elif order is None or not order.awaits_payment:
        talk.menu = Menu()
        talk.say("cancel_nothing")
    elif _has_money_of(order) or not understood.is_certain:
        ask_to_cancel(talk, order)
    else:
        talk.cancel(order)
    return True


def cancel(talk: Talk, understood: Understood) -> None:
    """What is on the table goes first: the summary, then an order."""
    named = [order for order in talk.facts.orders if order.id in understood.order_ids]
    open_orders = named or _awaiting(talk)
    if talk.takes_no and not named:
        talk.decline()
    elif len(open_orders) == 1:
        ask_to_cancel(talk, open_orders[0])
    elif open_orders:
        menu = Menu(Asked.WHICH_CANCEL, tuple(order.id for order in open_orders))
        talk.ask(menu, "which_cancel", replies.which_cancel(talk.language, open_orders))
    elif talk.live_draft is not None:
        talk.decline()
    elif paid := [order for order in talk.facts.orders if order.status is OrderStatus.PAID]:
        ask_to_cancel(talk, paid[0])
    else:
        talk.say("cancel_nothing")


def ask_to_cancel(talk: Talk, order: OrderFact) -> None:
    """Once money may have been sent, a person decides."""
    if _has_money_of(order):
        talk.say("cancel_needs_person", number=order.number)
        talk.hand_off()
    elif order.awaits_payment:
        menu = Menu(Asked.CANCEL_ORDER, order=order.id)
        talk.ask(menu, "cancel_ask", replies.cancel_ask(talk.language, order))
    else:
        talk.say("cancel_nothing")


def tell_status(talk: Talk, understood: Understood) -> None:
    named = [order for order in talk.facts.orders if order.id in understood.order_ids]
    orders = named or talk.facts.orders
    if orders:
        talk.note("orders", replies.order_list(talk.language, orders))
    else:
        talk.say("no_orders")


def tell_how_to_pay(talk: Talk, understood: Understood) -> None:
    if isinstance(talk.order_action, ConfirmDraft | SubmitProof):
        return  # the program is about to say it, or it is paid
    waiting = [order for order in _awaiting(talk) if not understood.order_ids or order.id in understood.order_ids]
    unpaid = [order for order in waiting if order.status is not OrderStatus.PAYMENT_SUBMITTED]
    for order in unpaid[:MOST_INSTRUCTIONS]:
        text = replies.payment_instructions(talk.language, order, talk.facts.payment_methods)
        talk.note(f"payment_{order.id}", text)
    if unpaid:
        return
    if waiting:
        talk.say("payment_being_checked", number=waiting[0].number)
        return
    talk.note("payment_before_order", replies.payment_before_order(talk.language, talk.facts.payment_methods))
    if talk.menu.asked is Asked.CONFIRM and talk.live_draft is not None and not talk.has_proposed:
        talk.ask_to_confirm(talk.live_draft)


def hear_paid(talk: Talk) -> None:
    """ "I have paid" is no proof; the picture is."""
    if isinstance(talk.order_action, SubmitProof):
        return
    waiting = _awaiting(talk)
    unpaid = [order for order in waiting if order.status is not OrderStatus.PAYMENT_SUBMITTED]
    if len(unpaid) == 1:
        talk.say("payment_proof_missing", number=unpaid[0].number)
    elif unpaid:
        talk.say("payment_proof_missing_several")
    elif waiting:
        talk.say("payment_being_checked", number=waiting[0].number)
    elif talk.live_draft is not None and not talk.has_proposed:
        talk.ask_to_confirm(talk.live_draft)
    else:
        tell_status(talk, Understood(0))


def answer_small_talk(talk: Talk) -> None:
    """An "ok" that answers no question."""
    waiting = _awaiting(talk)
    unpaid = [order for order in waiting if order.status is not OrderStatus.PAYMENT_SUBMITTED]
    if unpaid:
        talk.say("waiting_for_payment", number=unpaid[0].number)
    elif waiting:
        talk.say("payment_being_checked", number=waiting[0].number)
    else:
        talk.say("anything_else")


def is_picture(message: IncomingMessage) -> bool:
    """Whether it may be a proof. A type that is not known yet is judged by the program when it keeps the file."""
    if message.kind is MessageKind.IMAGE:
        return message.media_type is None or message.media_type.startswith("image/")
    if message.kind is MessageKind.DOCUMENT:
        return message.media_type == "application/pdf" or (message.media_type or "").startswith("image/")
    return False


def _awaiting(talk: Talk) -> list[OrderFact]:
    return [order for order in talk.facts.orders if order.awaits_payment]


def _has_money_of(order: OrderFact) -> bool:
    submitted = order.has_waiting_proof or order.status is OrderStatus.PAYMENT_SUBMITTED
    return submitted or order.status is OrderStatus.PAID


def _picked(talk: Talk, menu: Menu, understood: Understood) -> int | None:
    if understood.number is not None:
        return menu.choices[understood.number - 1] if 1 <= understood.number <= len(menu.choices) else None
    named = [id_ for id_ in menu.choices if id_ in understood.order_ids]
    if not named:
        named = _of_package(talk, menu.choices, understood)
    return named[0] if len(named) == 1 else None


def _of_package(talk: Talk, choices: Sequence[int], understood: Understood) -> list[int]:
    packages = [talk.catalogue.packages[id_] for id_ in understood.named.packages if id_ in talk.catalogue.packages]
    wanted = {words(package.name) for package in packages}
    return [order.id for order in talk.facts.orders if order.id in choices and words(order.package_name) in wanted]
