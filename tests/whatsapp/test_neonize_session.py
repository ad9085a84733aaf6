"""The session's file: copied whole while it is written to, restored by its age, private, and gone afterwards."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.whatsapp import neonize_session
from core.whatsapp.neonize_session import (
    Session,
    SessionBrokenError,
    SessionBusyError,
    SessionFile,
    Waiting,
    packed,
    session_folder,
    sweep,
    unpacked,
)

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

# Every transaction moves rows between two tables, over many pages; their number and sum never change.
WRITER = """
import random, sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("pragma cache_size = 10")
database.execute("pragma synchronous = off")
print("writing", flush=True)
while True:
    rows = [row for row, in database.execute("select id from here order by random() limit 40")]
    marks = ",".join("?" * len(rows))
    database.execute("begin")
    database.execute(f"insert into there select * from here where id in ({marks})", rows)
    database.execute(f"delete from here where id in ({marks})", rows)
    database.execute("insert into here select * from there where id not in (%s)" % marks, rows)
    database.execute("delete from there where id not in (%s)" % marks, rows)
    database.execute("commit")
    time.sleep(random.choice([0, 0.001, 0.004]))
"""


def _make(path: Path, word: str = "first") -> bytes:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("create table if not exists device (jid text)")
        database.execute("insert into device values (?)", [word])
    return path.read_bytes()


def _words(database: bytes) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.deserialize(database)
        return [word for (word,) in memory.execute("select jid from device order by rowid")]


def _saved(tmp_path: Path, word: str, *waiting: Waiting) -> bytes:
    path = tmp_path / f"saved-{word}.db"
    return packed(Session(_make(path, word), waiting))


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def _writing_to(path: Path) -> Iterator[None]:
    """Another process writes to the file, as fast as a busy number."""
    with closing(sqlite3.connect(path)) as database, database:
        for table in ("here", "there"):
            database.execute(f"create table {table} (id integer, number integer, padding blob)")
        database.executemany("insert into here values (?, ?, randomblob(900))", [(i, i) for i in range(400)])
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        yield
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()


def _is_whole(database: bytes) -> bool:
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.deserialize(database)
        rows = "(select * from here union all select * from there)"
        found = memory.execute(f"select count(*), count(distinct id), sum(number) from {rows}").fetchone()
        is_sound = memory.execute("pragma integrity_check").fetchone() == ("ok",)
    return bool(is_sound and found == (400, 400, sum(range(400))))


def test_two_hundred_copies_of_a_file_in_use_are_whole(tmp_path: Path) -> None:
    file = SessionFile(tmp_path, 1)

    with _writing_to(file.path):
        copies = [unpacked(file.copy()).database for _ in range(200)]

    assert [_is_whole(copy) for copy in copies] == [True] * 200
    assert len(set(copies)) > 20  # it was written to all the while


def test_a_file_that_is_never_at_rest_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neonize_session, "BETWEEN_SECONDS", 0.001)
    file = SessionFile(tmp_path, 1)
    _make(file.path)
    (tmp_path / "1.db-journal").write_bytes(b"a change is under way")

    with pytest.raises(SessionBusyError):
        file.copy()


def test_a_write_ahead_log_is_never_left_out_of_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neonize_session, "BETWEEN_SECONDS", 0.001)
    file = SessionFile(tmp_path, 1)
    with closing(sqlite3.connect(file.path)) as database:
        database.execute("pragma journal_mode = wal")
        database.execute("create table device (jid text)")
        database.execute("insert into device values ('only in the log')")
        database.commit()

        with pytest.raises(SessionBusyError):
            file.copy()


def test_copying_waits_for_the_change_under_way(tmp_path: Path) -> None:
    file = SessionFile(tmp_path, 1)
    _make(file.path)
    journal = tmp_path / "1.db-journal"
    journal.write_bytes(b"a change is under way")
    threading.Timer(0.1, journal.unlink).start()

    copy = file.copy()

    assert not journal.exists()
    assert _words(unpacked(copy).database) == ["first"]


def test_what_is_no_session_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neonize_session, "BETWEEN_SECONDS", 0.001)
    file = SessionFile(tmp_path, 1)
    file.restore(None, None)

    with pytest.raises(SessionBrokenError):
        file.copy()


@pytest.mark.parametrize("saved", [b"", b"{}", b"\x01", b"\x01not compressed", packed(Session(b"no database"))])
def test_what_was_saved_must_be_a_session(tmp_path: Path, saved: bytes) -> None:
    with pytest.raises(SessionBrokenError):
        SessionFile(tmp_path, 1).restore(saved, LONG_AGO)


def test_what_was_saved_is_laid_out_privately(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o755)
    file = SessionFile(folder, 7)

    waiting = file.restore(_saved(tmp_path, "linked", Waiting(17, b"hello")), LONG_AGO)

    assert waiting == (Waiting(17, b"hello"),)
    assert _words(file.path.read_bytes()) == ["linked"]
    assert _mode(folder) == 0o700
    assert {path.name: _mode(path) for path in folder.iterdir()} == {"7.db": 0o600, "7.waiting": 0o600}


def test_a_younger_file_left_behind_wins(tmp_path: Path) -> None:
    saved = _saved(tmp_path, "saved", Waiting(17, b"old"))
    before = SessionFile(tmp_path, 1)
    before.restore(saved, LONG_AGO)
    before.keep_waiting(Waiting(17, b"new"))
    _make(before.path, "younger")
    left_open = before.path.open("rb")

    waiting = SessionFile(tmp_path, 1).restore(saved, datetime.now(UTC) - timedelta(seconds=10))

    assert _words(before.path.read_bytes()) == ["saved", "younger"]
    assert waiting == (Waiting(17, b"old"), Waiting(17, b"new"))
    # A copy: who still has the old one open writes to nothing.
    assert os.fstat(left_open.fileno()).st_ino != before.path.stat().st_ino
    left_open.close()


def test_a_change_that_was_cut_by_a_kill_is_taken_back(tmp_path: Path) -> None:
    file = SessionFile(tmp_path, 1)
    file.restore(_saved(tmp_path, "saved"), LONG_AGO)
    with closing(sqlite3.connect(file.path)) as database:
        database.execute("pragma cache_size = 1")
        database.execute("begin")
        database.executemany("insert into device values (?)", [("cut" * 500,) for _ in range(50)])
        killed = {path.name: path.read_bytes() for path in tmp_path.glob("1.db*")}
    for name, data in killed.items():
        (tmp_path / name).write_bytes(data)
    assert set(killed) == {"1.db", "1.db-journal"}

    SessionFile(tmp_path, 1).restore(_saved(tmp_path, "saved"), LONG_AGO)

    with closing(sqlite3.connect(file.path)) as database:
        assert database.execute("select jid from device").fetchall() == [("saved",)]


def test_an_older_file_left_behind_loses(tmp_path: Path) -> None:
    file = SessionFile(tmp_path, 1)
    _make(file.path, "left behind")
    file.keep_waiting(Waiting(17, b"of the file left behind"))

    waiting = file.restore(_saved(tmp_path, "saved"), datetime.now(UTC) + timedelta(seconds=10))

    assert _words(file.path.read_bytes()) == ["saved"]
    assert waiting == ()


def test_a_younger_file_that_is_no_session_loses(tmp_path: Path) -> None:
    file = SessionFile(tmp_path, 1)
    file.path.write_bytes(b"")

    file.restore(_saved(tmp_path, "saved"), LONG_AGO)

    assert _words(file.path.read_bytes()) == ["saved"]


def test_without_a_saved_session_nothing_is_left_over(tmp_path: Path) -> None:
    before = SessionFile(tmp_path, 1)
    before.restore(_saved(tmp_path, "logged out since"), LONG_AGO)
    before.keep_waiting(Waiting(17, b"hello"))
    (tmp_path / "1.db-journal").write_bytes(b"cut")

    waiting = SessionFile(tmp_path, 1).restore(None, None)

    assert waiting == ()
    assert [(path.name, path.read_bytes()) for path in tmp_path.glob("1.*")] == [("1.db", b"")]


def test_a_removed_session_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    file = SessionFile(folder, 1)
    file.restore(_saved(tmp_path, "linked"), LONG_AGO)
    file.keep_waiting(Waiting(17, b"hello"))
    (folder / "1.db-journal").write_bytes(b"cut")

    file.remove()
    file.keep_waiting(Waiting(17, b"too late"))

    assert list(folder.iterdir()) == []


def test_who_lost_a_number_leaves_the_files_of_the_next_owner_alone(tmp_path: Path) -> None:
    saved = _saved(tmp_path, "linked")
    stopped, owner = SessionFile(tmp_path, 1), SessionFile(tmp_path, 1)
    stopped.restore(saved, LONG_AGO)
    stopped.keep_waiting(Waiting(17, b"before"))

    taken_over = owner.restore(saved, LONG_AGO)
    stopped.keep_waiting(Waiting(17, b"after"))
    stopped.settle()
    stopped.remove()

    kept = unpacked(owner.copy())
    assert _words(kept.database) == ["linked"]
    assert taken_over == kept.waiting == (Waiting(17, b"before"),)
    owner.remove()
    assert list(tmp_path.glob("1.*")) == []


def test_a_note_for_which_there_is_no_room_leaves_those_before_it_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SessionFile(tmp_path, 1)
    file.restore(_saved(tmp_path, "linked"), LONG_AGO)
    file.keep_waiting(Waiting(17, b"before"))
    write = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:5]))
        with pytest.raises(OSError, match="No space left"):
            file.keep_waiting(Waiting(17, b"too much"))
    file.keep_waiting(Waiting(17, b"after"))

    assert unpacked(file.copy()).waiting == (Waiting(17, b"before"), Waiting(17, b"after"))


def test_what_a_kill_left_of_numbers_that_went_on_elsewhere_is_swept_away(tmp_path: Path) -> None:
    for account_id in range(1, 5):
        _make(tmp_path / f"{account_id}.db")
    (tmp_path / "2.waiting").write_bytes(b"a note")
    in_use = SessionFile(tmp_path, 6)
    in_use.restore(_saved(tmp_path, "served"), LONG_AGO)
    tomorrow = datetime.now(UTC) + timedelta(days=1)

    sweep(tmp_path, {1: LONG_AGO, 2: None, 3: tomorrow, 5: None, 6: tomorrow})
    sweep(tmp_path / "missing", {1: None})

    assert sorted(path.name for path in tmp_path.glob("?.*")) == ["1.db", "4.db", "6.db"]
    in_use.remove()


def test_a_copy_holds_what_is_not_stored_yet(tmp_path: Path) -> None:
    file = SessionFile(tmp_path, 1)
    file.restore(_saved(tmp_path, "linked"), LONG_AGO)
    file.keep_waiting(Waiting(17, b"one"))
    file.keep_waiting(Waiting(13, b""))

    both = unpacked(file.copy())
    file.settle()
    after_one = unpacked(file.copy())
    file.settle()
    after_both = unpacked(file.copy())

    assert both.waiting == (Waiting(17, b"one"), Waiting(13, b""))
    assert after_one.waiting == (Waiting(13, b""),)
    assert after_both.waiting == ()
    assert not (tmp_path / "1.waiting").exists()


def test_a_note_that_was_cut_by_a_kill_is_left_out(tmp_path: Path) -> None:
    file = SessionFile(tmp_path, 1)
    saved = _saved(tmp_path, "linked")
    file.restore(saved, LONG_AGO)
    file.keep_waiting(Waiting(17, b"whole"))
    spool = tmp_path / "1.waiting"
    spool.write_bytes(spool.read_bytes() + b"\x11\x00\x00\x01")

    assert SessionFile(tmp_path, 1).restore(saved, LONG_AGO) == (Waiting(17, b"whole"),)


def test_every_change_is_seen(tmp_path: Path) -> None:
    file = SessionFile(tmp_path, 1)
    file.restore(_saved(tmp_path, "linked"), LONG_AGO)
    at_first = file.signature()

    untouched = file.signature()
    file.keep_waiting(Waiting(17, b"hello"))
    noted = file.signature()
    time.sleep(0.02)  # the file system's clock is coarse
    _make(file.path, "more")
    written = file.signature()

    assert untouched == at_first
    assert len({at_first, noted, written}) == 3


def test_the_folder_is_one_of_this_user_and_this_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setattr(neonize_session, "MEMORY", memory)

    here = session_folder(tmp_path / "here")

    assert here.parent == memory
    assert str(os.getuid()) in here.name
    assert session_folder(tmp_path / "here") == here
    assert session_folder(tmp_path / "there") != here
    assert list(memory.iterdir()) == []  # made when the first number opens


def test_each_database_has_a_folder_of_its_own_whoever_logs_in(tmp_path: Path) -> None:
    own = session_folder(tmp_path)
    other = session_folder(tmp_path, "postgres://parley:old@host:5432/parley")

    assert other != own
    assert session_folder(tmp_path, "postgres://parley:new@host:5432/parley") == other
    assert session_folder(tmp_path, "postgres://parley:old@host:5432/staging") != other
    assert session_folder(tmp_path, "postgres://parley:old@elsewhere:5432/parley") != other


def test_where_memory_is_no_place_the_data_folder_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neonize_session, "MEMORY", tmp_path / "missing")

    assert session_folder(tmp_path / "data") == tmp_path / "data" / "whatsapp"
    assert session_folder(tmp_path / "data", "postgres://host/parley").parent == tmp_path / "data" / "whatsapp"


def test_a_folder_that_somebody_else_put_there_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, elsewhere = tmp_path / "memory", tmp_path / "elsewhere"
    memory.mkdir()
    elsewhere.mkdir()
    monkeypatch.setattr(neonize_session, "MEMORY", memory)
    ours = session_folder(tmp_path / "data")
    ours.symlink_to(elsewhere)

    assert session_folder(tmp_path / "data") == tmp_path / "data" / "whatsapp"
    with pytest.raises(PermissionError):
        SessionFile(ours, 1).restore(None, None)
    assert list(elsewhere.iterdir()) == []
