"""What a line has to do by itself, and when: its patience in seconds, and the table of what is due."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from random import uniform


@dataclass(frozen=True, slots=True)
class Patience:
    dial: float = 90.0
    reach: float = 10.0
    save: float = 3.0
    save_again: float = 5.0
    look: float = 60.0
    watch: float = 20.0
    # WhatsApp says when all is delivered; when it does not, so long without a message says so.
    backlog: float = 30.0
    # whatsmeow itself gives a silent connection up after three minutes.
    silent: float = 240.0
    shortest_rest: float = 1.0
    longest_rest: float = 120.0
    # A connection that lasted so long was a good one.
    steady: float = 60.0
    log_out: float = 8.0
    # Whoever was seen typing is there no more: while we are there, the owner's phone is silent.
    typing: float = 15.0
    old_client: float = 30.0

    def rest(self, failures: int) -> float:
        return min(self.longest_rest, self.shortest_rest * 2.0 ** min(failures, 16)) * uniform(0.8, 1.2)  # noqa: S311 - it spreads, it hides nothing


class Duty(StrEnum):
    BUILD = "BUILD"
    GIVE_UP_DIALING = "GIVE_UP_DIALING"
    GIVE_UP_SILENCE = "GIVE_UP_SILENCE"
    END_BACKLOG = "END_BACKLOG"
    SAVE = "SAVE"
    LOOK = "LOOK"
    WATCH = "WATCH"
    STEP_AWAY = "STEP_AWAY"


class Duties:
    def __init__(self) -> None:
        self._due: dict[Duty, float] = {}

    def __contains__(self, duty: Duty) -> bool:
        return duty in self._due

    def set(self, duty: Duty, seconds: float) -> None:
        self._due[duty] = monotonic() + seconds

    def set_once(self, duty: Duty, seconds: float) -> None:
        """Unless it is set already."""
        self._due.setdefault(duty, monotonic() + seconds)

    def drop(self, *duties: Duty) -> None:
        for duty in duties:
            self._due.pop(duty, None)

    def clear(self) -> None:
        self._due.clear()

    def seconds_to_next(self, longest: float) -> float:
        return max(0.0, min(self._due.values(), default=monotonic() + longest) - monotonic())

    def take(self) -> list[Duty]:
        """Those whose time has come, each once."""
        now = monotonic()
        duties = [duty for duty, at in self._due.items() if at <= now]
        self.drop(*duties)
        return duties


def monotonic() -> float:
    return asyncio.get_running_loop().time()
