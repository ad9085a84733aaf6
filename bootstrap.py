"""Everything `make` does, without make: prepare .venv from the lock, then run one command in it.

python3 bootstrap.py run|dev|test|lint|typecheck|check|schema|bench|soak|fake-whatsapp|setup [-- more arguments for it]

Standard library only, and old syntax: it must get as far as telling an old Python what is missing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
RUNTIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"  # holds everything RUNTIME holds
OLDEST = (3, 11)

_LINT = [["-m", "ruff", "check"], ["-m", "ruff", "format", "--check"], [".venv/bin/lint-imports"]]
_TYPECHECK = [["-m", "mypy"]]
# More than cores where those are few: most of what a test takes is waiting, for a server, a phone or a browser.
_WORKERS = str(max(4, os.cpu_count() or 1))
# The same order for everybody; `make test ARGS=--randomly-seed=default` and `make soak` draw another.
_SHARED_OUT = ["-n", _WORKERS, "--dist", "loadfile", "--no-loadscope-reorder"]
_TEST = ["-m", "pytest", "-m", "not soak", *_SHARED_OUT, "--randomly-seed=1"]
_SCHEMA = ["-m", "web.cli", "export-schema"]
_SCHEMA_LINT = ["-m", "lint"]
_DASHBOARD_CHECK = ["-m", "web.cli", "build-dashboard", "--check"]

# What each command needs installed, and what it gives to the venv's Python, one after another.
COMMANDS: dict[str, tuple[str, list[list[str]]]] = {
    "run": (RUNTIME, [["-m", "web.cli", "serve", "--dev"]]),
    "dev": (RUNTIME, [["-m", "web.cli", "serve", "--dev", "--reload"]]),
    "test": (DEVELOPMENT, [_TEST]),
    "lint": (DEVELOPMENT, _LINT),
    "typecheck": (DEVELOPMENT, _TYPECHECK),
    "check": (
        DEVELOPMENT,
        [*_LINT, *_TYPECHECK, [*_SCHEMA, "--check"], [*_SCHEMA_LINT, "schema.graphql"], _DASHBOARD_CHECK],
    ),
    "schema": (DEVELOPMENT, [_SCHEMA, [*_SCHEMA_LINT, "--breaking", "schema.graphql"]]),
    "bench": (DEVELOPMENT, [["-m", "benchmarks"]]),
    "soak": (DEVELOPMENT, [["-m", "pytest", "-m", "soak"]]),
    "fake-whatsapp": (DEVELOPMENT, [["-m", "tests.fake_whatsapp"]]),
    "setup": (DEVELOPMENT, []),
}


class BootstrapError(Exception):
    """One sentence that says what is wrong and what to do about it."""


# The machine


def check_machine(arguments: list[str]) -> None:
    """Go on with a newer Python if this one is too old and there is one; complain if something is missing."""
    version = (sys.version_info[0], sys.version_info[1])
    if version < OLDEST:
        for minor in range(OLDEST[1], OLDEST[1] + 10):
            newer = shutil.which(f"python{OLDEST[0]}.{minor}")
            if newer is not None:
                os.execv(newer, [newer, __file__, *arguments])  # noqa: S606
    missing = missing_prerequisite(
        version,
        has_venv=importlib.util.find_spec("venv") is not None,
        has_ensurepip=importlib.util.find_spec("ensurepip") is not None,
    )
    if missing is not None:
        raise BootstrapError(missing)


def missing_prerequisite(
    version: tuple[int, int], *, has_venv: bool, has_ensurepip: bool, system: str | None = None
) -> str | None:
    """Name the first thing this machine lacks and how to get it; None if it lacks nothing."""
    wanted, current = ".".join(map(str, OLDEST)), ".".join(map(str, version))
    system = system or system_family()
    if system == "windows":
        return "Parley runs on Linux and macOS. On Windows use WSL: https://learn.microsoft.com/windows/wsl/install"
    if version < OLDEST:
        advice = {
            "debian": f"sudo apt install python{wanted} python{wanted}-venv",
            "fedora": f"sudo dnf install python{wanted}",
            "macos": f"brew install python@{wanted}",
        }.get(system, f"install Python {wanted} or newer")
        return (
            f"Python {wanted} or newer is needed; this one is {current}. Try: {advice}"
            f", then: python{wanted} bootstrap.py"
        )
    if not (has_venv and has_ensurepip):
        lacking = "ensurepip" if has_venv else "venv"
        advice = {
            "debian": f"sudo apt install python{current}-venv",
            "fedora": f"sudo dnf install python{current}",
            "macos": f"brew install python@{current}",
        }.get(system, "install your system's package for Python's venv and pip")
        return f"Python's module {lacking} is missing, without which .venv cannot be made. Try: {advice}"
    return None


def system_family() -> str:
    """Tell which advice fits: debian, fedora, macos, windows or other."""
    if sys.platform == "darwin":
        return "macos"
    if sys.platform == "win32":
        return "windows"
    try:
        release = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return "other"
    names = {
        word
        for line in release.splitlines()
        if line.startswith(("ID=", "ID_LIKE="))
        for word in line.partition("=")[2].strip("\"'").split()
    }
    if names & {"debian", "ubuntu"}:
        return "debian"
    return "fedora" if names & {"fedora", "rhel", "centos"} else "other"


# The environment


class Environment:
    """The folder .venv below a checkout: whole, half-made or not there yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"
        self._stamp = self.folder / "parley-stamp.json"
        self._unfinished = self.folder / "parley-unfinished"
        self._turn = -1
        self._began = time.monotonic()
        self._said: list[str] = []

    def holds(self, lock: str) -> bool:
        """Tell in a millisecond whether a lock is installed as it stands now."""
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return (
            isinstance(stamp, dict)
            and not self._unfinished.exists()
            and stamp.get("made_for") == self._made_for()
            and stamp.get("locks", {}).get(lock) == fingerprint(self.root / lock)
        )

    def prepare(self, lock: str) -> None:
        """Install a lock unless it is there. Of several at once one does it and the others wait."""
        if self.holds(lock):
            return
        with _Turn(self.root) as self._turn:
            if self.holds(lock):
                return
            try:
                self._install(lock)
            except OSError as error:
                raise BootstrapError(f".venv cannot be made in {self.root}: {error}") from error

    def _install(self, lock: str) -> None:
        if self._is_whole():
            self._tell("Step 1/2: .venv is there")
        else:
            self._tell("Step 1/2: making .venv")
            self._clear()
            self.folder.mkdir(exist_ok=True)
            self._unfinished.touch()
            self._make()
        self._unfinished.touch()
        self._stamp.unlink(missing_ok=True)
        self._download(lock)
        locks = {lock: fingerprint(self.root / lock)}
        if lock == DEVELOPMENT:
            locks[RUNTIME] = fingerprint(self.root / RUNTIME)
        fresh = self._stamp.with_suffix(".new")
        fresh.write_text(json.dumps({"made_for": self._made_for(), "locks": locks}), encoding="utf-8")
        fresh.replace(self._stamp)
        self._unfinished.unlink()
        self._tell("Ready")

    def _is_whole(self) -> bool:
        """Tell whether packages can be added to what is there."""
        import subprocess

        if self._unfinished.exists() or not self.python.exists():
            return False
        question = "import sys, pip; print(sys.prefix); print('%d.%d' % sys.version_info[:2])"
        answer = subprocess.run(
            [str(self.python), "-c", question],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=clean_environment(),
            check=False,
        )
        # A checkout that was moved has scripts that name the old place.
        return answer.returncode == 0 and answer.stdout.decode().splitlines() == [str(self.folder), minor_version()]

    def _clear(self) -> None:
        if not self.folder.is_dir():
            return
        # Its contents and not itself: it may be a link to a roomier disk.
        for entry in self.folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    def _make(self) -> None:
        # Not sys.executable: that may be the Python of another venv, or of this one.
        base = getattr(sys, "_base_executable", None) or sys.executable
        if self._run([base, "-m", "venv", str(self.folder)]) != 0:
            raise BootstrapError(
                f".venv could not be made: the folder {self.root} does not allow it, or this Python is not whole. "
                f"Details: {self._write_log()}"
            )

    def _download(self, lock: str) -> None:
        total = count_packages(self.root / lock)
        pip = [str(self.python), "-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
        quiet = ["--progress-bar", "off", "--no-input", "--no-color", "--disable-pip-version-check"]
        progress = _Progress(total, self._tell)
        if self._run([*pip, *quiet, "-r", str(self.root / lock)], progress.read) != 0:
            raise BootstrapError(f"{explain_pip(self._said)} Details: {self._write_log()}")

    def _run(self, command: list[str], listen: Callable[[str], None] | None = None) -> int:
        import subprocess

        with subprocess.Popen(
            command,
            cwd=str(self.root),
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            pass_fds=[self._turn],  # if we are killed, the next start waits until what we started is gone too
        ) as process:
            for line in process.stdout or ():
                self._said.append(line)
                if listen is not None:
                    listen(line)
        return process.returncode

    def _made_for(self) -> str:
        # The system's upgrade changes what the link points to, and leaves the packages in the old version's folder.
        return f"{self.folder} {minor_version()} {os.path.basename(os.path.realpath(self.python))}"  # noqa: PTH119

    def _tell(self, text: str) -> None:
        print(f"[{time.monotonic() - self._began:5.1f} s] {text}", file=sys.stderr, flush=True)

    def _write_log(self) -> str:
        import tempfile

        with tempfile.NamedTemporaryFile(
            "w", prefix="parley-setup-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.writelines(self._said)
        return log.name


class _Progress:
    """Makes a line now and then out of the hundreds that pip writes."""

    def __init__(self, total: int, tell: Callable[[str], None]) -> None:
        self._total = total
        self._tell = tell
        self._done = 0
        self._last = time.monotonic()
        tell(f"Step 2/2: installing {total} packages")

    def read(self, line: str) -> None:
        if line.startswith(("Collecting ", "Requirement already satisfied: ", "Ignoring ")):
            self._done += 1
            if time.monotonic() - self._last >= 2:
                self._last = time.monotonic()
                self._tell(f"          {self._done}/{self._total} packages at hand")
        elif line.startswith("Installing collected packages"):
            self._tell(f"          {self._done}/{self._total} packages at hand, unpacking")


class _Turn:
    """Holds a lock on the checkout's folder itself, so that no file needs to be left anywhere."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def __enter__(self) -> int:
        import fcntl

        self._folder = os.open(str(self._root), os.O_RDONLY)
        try:
            fcntl.flock(self._folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another start is preparing .venv; waiting for it.", file=sys.stderr, flush=True)
            fcntl.flock(self._folder, fcntl.LOCK_EX)
        except OSError:
            pass  # some network filesystems have no locks; then it is on the user not to start twice
        return self._folder

    def __exit__(self, *_: object) -> None:
        os.close(self._folder)


def explain_pip(lines: list[str]) -> str:
    """Turn pip's output into one sentence."""
    said = "".join(lines)
    causes = {
        "The packages could not be downloaded: there is no network, or a proxy is in between.": (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeout",
            "ReadTimeout",
            "ProxyError",
            "SSLError",
            "Network is unreachable",
            "(from versions: none)",
        ),
        "A package is not what requirements.lock promises; nothing of it was installed.": ("DO NOT MATCH THE HASHES",),
        "The disk is full.": ("No space left on device",),
        "A package has no ready-made form for this machine and Python.": ("No matching distribution found",),
    }
    for sentence, signs in causes.items():
        if any(sign in said for sign in signs):
            return sentence
    return "The packages could not be installed."


def count_packages(lock: Path) -> int:
    """Count the packages a lock names."""
    return sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines() if line[:1].isalnum())


def fingerprint(lock: Path) -> str:
    """Name a lock's exact content."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def minor_version() -> str:
    """Name this Python as far as installed packages depend on it."""
    return ".".join(map(str, sys.version_info[:2]))


def clean_environment() -> dict[str, str]:
    """Copy the environment, pip's own settings included, without what would lead the venv's Python astray."""
    misleading = {"PYTHONHOME", "PYTHONPATH", "PYTHONSAFEPATH", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in os.environ.items() if name not in misleading}


# The commands


def parse(arguments: list[str]) -> tuple[str, list[str]]:
    """Split into the command and what is meant for it; a first ``--`` in between is allowed."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        raise BootstrapError(usage())
    command, more = arguments[0], arguments[1:]
    if command not in COMMANDS:
        raise BootstrapError(f"There is no command {command!r}.\n{usage()}")
    if more[:1] == ["--"]:
        more = more[1:]
    if more and len(COMMANDS[command][1]) != 1:
        raise BootstrapError(f"{command} runs several programs and takes no arguments for one of them.")
    return command, more


def usage() -> str:
    """Show what can be asked for."""
    return f"Usage: python3 bootstrap.py {'|'.join(COMMANDS)} [-- more arguments for the command]"


def execute(environment: Environment, programs: list[list[str]]) -> int:
    """Run the programs in the venv: a single one in our place, several one after another and all to the end."""
    variables = clean_environment()
    variables["VIRTUAL_ENV"] = str(environment.folder)
    variables["PATH"] = f"{environment.python.parent}{os.pathsep}{variables.get('PATH', os.defpath)}"
    os.chdir(str(environment.root))
    python = str(environment.python)
    if len(programs) == 1:
        sys.stdout.flush()
        sys.stderr.flush()
        # In our place, so that Ctrl-C, signals and the exit code need nobody to pass them on.
        os.execve(python, [python, *programs[0]], variables)  # noqa: S606

    import subprocess

    failed = []
    for program in programs:
        name = " ".join(word for word in program if word != "-m").replace(".venv/bin/", "")
        print(f"- {name}", file=sys.stderr, flush=True)
        if subprocess.run([python, *program], env=variables, check=False).returncode != 0:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    """Do what the command line asks; the result is the exit code."""
    try:
        command, more = parse(arguments)
    except BootstrapError as error:
        print(error, file=sys.stderr)
        return 0 if arguments and arguments[0] in {"-h", "--help", "help"} else 2
    try:
        check_machine(arguments)
        lock, programs = COMMANDS[command]
        environment = Environment(ROOT)
        environment.prepare(lock)
        return execute(environment, [[*program, *more] for program in programs])
    except BootstrapError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
