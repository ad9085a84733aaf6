"""What can go wrong, set by a test before it happens."""

import time
from dataclasses import dataclass, field


@dataclass
class Refusal:
    """A login answered by `<failure reason=...>`.

    401 logged out · 402 temporary ban (code 101-106, expire in seconds) · 403 the main phone is gone · 405 client
    outdated · 406 banned · 409 client unknown · 418 nothing anybody knows · 500, 503 WhatsApp is broken.
    """

    reason: int
    code: int | None = None
    expire: int | None = None
    times: int | None = None  # None: until it is taken back
    until: float | None = None  # or until then


@dataclass
class PhoneFaults:
    """What goes wrong for one number."""

    login: Refusal | None = None
    acknowledges: bool = True  # False: a send hangs
    send_error: int | None = None  # 463: may not reach out
    send_error_times: int | None = None

    def next_refusal(self) -> Refusal | None:
        refusal = self.login
        if refusal is not None and refusal.until is not None and refusal.until <= time.time():
            self.login = refusal = None
        if refusal is not None and refusal.times is not None:
            refusal.times -= 1
            if refusal.times <= 0:
                self.login = None
        return refusal

    def next_send_error(self) -> int | None:
        error = self.send_error
        if error is not None and self.send_error_times is not None:
            self.send_error_times -= 1
            if self.send_error_times <= 0:
                self.send_error = None
        return error


@dataclass
class Faults:
    """What goes wrong for everybody."""

    refuses_connections: bool = False  # the proxy says 503
    qr_codes: int = 6
    pairing_code_error: int | None = None  # 400, 429
    media_download_status: int | None = None  # 403, 404, 410 for everything
    media_upload_status: int | None = None
    gone_media: set[str] = field(default_factory=set)  # paths
