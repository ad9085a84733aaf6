"""The way from a bare Python to a running command; nothing here needs a network."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import bootstrap
from bootstrap import DEVELOPMENT, RUNTIME, BootstrapError, Environment

_SCRIPT = Path(bootstrap.__file__)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose locks name nothing, so that pip has nothing to fetch."""
    (tmp_path / "bootstrap.py").write_bytes(_SCRIPT.read_bytes())
    for lock in (RUNTIME, DEVELOPMENT):
        (tmp_path / lock).write_text(f"# nothing in {lock}\n")
    return tmp_path


@pytest.fixture(scope="session")
def one_for_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, prepared: making a venv takes seconds."""
    root = tmp_path_factory.mktemp("checkout")
    (root / "bootstrap.py").write_bytes(_SCRIPT.read_bytes())
    for lock in (RUNTIME, DEVELOPMENT):
        (root / lock).write_text(f"# nothing in {lock}\n")
    Environment(root).prepare(DEVELOPMENT)
    return root


@pytest.fixture
def prepared(one_for_all: Path) -> Iterator[Path]:
    """The prepared checkout; what a test does to its locks and stamps is undone."""
    names = [RUNTIME, DEVELOPMENT, ".venv/parley-stamp.json"]
    before = {name: (one_for_all / name).read_bytes() for name in names}
    yield one_for_all
    for name, content in before.items():
        (one_for_all / name).write_bytes(content)
    (one_for_all / ".venv/parley-unfinished").unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("system", "advice"),
    [
        ("debian", "sudo apt install python3.11 python3.11-venv"),
        ("fedora", "sudo dnf install python3.11"),
        ("macos", "brew install python@3.11"),
        ("other", "install Python 3.11 or newer"),
    ],
)
def test_an_old_python_is_told_which_one_to_install_and_how(system: str, advice: str) -> None:
    said = bootstrap.missing_prerequisite((3, 9), has_venv=True, has_ensurepip=True, system=system)

    assert said == f"Python 3.11 or newer is needed; this one is 3.9. Try: {advice}, then: python3.11 bootstrap.py"


@pytest.mark.parametrize(
    ("system", "advice"),
    [
        ("debian", "sudo apt install python3.12-venv"),
        ("fedora", "sudo dnf install python3.12"),
        ("macos", "brew install python@3.12"),
        ("other", "install your system's package for Python's venv and pip"),
    ],
)
def test_a_missing_ensurepip_is_named_with_the_package_that_brings_it(system: str, advice: str) -> None:
    said = bootstrap.missing_prerequisite((3, 12), has_venv=True, has_ensurepip=False, system=system)

    assert said == f"Python's module ensurepip is missing, without which .venv cannot be made. Try: {advice}"


def test_a_machine_that_lacks_nothing_hears_nothing() -> None:
    assert bootstrap.missing_prerequisite((3, 11), has_venv=True, has_ensurepip=True, system="debian") is None


@pytest.mark.parametrize(
    ("typed", "command", "more"),
    [
        (["test"], "test", []),
        (["test", "--"], "test", []),
        (["test", "--", "-k", "orders"], "test", ["-k", "orders"]),
        (["test", "-k", "orders", "--", "x"], "test", ["-k", "orders", "--", "x"]),
    ],
)
def test_what_follows_the_command_is_meant_for_it(typed: list[str], command: str, more: list[str]) -> None:
    assert bootstrap.parse(typed) == (command, more)


@pytest.mark.parametrize("typed", [[], ["sell"], ["check", "--", "-v"]])
def test_what_cannot_be_understood_is_refused_before_anything_is_made(typed: list[str]) -> None:
    with pytest.raises(BootstrapError):
        bootstrap.parse(typed)


def test_a_prepared_environment_is_left_alone(prepared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (prepared / ".venv/parley-stamp.json").stat().st_mtime_ns

    Environment(prepared).prepare(DEVELOPMENT)
    Environment(prepared).prepare(RUNTIME)

    assert (prepared / ".venv/parley-stamp.json").stat().st_mtime_ns == before
    assert capsys.readouterr().err == ""


def test_a_changed_lock_is_installed_and_the_other_one_counts_no_longer(prepared: Path) -> None:
    (prepared / RUNTIME).write_text("# something new\n")
    environment = Environment(prepared)
    assert not environment.holds(RUNTIME)

    environment.prepare(RUNTIME)

    assert environment.holds(RUNTIME)
    assert not environment.holds(DEVELOPMENT)


def test_an_unreadable_stamp_is_no_stamp(prepared: Path) -> None:
    (prepared / ".venv/parley-stamp.json").write_text('{"made_for"')

    assert not Environment(prepared).holds(RUNTIME)


def test_an_environment_that_was_only_half_made_is_made_anew(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (checkout / ".venv" / "parley-unfinished").touch()
    (checkout / ".venv" / "left over").touch()

    Environment(checkout).prepare(RUNTIME)

    assert Environment(checkout).holds(RUNTIME)
    assert not (checkout / ".venv" / "left over").exists()
    assert "making .venv" in capsys.readouterr().err


def test_of_two_starts_at_once_one_prepares_and_the_other_waits(checkout: Path) -> None:
    command = [sys.executable, "bootstrap.py", "setup"]

    starts = [subprocess.Popen(command, cwd=checkout, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [start.communicate()[1] for start in starts]

    assert [start.returncode for start in starts] == [0, 0]
    assert sum("making .venv" in text for text in said) == 1
    assert Environment(checkout).holds(DEVELOPMENT)


def test_a_start_that_is_interrupted_is_mended_by_the_next(checkout: Path) -> None:
    command = [sys.executable, "bootstrap.py", "setup"]
    with subprocess.Popen(command, cwd=checkout, stderr=subprocess.PIPE, text=True, start_new_session=True) as start:
        wait_for(checkout / ".venv" / "parley-unfinished")
        os.killpg(start.pid, signal.SIGKILL)
    assert not Environment(checkout).holds(DEVELOPMENT)

    subprocess.run(command, cwd=checkout, stderr=subprocess.PIPE, check=True)

    assert Environment(checkout).holds(DEVELOPMENT)


def test_the_command_runs_in_our_place_with_its_own_exit_code(prepared: Path) -> None:
    (prepared / "benchmarks").mkdir(exist_ok=True)
    (prepared / "benchmarks" / "__main__.py").write_text(
        "import os, sys\nprint(os.getpid(), os.getcwd(), sys.prefix, sys.argv[1:])\nsys.exit(7)\n"
    )

    with subprocess.Popen(
        [sys.executable, str(prepared / "bootstrap.py"), "bench", "--", "--fast"],
        cwd="/",
        stdout=subprocess.PIPE,
        text=True,
    ) as started:
        out, _ = started.communicate()

    assert out == f"{started.pid} {prepared} {prepared / '.venv'} ['--fast']\n"
    assert started.returncode == 7


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Failed to establish a new connection: NewConnectionError", "no network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "not what requirements.lock promises"),
        ("OSError: [Errno 28] No space left on device", "The disk is full."),
        ("something else", "The packages could not be installed."),
    ],
)
def test_pips_many_words_become_one_sentence(said: str, sentence: str) -> None:
    assert sentence in bootstrap.explain_pip([said])


def test_a_place_that_takes_no_environment_is_named(
    checkout: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", checkout)
    (checkout / ".venv").write_text("a file is in the way")

    assert bootstrap.main(["setup"]) == 1
    assert f".venv cannot be made in {checkout}" in capsys.readouterr().err


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.01)
