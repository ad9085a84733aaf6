"""What the built-in assistant has gathered in one turn, and the decision that it becomes."""

from dataclasses import replace

from core.assistant import replies
from core.assistant.decision import (
    Action,
    CancelOrder,
    ConfirmDraft,
    Decision,
    DeclineDraft,
    DraftFact,
    HandOff,
    OrderFact,
    ProposeOrder,
    SubmitProof,
    TurnFacts,
)
from core.assistant.languages import Choice
from core.assistant.menu_views import Asked, Catalogue, Menu, View
from core.drafts import LARGEST_QUANTITY
from core.languages.wording import say
from core.money import LARGEST_AMOUNT

OrderAction = ProposeOrder | ConfirmDraft | DeclineDraft | SubmitProof | CancelOrder

# A turn has one order action. A change of mind within it replaces what was said before; nothing pushes a proof out.
_MAY_REPLACE: dict[type[OrderAction], tuple[type[OrderAction], ...]] = {
    ProposeOrder: (ProposeOrder, DeclineDraft),
    ConfirmDraft: (DeclineDraft,),
    DeclineDraft: (ProposeOrder, ConfirmDraft),
    CancelOrder: (ProposeOrder, CancelOrder),
}


class Talk:
    """One turn. Several messages are heard in order; the last list shown and the one order action stay."""

    def __init__(self, facts: TurnFacts, choice: Choice) -> None:
        self.facts = facts
        self.choice = choice
        self.language = choice.language
        self.catalogue = Catalogue(facts.services, choice.language)
        self.menu = _remembered(facts)
        self.seen = self.menu  # what is on the customer's screen; numbers mean nothing else
        self.greeting: str | None = "greeting" if facts.is_first_contact else None
        self.view: View | None = None
        self.order_action: OrderAction | None = None
        self.other_action: Action | None = None
        self.is_understood = False
        self.is_unknown = False
        self.is_silent = False
        self._notes: dict[str, str] = {}

    # --- What is said ------------------------------------------------------------------------------------------------

    def say(self, key: str, **values: object) -> None:
        self.note(key, say(key, self.language, **values))

    def note(self, key: str, text: str) -> None:
        """Said once in a turn, however many messages ask for it."""
        self._notes[key] = text
        self.is_understood = True

    def has_said(self, key: str) -> bool:
        return key in self._notes

    def unsay(self, *keys: str) -> None:
        for key in keys:
            self._notes.pop(key, None)

    def show(self, view: View) -> None:
        """Looking further after an order was proposed withdraws the proposal."""
        if isinstance(self.order_action, ProposeOrder):
            self.order_action = None
        self.view = view
        self.menu = view.menu
        self.is_understood = True

    def ask(self, menu: Menu, key: str, text: str) -> None:
        self.view = None
        self.menu = menu
        self.note(key, text)

    def start_over(self) -> None:
        """What was gathered so far is not said any more."""
        self._notes.clear()
        self.view = None
        self.greeting = None
        self.order_action = None
        self.other_action = None
        self.menu = Menu()
        self.is_understood = True

    # --- The draft ---------------------------------------------------------------------------------------------------

    @property
    def live_draft(self) -> DraftFact | None:
        draft = self.facts.draft
        return draft if draft is not None and not draft.is_expired else None

    @property
    def has_proposed(self) -> bool:
        return isinstance(self.order_action, ProposeOrder)

    @property
    def takes_no(self) -> bool:
        """Whether there is a summary, or a yes to it in this turn, that a no is about."""
        is_asked = self.menu.asked is Asked.CONFIRM and self.facts.draft is not None
        return is_asked or isinstance(self.order_action, ProposeOrder | ConfirmDraft)

    def propose(self, package_id: int, quantity: int) -> None:
        package = self.catalogue.packages.get(package_id)
        if package is None:
            self.say("choice_gone")
            self.show(self.catalogue.root())
            return
        if not 1 <= quantity <= LARGEST_QUANTITY or not _can_be_paid(package.price.amount, quantity):
            self.show(self.catalogue.package(package_id))
            self.say("quantity_out_of_range", largest=LARGEST_QUANTITY)
            return
        if not self._is_free_for(ProposeOrder):
            # One order in a turn: this one is shown, and asked for in the next.
            self.show(self.catalogue.package(package_id))
            return
        self.order_action = ProposeOrder(package_id, quantity)
        self.view = None
        self.menu = Menu(Asked.CONFIRM, package=package_id, quantity=quantity)
        self.is_understood = True

    def confirm(self, message_id: int) -> None:
        self.is_understood = True
        draft = self.facts.draft
        if self.has_proposed or draft is None:
            return  # the summary that follows is still to be read
        if draft.is_expired:
            self._propose_again(draft)
        elif message_id <= draft.proposed_after_message_id or not self._is_free_for(ConfirmDraft):
            self.ask_to_confirm(draft)
        else:
            self.unsay("draft_declined", "confirm_again")
            self.order_action = ConfirmDraft(draft.id, message_id)
            self.view = None
            self.menu = Menu()

    def decline(self) -> None:
        draft = self.facts.draft
        if draft is not None and self._is_free_for(DeclineDraft):
            self.order_action = DeclineDraft(draft.id)
        elif self.has_proposed:
            self.order_action = None
        self.unsay("confirm_again")
        self.say("draft_declined")
        self.view = self.catalogue.root()
        self.menu = self.view.menu

    def ask_to_confirm(self, draft: DraftFact) -> None:
        menu = Menu(Asked.CONFIRM, package=draft.package_id, quantity=draft.quantity, unknown=self.menu.unknown)
        self.ask(menu, "confirm_again", replies.confirm_again(self.language, draft))

    def submit_proof(self, order: OrderFact, message_id: int) -> None:
        """Of several pictures the last one counts."""
        proposed = self.order_action
        if isinstance(proposed, ConfirmDraft):
            self.say("proof_after_order")
            return
        if isinstance(proposed, ProposeOrder):
            self.show(self.catalogue.package(proposed.package_id))
        self.order_action = SubmitProof(order.id, message_id)
        self.unsay("payment_proof_missing", "payment_proof_missing_several", "which_order")
        self.is_understood = True
        if self.menu.asked is Asked.WHICH_ORDER:
            self.menu = Menu()

    def cancel(self, order: OrderFact) -> None:
        self.is_understood = True
        if self._is_free_for(CancelOrder):
            self.order_action = CancelOrder(order.id)
            self.menu = Menu()

    def hand_off(self) -> None:
        self.other_action = HandOff()
        self.view = None
        self.menu = Menu()
        self.is_understood = True

    def _is_free_for(self, kind: type[OrderAction]) -> bool:
        return self.order_action is None or isinstance(self.order_action, _MAY_REPLACE[kind])

    def _propose_again(self, draft: DraftFact) -> None:
        if draft.package_id is None or draft.package_id not in self.catalogue.packages:
            self.say("choice_gone")
            self.show(self.catalogue.root())
            return
        self.propose(draft.package_id, draft.quantity)
        if self.has_proposed:
            self.say("draft_expired")

    # --- The decision ------------------------------------------------------------------------------------------------

    def decision(self, record: dict[str, object]) -> Decision:
        if self.is_silent:
            return self._decided((), record)
        if self.is_unknown and not self.is_understood:
            self._admit_not_understood()
        is_quiet = not (self._notes or self.view or self.order_action or self.other_action)
        greets_only = self.greeting is not None and self.order_action is None and self.other_action is None
        if self.view is None and (is_quiet or (greets_only and self.menu.asked is Asked.NOTHING)):
            self.show(self.catalogue.root())
        said = [say(self.greeting, self.language, business=self.facts.business_name)] if self.greeting else []
        said += self._notes.values()
        if self.view is not None:
            said.append(self.view.text)
        text = replies.paragraphs(*said)
        return self._decided((text,) if text else (), record)

    def _admit_not_understood(self) -> None:
        times = self.menu.unknown + 1
        again = times > 1
        question = self.live_draft if self.menu.asked is Asked.CONFIRM else None
        self.say("not_understood_again" if again and question is None else "not_understood")
        if question is not None:
            if again:
                self.say("human_hint")
            self.ask_to_confirm(question)
        else:
            is_list = self.menu.asked in (Asked.SERVICE, Asked.PACKAGE)
            self.show(self.catalogue.again(self.menu) if is_list else self.catalogue.root())
        self.menu = replace(self.menu, unknown=times, offers_human=again and question is None)
        self.is_understood = False

    def _decided(self, texts: tuple[str, ...], record: dict[str, object]) -> Decision:
        actions = tuple(action for action in (self.order_action, self.other_action) if action is not None)
        menu = self.menu if not self.is_understood else replace(self.menu, unknown=0, offers_human=False)
        return Decision(
            language=self.language,
            is_language_chosen=self.choice.is_chosen,
            replies=texts,
            menu=menu.stored(),
            actions=actions,
            record=record | {"asked": menu.asked.value},
        )


def _remembered(facts: TurnFacts) -> Menu:
    menu = Menu.read(facts.menu)
    draft = facts.draft
    if menu.asked is Asked.NOTHING and draft is not None and not draft.is_expired:
        # The summary was written on behalf of another assistant, or a new price made a new one.
        return replace(menu, asked=Asked.CONFIRM, package=draft.package_id, quantity=draft.quantity)
    if menu.asked is Asked.CONFIRM and draft is None:
        return Menu(unknown=menu.unknown)
    return menu


def _can_be_paid(amount: int, quantity: int) -> bool:
    return amount * quantity <= LARGEST_AMOUNT
