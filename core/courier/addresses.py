"""Where the courier may go: which URLs, and which addresses behind their names."""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from core.errors import InvalidInputError

LONGEST_URL = 2000
_USUAL_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024  # below it live services that are not spoken to in HTTP
_PLAIN = re.compile(r"[!-~]+")

# Behind it stands an IPv4 address, for networks that have only IPv6.
_NAT64 = IPv6Network("64:ff9b::/96")


def judge_url(url: str, *, private_too: bool) -> None:
    """Raises InvalidInputError that says what is wrong. A name is looked up only when something is sent."""
    if len(url) > LONGEST_URL or not _PLAIN.fullmatch(url) or "\\" in url:
        raise _not_so(f"Give an address of at most {LONGEST_URL} plain characters, without spaces.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _not_so("This is no address of the web.") from None
    if parts.scheme not in _USUAL_PORTS or not parts.hostname:
        raise _not_so("Give an address such as https://example.com/hooks.")
    if parts.username is not None or parts.password is not None:
        raise _not_so("Leave name and password out of the address; the signature shows who sends.")
    if parts.fragment:
        raise _not_so("Leave out what stands behind #; it is never sent.")
    if port is not None and port not in _USUAL_PORTS.values() and port < _FIRST_FREE_PORT:
        raise _not_so(f"The port must be 80, 443 or from {_FIRST_FREE_PORT} up.")
    if not _may_be_public(parts.hostname, private_too=private_too):
        raise _not_so("This address is not on the public internet.")


def is_allowed(address: str, *, private_too: bool) -> bool:
    """Whether an IP address may be gone to. `private_too` opens one's own machine and network, and nothing else."""
    ip = _behind(ip_address(address.partition("%")[0]))
    if ip.is_loopback:
        return private_too
    if ip.is_multicast or ip.is_unspecified or ip.is_link_local or ip.is_reserved:
        return False
    if isinstance(ip, IPv6Address) and (ip.is_site_local or ip.teredo is not None):
        return False
    return ip.is_global or (private_too and ip.is_private)


def _behind(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The address that is reached in the end."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def _may_be_public(host: str, *, private_too: bool) -> bool:
    try:
        return is_allowed(host, private_too=private_too)
    except ValueError:  # a name
        return private_too or not (host.rstrip(".") == "localhost" or host.rstrip(".").endswith(".localhost"))


def _not_so(message: str) -> InvalidInputError:
    return InvalidInputError(message, field="url")
