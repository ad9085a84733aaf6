"""Whether there is a way to WhatsApp at all, found out without the library."""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

WHATSAPP = ("web.whatsapp.com", 443)
PORTS = {"http": 80, "https": 443, "socks5": 1080}


async def reaches_whatsapp(proxy: str | None, seconds: float) -> bool:
    """Whether somebody answers the door: the proxy's, where there is one."""
    host, port = _door(proxy)
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(host, port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(seconds):
            await writer.wait_closed()
    return True


def _door(proxy: str | None) -> tuple[str, int]:
    if proxy is None:
        return WHATSAPP
    parts = urlsplit(proxy)
    return parts.hostname or "", parts.port or PORTS.get(parts.scheme, 0)
