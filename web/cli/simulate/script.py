"""A whole sale played by itself: greet, browse, choose, confirm, pay, and show the receipt."""

import asyncio
from collections.abc import Callable

from web.cli.simulate.chat import Chat
from web.cli.simulate.client import SimulateError
from web.cli.simulate.phone import Heard, Order

# What a customer writes in each language: hello, what is there, yes. Numbers choose from the lists.
SAYINGS: dict[str, tuple[str, str, str]] = {
    "en": ("Hello, good morning", "What do you offer?", "yes"),
    "ur": ("السلام علیکم", "آپ کے پاس کیا کیا ہے؟", "جی ہاں"),
    "ur-Latn": ("Assalam o alaikum", "Aap kya bechte hain?", "jee haan"),
    "ar": ("السلام عليكم، صباح الخير", "ماذا لديكم من خدمات؟", "نعم"),
    "es": ("Hola, buenas tardes", "¿Qué servicios tienen?", "sí"),
}
_MOST_YES = 3


class Script:
    """`patience`: the seconds within which the shop must answer each step."""

    def __init__(self, chat: Chat, language: str, *, approves: bool, patience: float) -> None:
        self._chat = chat
        self._hello, self._browse, self._yes = SAYINGS[language]
        self._approves = approves
        self._patience = patience
        self._answers: list[str] = []  # the authors of what the shop said since the last step

    async def play(self) -> Order:
        """The order as the sale left it. Raises SimulateError that says where it stuck."""
        for text in (self._hello, self._browse, "1", "1"):
            await self._say(text)
        for _ in range(_MOST_YES):
            await self._say(self._yes)
            if self._chat.order:
                break
        else:
            raise SimulateError(f"The customer said “{self._yes}” {_MOST_YES} times, and there is still no order.")

        self._answers.clear()
        await self._chat.send_receipt()
        order = await self._order_in({"PAYMENT_SUBMITTED", "PAID"}, "did not take the receipt")
        await self._until(self._has_answered, "did not say that it got the receipt")
        if self._approves:
            order = await self._order_in({"PAID"}, "did not take the approval")
            await self._until(self._has_told_of_payment, "did not tell the customer that the order is paid")
        return order

    async def _say(self, text: str) -> None:
        self._answers.clear()
        await self._chat.phone.write(text)
        await self._until(self._has_answered, f"did not answer “{text}”")

    async def _order_in(self, statuses: set[str], what_it_did_not: str) -> Order:
        await self._until(lambda: self._order_status() in statuses, what_it_did_not)
        order = self._chat.order
        if order is None:
            raise SimulateError("There is no order.")
        return order

    async def _until(self, is_so: Callable[[], bool], what_it_did_not: str) -> None:
        try:
            async with asyncio.timeout(self._patience):
                while not is_so():
                    news = await self._chat.next_news()
                    if isinstance(news, Heard) and news.is_from_shop:
                        self._answers.append(news.author)
        except TimeoutError:
            raise SimulateError(f"The shop {what_it_did_not} within {self._patience:g} s.") from None

    def _has_answered(self) -> bool:
        return bool(self._answers) and not self._chat.phone.shop_is_writing

    # News of an order is the program's own message; the answer to the receipt is the assistant's.
    def _has_told_of_payment(self) -> bool:
        return "PROGRAM" in self._answers and not self._chat.phone.shop_is_writing

    def _order_status(self) -> str:
        return self._chat.order.status if self._chat.order else ""
