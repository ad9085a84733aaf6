"""Account numbers in what was said, hidden from those who may not read them."""

from typing import Any

from core.account_numbers import NumberMask
from core.permissions import Permission
from graph.nodes import Info

# Read once for an operation, whatever it asks for.
_ALL = 0


async def masked(info: Info, text: str) -> str:
    return text if _may_read(info) else (await _mask(info)).text(text)


async def masked_tree(info: Info, value: Any) -> Any:
    """The same of every text in what JSON can hold."""
    return value if _may_read(info) else (await _mask(info)).tree(value)


def _may_read(info: Info) -> bool:
    return info.context.caller.may(Permission.PAYMENT_NUMBERS_READ)


async def _mask(info: Info) -> NumberMask:
    async def read(_: list[int]) -> dict[int, NumberMask]:
        return {_ALL: await info.context.shop.payments.number_mask()}

    return await info.context.loaders.batch("number_mask", read, lambda: NumberMask(())).load(_ALL)
