"""The proxy that a number connects through. Its address may hold a password, so it is sealed and never shown."""

from urllib.parse import urlsplit

from core.errors import InvalidInputError
from core.vault import Sealed, Vault

PURPOSE = "proxy"
SCHEMES = ("http", "https", "socks5")
LONGEST_ADDRESS = 500


def checked(address: str) -> str:
    """Raises InvalidInputError that names `proxy`; its words never repeat the address."""
    address = address.strip()
    try:
        parts = urlsplit(address)
        is_proxy = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a broken IPv6 address
        is_proxy = False
    else:
        is_proxy = is_proxy and parts.path in {"", "/"} and not parts.query and not parts.fragment
    if not is_proxy or len(address) > LONGEST_ADDRESS or not address.isprintable() or " " in address:
        raise InvalidInputError(
            "A proxy looks like socks5://name:password@proxy.example:1080; its scheme is http, https or socks5.",
            field="proxy",
        )
    return address


def seal(vault: Vault, account_id: int, address: str) -> Sealed:
    return vault.seal(address.encode(), purpose=PURPOSE, context=_context(account_id))


def opened(vault: Vault, account_id: int, sealed: Sealed) -> str:
    """Raises VaultError."""
    return vault.open(sealed, purpose=PURPOSE, context=_context(account_id)).decode()


def host_of(address: str) -> str | None:
    """All that is ever shown of it."""
    return urlsplit(address).hostname


def _context(account_id: int) -> str:
    return f"account:{account_id}"
