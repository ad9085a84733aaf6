"""One attempt to connect a number, as the library knows it: started once, stopped once, never used again.

Go aborts the whole process when it is asked about a client that it does not know yet or no more, so every call is
judged by the stage of its attempt; and what the library tells arrives on threads of Go.
"""

import asyncio
import ctypes
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from secrets import token_hex
from time import monotonic
from urllib.parse import quote

import structlog

from core.whatsapp.gateway import NotConnectedError
from core.whatsapp.neonize_library import CREW, DOOR, Library

logger = structlog.get_logger()

# Go has entered the client into its tables by then, also when nothing was heard of it.
LONGEST_TURN_SECONDS = 1.0
# A connection's calls at once: one message, its typing, downloads. One that waits for its answer holds its thread.
CALLS_AT_ONCE = 4
# What Go still holds when the connection was cut comes within moments.
QUIET_SECONDS = 0.1
LONGEST_DRAIN_SECONDS = 1.0
DEVICE = 0
# The channel that carries the codes stays open after this word; after every other it is closed.
STILL_LINKING = "err-scanned-without-multidevice"
LINKED = "success"


@dataclass(frozen=True, slots=True)
class Told:
    """An event: its code and its protobuf."""

    code: int
    data: bytes


@dataclass(frozen=True, slots=True)
class CodeShown:
    text: str


@dataclass(frozen=True, slots=True)
class LinkingEnded:
    """`word` is the library's: "success", "timeout", …"""

    word: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The library gave the attempt up, or was told to; `error` is empty then."""

    error: str


Happening = Told | CodeShown | LinkingEnded | Ended


class Stage(IntEnum):
    DIALING = 1  # Go knows nothing of it yet, or nobody can tell: no calls, and no stop
    SHOWING = 2  # codes to scan
    LINKED = 3  # scanned; Go is about to look the client up: no calls, and no stop
    TELLING = 4  # events arrive
    STUCK = 5  # linking ended without a link; Go would wait for one for ever
    OVER = 6


class NeonizeClient:
    """`tell` is called on threads of Go, one call at a time and in order; while it blocks, Go waits."""

    def __init__(
        self, library: Library, file: Path, proxy: str | None, subscribed: bytes, tell: Callable[[Happening], None]
    ) -> None:
        self.has_ended = asyncio.Event()
        self._go = library.go
        self._library = library
        self._file = file
        self._proxy = proxy
        self._subscribed = subscribed
        self._tell = tell
        # Never used twice: Go's end of an earlier attempt would end this one too.
        self._uuid = token_hex(12).encode()
        self._loop = asyncio.get_running_loop()
        self._lock = threading.Lock()
        self._stage = Stage.DIALING
        self._is_closing = False
        self._is_gone = False
        self._turn: threading.Timer | None = None
        self._heard_at = monotonic()
        self._calls = asyncio.Semaphore(CALLS_AT_ONCE)

    def start(self) -> None:
        """Comes back at once."""
        CREW.run(self._connect)

    async def stop(self) -> None:
        """Cuts the connection; the phone stays linked. While Go still dials it cannot hear: then it ends later.

        `has_ended` is set when Go has let go of it.
        """
        done = asyncio.Event()

        def stop() -> None:
            try:
                self._stop()
            finally:
                self._in_loop(done.set)

        CREW.run(stop)
        await done.wait()

    async def call(self, name: str, *arguments: object, while_linking: bool = False) -> bytes:
        """Asks Go, on a thread of its own. Raises NotConnectedError where that would be out of place.

        Whoever ceases to wait does not end the call.
        """
        allowed = Stage.SHOWING if while_linking else Stage.TELLING
        await self._calls.acquire()
        answer: asyncio.Future[bytes] = self._loop.create_future()

        def finish(result: bytes, error: BaseException | None) -> None:
            self._calls.release()
            if answer.done():
                return
            if error is None:
                answer.set_result(result)
            else:
                answer.set_exception(error)

        def ask() -> None:
            result, error = b"", None
            try:
                DOOR.pass_through()
                self._judge(allowed)
                found = getattr(self._go, name)(self._uuid, *arguments)
                result = found if isinstance(found, bytes) else bytes([bool(found)])
            except Exception as raised:
                error = raised
            self._in_loop(lambda: finish(result, error))

        CREW.run(ask)
        return await answer

    def _judge(self, allowed: Stage) -> None:
        with self._lock:
            if self._stage is not allowed or self._is_closing:
                raise NotConnectedError

    def _connect(self) -> None:
        """The whole life of the connection, on one thread. Go calls back on it."""
        error = "stopped"
        self._take_turn()
        with self._lock:
            is_wanted = not self._is_closing
        if is_wanted:
            try:
                error = self._run_in_go()
            except Exception:
                logger.exception("whatsapp_library_failed")
                error = "exception"
        self._end_turn()
        with self._lock:
            self._stage = Stage.OVER
        self._end_in_go()
        self._hear(Ended(error))

    def _run_in_go(self) -> str:
        binder, device = self._library.binder, self._library.device
        proxy = binder.ProxySettings(proxy_address=self._proxy)._to_c_struct() if self._proxy else None  # noqa: SLF001
        answer: bytes = self._go.Neonize(
            # The library makes an address of it.
            quote(str(self._file)).encode(),
            self._uuid,
            b"",
            0,
            0,
            b"ERROR",
            binder.func_string(self._on_code),
            binder.func_string(self._on_linking_ended),
            binder.func_callback_bytes(self._on_event),
            binder.func_callback_bytes2(_ignore_log),
            self._subscribed,
            len(self._subscribed),
            device,
            len(device),
            b"",
            0,
            ctypes.byref(proxy) if proxy is not None else None,
        )
        return answer.decode(errors="replace")

    def _stop(self) -> None:
        with self._lock:
            self._is_closing = True
            stage = self._stage
        if stage in {Stage.DIALING, Stage.LINKED}:
            return  # the next that is heard of it ends it
        if stage is Stage.TELLING:
            self._drain()
        self._end_in_go()

    def _drain(self) -> None:
        """Takes what Go has acknowledged to WhatsApp but not handed over yet."""
        DOOR.pass_through()
        with self._lock:
            if self._is_gone:
                return
        self._go.Disconnect(self._uuid)
        began = self._heard_at = monotonic()
        while monotonic() - self._heard_at < QUIET_SECONDS and monotonic() - began < LONGEST_DRAIN_SECONDS:
            threading.Event().wait(QUIET_SECONDS / 4)

    def _end_in_go(self) -> None:
        DOOR.shut()
        try:
            with self._lock:
                was_gone, self._is_gone = self._is_gone, True
            if not was_gone:
                self._go.Stop(self._uuid)
        finally:
            DOOR.open()
        self._in_loop(self.has_ended.set)

    def _reach(self, stage: Stage) -> bool:
        """Whether the attempt goes on."""
        self._end_turn()
        with self._lock:
            self._stage = stage
            is_closing, is_gone = self._is_closing, self._is_gone
        if is_closing and not is_gone:
            self._end_in_go()
        return not is_closing

    def _on_code(self, _uuid: int, text: int) -> None:
        code = ctypes.string_at(text).decode(errors="replace")
        if self._stage is Stage.SHOWING or self._reach(Stage.SHOWING):
            self._hear(CodeShown(code))

    def _on_linking_ended(self, _uuid: int, text: int) -> None:
        word = ctypes.string_at(text).decode(errors="replace")
        self._hear(LinkingEnded(word))
        if word == STILL_LINKING:
            return
        with self._lock:
            goes_on = word == LINKED and not self._is_closing
            self._stage = Stage.LINKED if goes_on else Stage.STUCK
        if goes_on:
            # Go looks its tables up now, for the first time since the number was unknown.
            self._take_turn()
        else:
            # Go would wait for a link for ever, and panic where the client is no more.
            CREW.lend()

    def _on_event(self, _uuid: bytes, data: int, size: int, code: int) -> None:
        if code == DEVICE:
            self._reach(Stage.TELLING)
        self._heard_at = monotonic()
        self._hear(Told(code, ctypes.string_at(data, size)))

    def _hear(self, happening: Happening) -> None:
        try:
            self._tell(happening)
        except Exception:
            # It would vanish on Go's thread.
            logger.exception("whatsapp_event_not_taken")

    def _take_turn(self) -> None:
        DOOR.shut()
        turn = threading.Timer(LONGEST_TURN_SECONDS, lambda: self._end_turn(turn))
        turn.daemon = True
        with self._lock:
            self._turn = turn
        turn.start()

    def _end_turn(self, turn: threading.Timer | None = None) -> None:
        """`turn`: that one alone, for its time is up."""
        with self._lock:
            if self._turn is None or (turn is not None and turn is not self._turn):
                return
            self._turn.cancel()
            self._turn = None
        DOOR.open()

    def _in_loop(self, act: Callable[[], object]) -> None:
        try:
            self._loop.call_soon_threadsafe(act)
        except RuntimeError:
            # The program has ended.
            return


def _ignore_log(_data: int, _size: int) -> None:
    """Go's log names numbers and messages."""
