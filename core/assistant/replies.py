"""What is said, composed from facts: every price, number and payee in here comes from them."""

from collections.abc import Sequence
from typing import Final

from core.assistant.decision import DraftFact, OrderFact, PackageFact, PaymentMethodFact, ServiceFact
from core.languages.formats import bulleted, duration, money, numbered
from core.languages.isolate import RIGHT_TO_LEFT, aligned, isolated
from core.languages.wording import say
from core.money import Money
from models.orders import OrderStatus

PROOF_TROUBLES: Final = {
    "type": "proof_not_usable",
    "size": "proof_too_large",
    "unreadable": "proof_unreadable",
}


def pieces(name: str, quantity: int) -> str:
    """E.g. "Gold" or "2 × Gold"."""
    return name if quantity == 1 else f"{quantity} × {name}"


# --- What the program says because of an action ----------------------------------------------------------------------


def summary(language: str, draft: DraftFact) -> str:
    """What a later yes confirms."""
    total = money(draft.total, language)
    if draft.quantity == 1:
        return say("summary", language, name=draft.package_name, total=total)
    return say(
        "summary_several",
        language,
        name=draft.package_name,
        quantity=draft.quantity,
        price=money(draft.unit_price, language),
        total=total,
    )


def price_changed(language: str, draft: DraftFact) -> str:
    """`draft` is the new one, at the new price."""
    return paragraphs(say("price_changed", language), summary(language, draft))


def package_gone(language: str) -> str:
    return say("package_gone", language)


def draft_expired(language: str, draft: DraftFact | None = None) -> str:
    """With the fresh draft, if the package could be proposed again."""
    return paragraphs(say("draft_expired", language), summary(language, draft) if draft else "")


def quantity_out_of_range(language: str, largest: int) -> str:
    return say("quantity_out_of_range", language, largest=largest)


def order_created(language: str, order: OrderFact, methods: Sequence[PaymentMethodFact]) -> str:
    return paragraphs(
        say("order_created", language, number=order.number, what=pieces(order.package_name, order.quantity)),
        _ways_to_pay(
            language, order.total, methods, say("payment_intro", language, total=money(order.total, language))
        ),
    )


def payment_instructions(language: str, order: OrderFact, methods: Sequence[PaymentMethodFact]) -> str:
    """For an order that was placed before."""
    intro = say("payment_intro_order", language, number=order.number, total=money(order.total, language))
    return _ways_to_pay(language, order.total, methods, intro)


def proof_received(language: str, order: OrderFact) -> str:
    return say("proof_received", language, number=order.number)


def proof_not_usable(language: str, why: str = "type") -> str:
    """`why` is "type", "size" or "unreadable"."""
    return say(PROOF_TROUBLES.get(why, "proof_not_usable"), language)


def proof_order_closed(language: str, order: OrderFact) -> str:
    """The order left the states that take a proof between the question and the answer."""
    return say("proof_order_closed", language, number=order.number)


def order_cancelled(language: str, order: OrderFact) -> str:
    return say("order_cancelled", language, number=order.number)


def handed_off(language: str) -> str:
    return say("handed_off", language)


def stopped(language: str) -> str:
    return say("stopped", language)


def started_again(language: str) -> str:
    return say("started_again", language)


# --- What the assistant says by itself -------------------------------------------------------------------------------


def which_order(language: str, orders: Sequence[OrderFact]) -> str:
    return lines(say("which_order", language), _order_choices(language, orders))


def which_cancel(language: str, orders: Sequence[OrderFact]) -> str:
    return lines(say("which_cancel", language), _order_choices(language, orders))


def cancel_ask(language: str, order: OrderFact) -> str:
    return say(
        "cancel_ask",
        language,
        number=order.number,
        what=pieces(order.package_name, order.quantity),
        total=money(order.total, language),
    )


def confirm_again(language: str, draft: DraftFact) -> str:
    what = pieces(draft.package_name, draft.quantity)
    return say("confirm_again", language, what=what, total=money(draft.total, language))


def order_list(language: str, orders: Sequence[OrderFact]) -> str:
    listed = "\n".join(
        say(
            "order_line",
            language,
            number=order.number,
            what=pieces(order.package_name, order.quantity),
            total=money(order.total, language),
            status=say(f"status_{order.status.value.lower()}", language),
        )
        for order in orders
    )
    to_pay = any(order.status in (OrderStatus.PENDING, OrderStatus.REJECTED) for order in orders)
    hint = say("orders_pay_hint", language) if to_pay else ""
    return paragraphs(lines(say("orders_title", language), listed), hint)


def payment_before_order(language: str, methods: Sequence[PaymentMethodFact]) -> str:
    """Only the names of the ways to pay: the numbers come with an order."""
    labels = list(dict.fromkeys(method.label for method in methods))
    if not labels:
        return say("payment_before_order_no_methods", language)
    comma = "، " if language in RIGHT_TO_LEFT else ", "
    return say("payment_before_order", language, methods=comma.join(labels))


def service_entry(language: str, service: ServiceFact) -> str:
    """With its lowest price, unless its packages are priced in several currencies."""
    prices = [package.price for package in service.packages]
    if len({price.currency for price in prices}) != 1:
        return isolated(service.name, language)
    lowest = min(prices, key=lambda price: price.amount)
    return say("service_entry", language, name=service.name, price=money(lowest, language))


def package_entry(language: str, package: PackageFact) -> str:
    lasts = _lasts(language, package)
    key = "package_entry_duration" if lasts else "package_entry"
    return say(key, language, name=package.name, price=money(package.price, language), duration=lasts)


def package_details(language: str, package: PackageFact, service: ServiceFact) -> str:
    lasts = _lasts(language, package)
    return paragraphs(
        lines(say("package_title", language, name=package.name, service=service.name), package.description.strip()),
        bulleted([isolated(feature, language) for feature in package.features], language),
        lines(
            say("package_duration", language, duration=lasts) if lasts else "",
            say("package_price", language, price=money(package.price, language)),
        ),
        say("package_ask", language),
    )


def listed(title: str, entries: Sequence[str], hint: str, language: str, *, first: int = 1, zero: str = "") -> str:
    """A numbered list between its title and its hint; `zero` is what the number 0 stands for."""
    last = numbered([zero], language, first=0) if zero else ""
    return paragraphs(lines(title, numbered(entries, language, first=first), last), hint)


def paragraphs(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _lasts(language: str, package: PackageFact) -> str:
    if package.duration_count is None or package.duration_unit is None:
        return ""
    return duration(package.duration_count, package.duration_unit, language)


def _order_choices(language: str, orders: Sequence[OrderFact]) -> str:
    return numbered(
        [
            say(
                "order_choice",
                language,
                number=order.number,
                what=pieces(order.package_name, order.quantity),
                total=money(order.total, language),
            )
            for order in orders
        ],
        language,
    )


def _ways_to_pay(language: str, total: Money, methods: Sequence[PaymentMethodFact], intro: str) -> str:
    usable = [method for method in methods if method.currency == total.currency]
    if not usable:
        return say("payment_no_methods", language, total=money(total, language))
    return paragraphs(
        intro,
        *(_way_to_pay(language, method) for method in usable),
        say("payment_proof_request", language),
    )


def _way_to_pay(language: str, method: PaymentMethodFact) -> str:
    """The account number stands alone and unmarked on its line: it is copied into a bank's form."""
    return lines(
        aligned(f"*{isolated(method.label, language)}*", language),
        say("payment_payee", language, payee=method.payee_name),
        say("payment_bank", language, bank=method.bank_name) if method.bank_name else "",
        say("payment_number", language),
        method.account_number,
        method.instructions.strip(),
    )
