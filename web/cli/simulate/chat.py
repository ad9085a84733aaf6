"""A chat as it is seen at the terminal: every piece of news is shown once, and staff are played where asked."""

import asyncio
from datetime import UTC, datetime

from core.media.sample_receipt import sample_receipt
from web.cli.simulate.phone import Heard, News, Order, Phone, Ticks
from web.cli.simulate.screen import Screen

_FAILED = ("FAILED", "AMBIGUOUS", "DISCARDED")
_TELLS = {
    "PENDING": "is placed and waits for payment",
    "PAYMENT_SUBMITTED": "has a proof of payment that waits for a person",
    "PAID": "is paid",
    "REJECTED": "needs another proof: this one was rejected",
    "CANCELLED": "is cancelled",
    "COMPLETED": "is completed",
    "REFUNDED": "is refunded",
}
_KINDS = {"IMAGE": "[picture]", "DOCUMENT": "[document]", "AUDIO": "[sound]", "VIDEO": "[film]", "STICKER": "[sticker]"}


class Chat:
    def __init__(self, phone: Phone, screen: Screen, shop_name: str, *, approves: bool) -> None:
        self.phone = phone
        self.screen = screen
        self.order: Order | None = None
        self.ticks = ""
        self._shop_name = shop_name
        self._approves = approves
        self._approved: set[str] = set()

    async def next_news(self) -> News:
        """Waits for it, shows it, and approves a payment if that is ours to do."""
        news = await self.phone.news.get()
        match news:
            case Heard():
                self._show_message(news)
            case Order():
                await self._show_order(news)
            case Ticks():
                self._show_ticks(news)
        return news

    async def send_receipt(self) -> None:
        """A made-up one over the newest order's total."""
        total = self.order.total if self.order else "PKR 1,000"
        picture = await asyncio.to_thread(sample_receipt, total, now=datetime.now(UTC))
        await self.phone.send_file(picture, content_type="image/png", file_name="receipt.png")

    def _show_message(self, message: Heard) -> None:
        text = "\n".join(filter(None, (_KINDS.get(message.kind, ""), message.text)))
        if message.is_from_shop:
            who = self._shop_name if message.author in {"ASSISTANT", "PROGRAM"} else f"{self._shop_name} (a person)"
            self.screen.shop_says(text, who=who, at=message.at)
        else:
            self.screen.customer_says(text, who=self.phone.person.name, at=message.at, state=message.state)

    async def _show_order(self, order: Order) -> None:
        self.order = order
        self.screen.news(
            f"Order {order.number} ({order.what}, {order.total}) {_TELLS.get(order.status, order.status)}."
        )
        if order.status != "PAYMENT_SUBMITTED":
            self._approved.discard(order.id)
        elif self._approves and order.id not in self._approved:
            self._approved.add(order.id)
            self.screen.note(f"Staff approve the payment of {order.number} (orderApprovePayment).")
            await self.phone.approve(order)

    def _show_ticks(self, ticks: Ticks) -> None:
        self.ticks = ticks.state
        if ticks.state in _FAILED:
            self.screen.note(f"A message of the shop was not sent: {ticks.failure or ticks.state.lower()}.")
