"""A folder with a package.json, installed and run by the Node of .venv; whether the machine has one does not matter.

The linters of the schema (`python -m lint`) are such a folder, and the dashboard is one.
"""

import fcntl
import hashlib
import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

from core.errors import ParleyError

# Beside our Python: its shims alone work, and only when they come first on PATH.
BINARIES = Path(sys.executable).parent

INSTALL_SECONDS = 600
PROGRESS_SECONDS = 3
LOOK_AGAIN_SECONDS = 0.1

# No package runs a program of its own, and who has no network learns it in seconds. What npm tells of each package it
# loads is what progress is counted by.
_CI = (
    *("npm", "ci", "--ignore-scripts", "--include=dev", "--prefer-offline"),
    *("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=8000"),
    *("--loglevel=http", "--no-color"),
)
_LOADED = (".tgz ", "npm http fetch")

Tell = Callable[[str], None]

_CAUSES: Mapping[str, tuple[str, ...]] = {
    "The packages could not be downloaded: there is no network, or a proxy is in between.": (
        "ENOTFOUND",
        "EAI_AGAIN",
        "ETIMEDOUT",
        "ECONNREFUSED",
        "ECONNRESET",
        "ENETUNREACH",
        "EHOSTUNREACH",
        "ERR_SOCKET_TIMEOUT",
        "SELF_SIGNED_CERT",
        "UNABLE_TO_",
    ),
    "A package is not what package-lock.json promises; nothing of it was installed.": ("EINTEGRITY",),
    "package.json and package-lock.json do not fit together.": ("EUSAGE",),
    "The disk is full.": ("ENOSPC",),
}


class NodeProjectError(ParleyError):
    """`sentence` is for anybody; `message` says also where to look, which is for whoever has this machine."""

    code = "NODE_PROJECT"

    def __init__(self, sentence: str, details: object = None) -> None:
        super().__init__(sentence if details is None else f"{sentence} Details: {details}")
        self.sentence = sentence


class NodeMissingError(NodeProjectError):
    code = "NODE_MISSING"

    def __init__(self) -> None:
        super().__init__("There is no Node in .venv; bring it there with: python3 bootstrap.py setup")


class NodeProjectBusyError(NodeProjectError):
    code = "NODE_PROJECT_BUSY"

    def __init__(self, folder: Path, seconds: float) -> None:
        super().__init__(f"Another start has been at this for {seconds:.0f} seconds and is not done.", folder)


class PackagesNotInstalledError(NodeProjectError):
    code = "PACKAGES_NOT_INSTALLED"


class ProgramFailedError(NodeProjectError):
    code = "PROGRAM_FAILED"


class ProgramTooSlowError(NodeProjectError):
    code = "PROGRAM_TOO_SLOW"


class _FailedError(Exception):
    """A program came to a bad end; what it wrote is in `lines`."""

    def __init__(self, lines: list[str], *, was_late: bool) -> None:
        super().__init__()
        self.lines = lines
        self.was_late = was_late


@dataclass(frozen=True, slots=True)
class NodeProject:
    folder: Path

    @contextmanager
    def turn(self, tell: Tell, seconds: float = 2 * INSTALL_SECONDS) -> Iterator["Turn"]:
        """Of several who ask at once one is in the folder and the others wait. Raises NodeProjectBusyError."""
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            if not _taken(folder):
                tell("Another start is at this already; waiting for it")
                end = time.monotonic() + seconds
                while not _taken(folder):
                    if time.monotonic() > end:
                        raise NodeProjectBusyError(self.folder, seconds)
                    time.sleep(LOOK_AGAIN_SECONDS)
            yield Turn(self.folder, folder, tell)
        finally:
            os.close(folder)

    def show(self, program: str, *arguments: str) -> int:
        """Run something that writes for whoever called us; its exit code. Raises NodeMissingError."""
        command = [str(_installed(program)), *arguments]
        return subprocess.run(command, cwd=self.folder, env=_environment(), check=False).returncode


@dataclass(frozen=True, slots=True)
class Turn:
    """The folder is ours while this lasts."""

    folder: Path
    held: int
    tell: Tell

    def install(self, what: str) -> None:
        """Install what package-lock.json names, unless it is there. Raises NodeMissingError, PackagesNotInstalledError.

        `npm ci` begins by removing all that is there, the stamp too: an installation that was cut has none.
        """
        lock = (self.folder / "package-lock.json").read_bytes()
        wanted = hashlib.sha256(lock + f"{sys.platform} {platform.machine()}".encode()).hexdigest()
        stamp = self.folder / "node_modules" / ".parley-stamp"
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
            return
        total = len(json.loads(lock).get("packages", {})) - 1  # the first is the project itself
        self.tell(f"Installing {what}: {total} packages")
        try:
            self._run(_CI, INSTALL_SECONDS, _Progress(total, self.tell).read)
        except _FailedError as failed:
            raise PackagesNotInstalledError(_cause(failed), _write_log(failed.lines)) from None
        stamp.parent.mkdir(exist_ok=True)
        stamp.write_text(wanted, encoding="utf-8")

    def run(self, command: Sequence[str], *, seconds: float, complaint: str) -> None:
        """Raises ProgramFailedError with the complaint, ProgramTooSlowError, NodeMissingError."""
        try:
            self._run(command, seconds)
        except _FailedError as failed:
            log = _write_log(failed.lines)
            if failed.was_late:
                raise ProgramTooSlowError(f"`{' '.join(command[:3])}` took longer than {seconds:g} s.", log) from None
            raise ProgramFailedError(complaint, log) from None

    def _run(self, command: Sequence[str], seconds: float, listen: Callable[[str], None] | None = None) -> None:
        """Raises _FailedError. Whatever ends us ends the program too, with all that it has started."""
        program, *arguments = command
        lines: list[str] = []
        was_late = threading.Event()
        with (
            _signals_unwind(),
            subprocess.Popen(
                [str(_installed(program)), *arguments],
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,  # so that one signal reaches all of it
                pass_fds=[self.held],  # a kill -9 spares it: then the next one waits until it is gone
            ) as process,
        ):

            def end() -> None:
                was_late.set()
                # Also when the first of them is gone: somebody holds the pipe still, or we were not waiting.
                _kill_all(process)

            timer = threading.Timer(seconds, end)
            timer.daemon = True
            timer.start()
            try:
                for line in process.stdout or ():
                    lines.append(line)
                    if listen is not None:
                        listen(line)
                process.wait()
            finally:
                timer.cancel()
                if process.poll() is None:
                    _kill_all(process)
        if process.returncode != 0:
            raise _FailedError(lines, was_late=was_late.is_set())


class _Progress:
    """Makes a line now and then out of the hundreds that npm writes."""

    def __init__(self, total: int, tell: Tell) -> None:
        self._total = total
        self._tell = tell
        self._done = 0
        self._last = time.monotonic()

    def read(self, line: str) -> None:
        if all(sign in line for sign in _LOADED):
            self._done += 1
        if self._done and time.monotonic() - self._last >= PROGRESS_SECONDS:
            self._last = time.monotonic()
            self._tell(f"          {self._done}/{self._total} packages at hand")


def _taken(folder: int) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # some network filesystems have no locks; then it is on the user not to start twice
    return True


def _installed(program: str) -> Path:
    path = BINARIES / program
    if not path.exists():
        raise NodeMissingError
    return path


def _environment() -> dict[str, str]:
    """Ours, passed on and not read."""
    # It would decide what npm leaves out and which React is built.
    kept = {name: value for name, value in os.environ.items() if name != "NODE_ENV"}
    # First on PATH: npm, and what it starts, call `node` by its name.
    return {**kept, "PATH": f"{BINARIES}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


@contextmanager
def _signals_unwind() -> Iterator[None]:
    """As Ctrl-C does; by themselves these two end Python on the spot, and what it started would go on alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def leave(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    heeded = [each for each in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(each) is signal.SIG_DFL]
    for each in heeded:
        signal.signal(each, leave)
    try:
        yield
    finally:
        for each in heeded:
            signal.signal(each, signal.SIG_DFL)


def _kill_all(process: "subprocess.Popen[str]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _cause(failed: _FailedError) -> str:
    said = "".join(failed.lines)
    for sentence, signs in _CAUSES.items():
        if any(sign in said for sign in signs):
            return sentence
    if failed.was_late:
        return f"The packages could not be installed within {INSTALL_SECONDS} seconds."
    return "The packages could not be installed."


def _write_log(lines: list[str]) -> str:
    with tempfile.NamedTemporaryFile("w", prefix="parley-node-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.writelines(lines)
    return log.name
