"""The file in which whatsmeow keeps a number's keys: where it lies, how it is copied while in use, and its end.

The live file is never opened with SQLite in this process: closing it would drop the locks that Go's SQLite holds on
it. A copy is a plain reading of bytes, taken only when nothing was written meanwhile, and then examined in memory.
"""

import errno
import fcntl
import hashlib
import os
import sqlite3
import stat
import struct
import tempfile
import threading
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it, judged before it is used
BESIDE = ("", "-journal", "-wal", "-shm")
# The first byte of what is kept for us says how it is written.
FORMAT = b"\x01"
HEAD = struct.Struct(">BI")
ATTEMPTS = 40
BETWEEN_SECONDS = 0.025


class SessionBusyError(Exception):
    """It was written to all the time; try again later."""


class SessionBrokenError(Exception):
    """What was kept, or the file itself, is no session."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event that WhatsApp was told we have, but that is not stored yet: the library's code for it, and its bytes."""

    code: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Session:
    database: bytes
    waiting: tuple[Waiting, ...] = ()


def session_folder(data: Path, database: str | None = None) -> Path:
    """Where the plain files lie: in memory where this machine has such a folder, else in the data folder.

    There is one folder for each user, data folder and database (None: the one in the data folder), the same after a
    restart: number 1 of one database is not number 1 of another. Nothing is made here.
    """
    key = hashlib.sha256(f"{data.resolve()}{_place_of(database)}".encode()).hexdigest()[:16]
    folder = MEMORY / f"parley-{os.getuid()}-{key}"
    # Others may write there too: what stands in the way under our name is not ours.
    if os.access(MEMORY, os.W_OK | os.X_OK) and (not os.path.lexists(folder) or _is_ours(folder)):
        return folder
    return data / "whatsapp" if database is None else data / "whatsapp" / key


def sweep(folder: Path, saved_at: Mapping[int, datetime | None]) -> None:
    """Removes what an end without a farewell left behind of numbers that were logged out or went on elsewhere since.

    `saved_at`: when each was saved last, None for one that is not linked. A younger file stays, and so does one that
    another process on this folder has in use.
    """
    for account_id, moment in saved_at.items():
        file = SessionFile(folder, account_id)
        if (moment is None or file.left_at() <= moment.timestamp()) and not file.is_in_use():
            file.clear()


def _place_of(database: str | None) -> str:
    """Without whoever logs in there: a new password leads to the same place."""
    if database is None:
        return ""
    parts = urlsplit(database)
    return f"\0{parts.netloc.rpartition('@')[2]}{parts.path}?{parts.query}"


def _is_ours(folder: Path) -> bool:
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()


class SessionFile:
    """One number's file. Its methods block: call them in a thread."""

    def __init__(self, folder: Path, account_id: int) -> None:
        self.path = folder / f"{account_id}.db"
        self._spool = folder / f"{account_id}.waiting"
        self._spool_lock = threading.Lock()
        # How many events the notes hold, and how many of them, from the first on, are stored by now.
        self._waiting = self._settled = 0
        self._is_laid_out = False
        # The file that we laid out. Another process may lay out one of its own when this one has lost the number.
        self._own: tuple[int, int] | None = None
        # Held open and locked, so that others see that it is in use; a kill lets go of it.
        self._hold: int | None = None

    def restore(self, saved: bytes | None, saved_at: datetime | None) -> tuple[Waiting, ...]:
        """Lays out the file for the library; comes back with what arrived for it and was not stored yet.

        A file that an earlier run left behind wins when it is younger than what was saved. It is copied, so that who
        still has the old one open writes to nothing. Without a saved session nothing is left over.
        """
        folder = self.path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(folder):
            raise PermissionError(f"{folder} belongs to somebody else")
        folder.chmod(0o700)
        waiting = self._restore(saved, saved_at)
        self._is_laid_out = True
        return waiting

    def _restore(self, saved: bytes | None, saved_at: datetime | None) -> tuple[Waiting, ...]:
        if saved is None:
            self.clear()
            self._lay_out(b"")
            return ()
        if saved_at is not None and self.left_at() > saved_at.timestamp() and self._is_database():
            waiting = self._read_spool()
            self._waiting, self._settled = len(waiting), 0
            for suffix in BESIDE:
                with suppress(FileNotFoundError):
                    beside = Path(f"{self.path}{suffix}")
                    self._write(beside, beside.read_bytes())
            with suppress(FileNotFoundError):
                self._write(self._spool, self._spool.read_bytes())
            self._take_hold()
            return waiting
        session = unpacked(saved)
        self.clear()
        self._lay_out(session.database)
        self._is_laid_out = True
        for event in session.waiting:
            self.keep_waiting(event)
        return session.waiting

    def signature(self) -> tuple[int, ...]:
        """Differs after every change of what `copy` gives."""
        signature: tuple[int, ...] = ()
        for path in (self.path, self._spool):
            with suppress(FileNotFoundError):
                found = path.stat()
                signature += (found.st_ino, found.st_mtime_ns, found.st_size)
        return signature

    def copy(self) -> bytes:
        """What to save. Raises SessionBusyError or SessionBrokenError."""
        for _ in range(ATTEMPTS):
            if (database := self._read_at_rest()) is not None and _is_sound(database):
                return packed(Session(database, self._read_spool()[self._settled :]))
            time.sleep(BETWEEN_SECONDS)
        if not self._is_database():
            raise SessionBrokenError
        raise SessionBusyError

    def keep_waiting(self, event: Waiting) -> None:
        """Notes what arrived before it is told: WhatsApp does not tell it again. Raises OSError."""
        with self._spool_lock:
            if not self._is_laid_out or not self._is_own():
                return
            note = HEAD.pack(event.code, len(event.data)) + event.data
            descriptor = os.open(self._spool, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                before = os.fstat(descriptor).st_size
                if os.write(descriptor, note) < len(note):
                    os.ftruncate(descriptor, before)
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            finally:
                os.close(descriptor)
            self._waiting += 1

    def settle(self) -> None:
        """The next of those that wait is stored; with the last one the notes go."""
        with self._spool_lock:
            self._settled += 1
            if self._settled >= self._waiting:
                if self._is_own():
                    self._spool.unlink(missing_ok=True)
                self._waiting = self._settled = 0

    def remove(self) -> None:
        """What we laid out, and nothing that another process has laid out in its place."""
        if self._is_laid_out and not self._is_own():
            self._is_laid_out = False
            self.let_go()
            return
        self.clear()

    def clear(self) -> None:
        """Emptied first: the library never closes what it opened, and what is open takes up memory."""
        self.let_go()
        for suffix in BESIDE:
            path = Path(f"{self.path}{suffix}")
            with suppress(FileNotFoundError):
                os.truncate(path, 0)
            path.unlink(missing_ok=True)
        with self._spool_lock:
            self._spool.unlink(missing_ok=True)
            self._waiting = self._settled = 0
            self._is_laid_out = False

    def _read_at_rest(self) -> bytes | None:
        """The file's bytes, if nobody wrote to it meanwhile.

        A change writes a journal first, and raises the counter in the header before it removes the journal.
        """
        with self.path.open("rb") as file:
            before = os.pread(file.fileno(), 100, 0)
            if self._has_journal():
                return None
            database = file.read()
            after = os.pread(file.fileno(), 100, 0)
            if self._has_journal() or before[24:28] != after[24:28] or database[:100] != after:
                return None
        return database

    def _has_journal(self) -> bool:
        # With a write-ahead log the file alone is not the session; the library uses none.
        return any(Path(f"{self.path}{suffix}").exists() for suffix in ("-journal", "-wal"))

    def _is_database(self) -> bool:
        try:
            with self.path.open("rb") as file:
                return file.read(16) == b"SQLite format 3\0"
        except FileNotFoundError:
            return False

    def left_at(self) -> float:
        """When the file was last written; long ago if there is none."""
        times = [0.0]
        for path in (*(Path(f"{self.path}{suffix}") for suffix in BESIDE), self._spool):
            with suppress(FileNotFoundError):
                times.append(path.stat().st_mtime)
        return max(times)

    def _read_spool(self) -> tuple[Waiting, ...]:
        with self._spool_lock:
            try:
                return _events(self._spool.read_bytes())
            except FileNotFoundError:
                return ()

    def _lay_out(self, database: bytes) -> None:
        self._write(self.path, database)
        self._take_hold()

    def _take_hold(self) -> None:
        self.let_go()
        self._own = self._found()
        self._hold = os.open(self.path, os.O_RDONLY)
        fcntl.flock(self._hold, fcntl.LOCK_SH)

    def let_go(self) -> None:
        """Of a file that is to be left where it is. Not while the library has it open: its own locks would go too."""
        if self._hold is not None:
            os.close(self._hold)
            self._hold = None

    def is_in_use(self) -> bool:
        """By a process that lives. Not to be asked for a file that this process has laid out."""
        try:
            with self.path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False

    def _found(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _is_own(self) -> bool:
        return self._own is not None and self._found() == self._own

    def _write(self, path: Path, data: bytes) -> None:
        """As a new file: whoever has the old one open keeps the old one."""
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).replace(path)


def packed(session: Session) -> bytes:
    spool = b"".join(HEAD.pack(event.code, len(event.data)) + event.data for event in session.waiting)
    return FORMAT + zlib.compress(struct.pack(">I", len(session.database)) + session.database + spool)


def unpacked(saved: bytes) -> Session:
    """Raises SessionBrokenError."""
    try:
        if saved[:1] != FORMAT:
            raise SessionBrokenError
        plain = zlib.decompress(saved[1:])
        (size,) = struct.unpack_from(">I", plain)
    except (zlib.error, struct.error) as error:
        raise SessionBrokenError from error
    database = plain[4 : 4 + size]
    if not _is_sound(database):
        raise SessionBrokenError
    return Session(database, _events(plain[4 + size :]))


def _events(spool: bytes) -> tuple[Waiting, ...]:
    """Up to where it was written whole: the program may have been killed while it wrote."""
    events = []
    at = 0
    while at + HEAD.size <= len(spool):
        code, size = HEAD.unpack_from(spool, at)
        at += HEAD.size
        if at + size > len(spool):
            break
        events.append(Waiting(code, spool[at : at + size]))
        at += size
    return tuple(events)


def _is_sound(database: bytes) -> bool:
    if len(database) < 100 or database[:16] != b"SQLite format 3\0":
        return False
    memory = sqlite3.connect(":memory:")
    try:
        memory.deserialize(database)
        return bool(memory.execute("pragma quick_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False
    finally:
        memory.close()
