"""The port of the courier."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from core.errors import ParleyError


class Failure(StrEnum):
    """Why nothing was delivered."""

    ADDRESS_NOT_ALLOWED = "ADDRESS_NOT_ALLOWED"
    NAME_NOT_FOUND = "NAME_NOT_FOUND"
    CONNECTION_FAILED = "CONNECTION_FAILED"
    TLS_FAILED = "TLS_FAILED"
    TIMED_OUT = "TIMED_OUT"
    NOT_HTTP = "NOT_HTTP"


class NotDeliveredError(ParleyError):
    """There was no answer."""

    code = "NOT_DELIVERED"

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"Nothing was delivered: {failure.value}.")
        self.failure = failure


class Courier(Protocol):
    def judge(self, url: str) -> None:
        """Whether the courier would go there, as far as the address itself tells. Raises InvalidInputError."""

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        """The status of the answer, within a bounded time; a redirect is an answer and not followed.

        What the name means is looked up and judged anew each time, and the very address that was judged is gone to.
        Raises NotDeliveredError.
        """
