"""neonize itself: loaded quietly when the first real number opens (seconds, 76 MB), and called from our threads."""

import ctypes
import importlib
import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from typing import Any

# Between shutting the door and the change behind it: whoever passed has looked up its client by then.
GRACE_SECONDS = 0.02
# A thread that was lent carries the frames of all that it was lent from.
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Library:
    """What we use of neonize. None of it knows types."""

    go: Any  # the functions of the Go library
    binder: Any  # the types of their callbacks
    messages: Any  # the protobufs of their arguments and answers
    events: dict[int, Any]  # the protobuf of each event, by its code
    media_types: Any  # what a file is uploaded as
    device: bytes  # how the phone names us in its list of linked devices

    def codes(self, names: tuple[str, ...]) -> bytes:
        """The codes of events, by the names of their protobufs."""
        return bytes(code for code, event in self.events.items() if event.DESCRIPTOR.name in names)


_loading = threading.Lock()
_loaded: Library | None = None


def load() -> Library:
    """Blocks for seconds the first time. Raises ImportError where the library does not run."""
    global _loaded  # noqa: PLW0603 - it is loaded once in a process
    with _loading:
        if _loaded is None:
            _loaded = _load()
        return _loaded


def _load() -> Library:
    _load_libmagic()
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    try:
        binder = importlib.import_module("neonize._binder")
        messages = importlib.import_module("neonize.proto.Neonize_pb2")
        events = importlib.import_module("neonize.events")
        media_types = importlib.import_module("neonize.utils.enum").MediaType
        registration = importlib.import_module("neonize.proto.waCompanionReg.WAWebProtobufsCompanionReg_pb2")
    except OSError as error:
        raise ImportError("the WhatsApp library cannot be loaded on this machine") from error
    finally:
        # It calls logging.basicConfig when it is imported.
        root.setLevel(level)
        for handler in root.handlers[:]:
            if handler not in handlers:
                root.removeHandler(handler)
    for name in ("neonize", "neonize.utils.log", "whatsmeow", "Whatsmeow"):
        logging.getLogger(name).setLevel(logging.WARNING)
    device = registration.DeviceProps(os="Parley", platformType=registration.DeviceProps.CHROME)
    return Library(binder.gocode, binder, messages, events.INT_TO_EVENT, media_types, device.SerializeToString())


def _load_libmagic() -> None:
    """neonize imports `magic`, which wants libmagic; a fresh machine has none but the one from its wheel.

    The wheel is not imported: that would change how every library is looked for, in this process and its children.
    """
    spec = find_spec("pylibmagic")
    if spec is not None and spec.origin is not None:
        with suppress(OSError):
            ctypes.CDLL(str(Path(spec.origin).parent / "libmagic.so.1"), mode=ctypes.RTLD_GLOBAL)


class Crew:
    """Daemon threads that are used again. asyncio's own few would all be held by the connections.

    It has as many as are needed at once: whoever gives it work sets the bound.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[SimpleQueue[Callable[[], None]]] = []
        self._depth = threading.local()

    def run(self, job: Callable[[], None]) -> None:
        with self._lock:
            place = self._idle.pop() if self._idle else None
        if place is None:
            threading.Thread(target=self._work, args=(job,), name="whatsapp", daemon=True).start()
        else:
            place.put(job)

    def lend(self) -> None:
        """Never comes back: the calling thread, which would be stuck where it returns to, does other work instead."""
        depth: int = getattr(self._depth, "value", 0) + 1
        self._depth.value = depth
        if depth >= DEEPEST:
            threading.Event().wait()
        self._work()

    def _work(self, job: Callable[[], None] | None = None) -> None:
        place: SimpleQueue[Callable[[], None]] = SimpleQueue()
        while True:
            if job is not None:
                job()
            job = None
            with self._lock:
                self._idle.append(place)
            job = place.get()


class Door:
    """Go's tables of clients know no locks: a client comes or goes only while nobody else looks one up."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._is_open = threading.Event()
        self._is_open.set()

    def shut(self) -> None:
        """Blocks until it is this one's turn to change the tables."""
        self._turn.acquire()
        self._is_open.clear()
        time.sleep(GRACE_SECONDS)

    def open(self) -> None:
        """By whichever thread."""
        self._is_open.set()
        self._turn.release()

    def pass_through(self) -> None:
        self._is_open.wait()


CREW = Crew()
DOOR = Door()
