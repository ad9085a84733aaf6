"""What every resolver is given: the shop, who asks, and the request's own helpers."""

from dataclasses import dataclass
from typing import Protocol

from core.auth import Caller, SignedIn
from core.shop import Shop
from graph.loaders import Loaders


class SignInCookies(Protocol):
    """The browser's side of a sign-in; the web room plugs in real cookies. A socket keeps none."""

    @property
    def are_kept(self) -> bool: ...

    @property
    def refresh_token(self) -> str | None:
        """The refresh token the browser sent, if it sent one that may be believed."""
        ...

    def set(self, signed_in: SignedIn) -> None: ...

    def clear(self) -> None: ...


@dataclass(slots=True)
class Context:
    """One operation's context; `loaders` never outlive it."""

    shop: Shop
    caller: Caller
    request_id: str
    address: str
    user_agent: str
    cookies: SignInCookies
    loaders: Loaders
