"""WhatsApp's addresses: user[:device]@server."""

from dataclasses import dataclass, replace

PHONES = "s.whatsapp.net"
LIDS = "lid"
GROUPS = "g.us"
NEWSLETTERS = "newsletter"


@dataclass(frozen=True)
class Jid:
    """`device` 0 is the phone itself; companions count from 1."""

    user: str
    server: str = PHONES
    device: int = 0

    def __str__(self) -> str:
        device = f":{self.device}" if self.device else ""
        return f"{self.user}{device}@{self.server}" if self.user else self.server

    @property
    def bare(self) -> "Jid":
        return replace(self, device=0)

    @classmethod
    def parse(cls, text: str) -> "Jid":
        user, _, server = text.rpartition("@")
        name, _, device = user.partition(":")
        return cls(name, server, int(device or 0))


SERVER = Jid("", PHONES)
STATUS = Jid("status", "broadcast")
