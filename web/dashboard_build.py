"""Builds the dashboard when its sources have changed, and puts the whole in its place at once.

What is served lies in a folder of its own and not where Vite works: a build that is cut or fails leaves there what was
there before, and a server beside it never finds half of two builds.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from web.node_project import NodeProject, NodeProjectError, Tell, Turn
from web.settings import CHECKOUT

BUILD_SECONDS: Final = 300

INDEX: Final = "index.html"
GRAPHIQL: Final = "graphiql.html"
ASSETS: Final = "assets/"
MANIFEST: Final = "build.json"
ENCODINGS: Final[Mapping[str, str]] = {"br": ".br", "gzip": ".gz"}  # the best first

_COMPRESS = Path(__file__).with_name("dashboard_compress.mjs")
_RECIPE = (Path(__file__), _COMPRESS)

_NO_SOURCES = ("node_modules", "dist")
# What is here for types and tests alone never reaches a browser; some of it is made by the build itself.
_NOT_BUILT = (".d.ts", ".test.ts", ".test.tsx")

_DOES_NOT_BUILD = "The dashboard's sources do not build."


class DashboardBuildError(NodeProjectError):
    """The dashboard is not built, for a reason that lies neither in its packages nor in its sources."""

    code = "DASHBOARD_BUILD"


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """`encodings`: those of `ENCODINGS` in which it lies there compressed."""

    etag: str
    encodings: tuple[str, ...]
    is_from_before: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """A whole build: what it was made of, and its files by their names below the folder."""

    fingerprint: str
    files: Mapping[str, BuiltFile]


@dataclass(frozen=True, slots=True)
class DashboardBuild:
    sources: Path = CHECKOUT / "web" / "dashboard"
    schema: Path = CHECKOUT / "schema.graphql"
    built: Path = CHECKOUT / "web" / ".dashboard"

    @property
    def _project(self) -> NodeProject:
        return NodeProject(self.sources)

    def is_current(self) -> bool:
        """Whether what is built was made of the sources as they are; without sources nothing can be newer."""
        if not self.sources.is_dir():
            return True
        built = read_built(self.built)
        try:
            return built is not None and built.fingerprint == self._fingerprint()
        except OSError:
            return False  # a build will name what cannot be read

    def build(self, tell: Tell) -> bool:
        """Build unless it is current; whether it was not. Of several at once one builds and the others wait.

        Raises NodeProjectError.
        """
        try:
            if not self.sources.is_dir():
                raise DashboardBuildError("The dashboard's sources are not here.", self.sources)
            if self.is_current():
                return False
            with self._project.turn(tell) as turn:
                if self.is_current():
                    return False
                self._build(turn)
        except OSError as error:
            reason = error.strerror or "the files cannot be read or written"
            raise DashboardBuildError(f"The dashboard cannot be built: {reason}.", error.filename) from error
        return True

    def check(self, tell: Tell) -> int:
        """Judge its types, its operations and its style; the exit code of `npm run check`. Raises NodeProjectError."""
        with self._project.turn(tell) as turn:
            turn.install("what builds the dashboard")
        return self._project.show("npm", "run", "--silent", "check")

    def _build(self, turn: Turn) -> None:
        # As they are now: who changes one meanwhile gets another build.
        fingerprint = self._fingerprint()
        turn.install("what builds the dashboard")
        turn.tell("Building the dashboard")
        fresh = self.sources / "dist"
        shutil.rmtree(fresh, ignore_errors=True)
        turn.run(("npm", "run", "build"), seconds=BUILD_SECONDS, complaint=_DOES_NOT_BUILD)
        for page in (INDEX, GRAPHIQL):
            if not (fresh / page).is_file():
                raise DashboardBuildError(f"`npm run build` made no {page}.", fresh)
        turn.tell("Compressing it")
        turn.run(
            ("node", str(_COMPRESS), str(fresh)),
            seconds=BUILD_SECONDS,
            complaint="The dashboard's files cannot be compressed.",
        )
        files = dict(_described(fresh))
        files |= self._kept(fresh, files)
        manifest = json.dumps(asdict(Built(fingerprint, files)), indent=1)
        (fresh / MANIFEST).write_text(f"{manifest}\n", encoding="utf-8")
        self._publish(fresh)
        turn.tell("The dashboard is built")

    def _kept(self, fresh: Path, files: Mapping[str, BuiltFile]) -> dict[str, BuiltFile]:
        """The assets of the build before: a page that is open still asks for them by their names."""
        before = read_built(self.built)
        kept = {}
        for name, file in before.files.items() if before else ():
            if name in files or file.is_from_before or not name.startswith(ASSETS):
                continue
            for ending in ("", *(ENCODINGS[encoding] for encoding in file.encodings)):
                (fresh / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.built / (name + ending), fresh / (name + ending))
            kept[name] = replace(file, is_from_before=True)
        return kept

    def _publish(self, fresh: Path) -> None:
        before = self.built.with_name(f"{self.built.name}.before")
        shutil.rmtree(before, ignore_errors=True)
        if self.built.exists():
            self.built.rename(before)
        fresh.rename(self.built)
        shutil.rmtree(before, ignore_errors=True)

    def _fingerprint(self) -> str:
        """Names what a build is made of, its contents and not its times: a fresh clone of the same is the same."""
        digest = hashlib.sha256()
        for name, path in self._ingredients():
            content = path.read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()

    def _ingredients(self) -> Iterator[tuple[str, Path]]:
        for path in (*_RECIPE, self.schema):
            yield path.name, path
        for folder, folders, files in os.walk(self.sources):
            folders[:] = sorted(name for name in folders if name not in _NO_SOURCES and not name.startswith("."))
            for name in sorted(files):
                if not name.endswith(_NOT_BUILT):
                    path = Path(folder, name)
                    yield str(path.relative_to(self.sources)), path


def read_built(folder: Path) -> Built | None:
    """What lies in a folder; None if that is no whole build."""
    try:
        read: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {
            name: BuiltFile(file["etag"], tuple(file["encodings"]), file["is_from_before"])
            for name, file in read["files"].items()
        }
        return Built(read["fingerprint"], files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _described(folder: Path) -> Iterator[tuple[str, BuiltFile]]:
    for path in sorted(folder.rglob("*")):
        # A compressed form belongs to the file it was made from.
        if path.is_file() and not (path.suffix in ENCODINGS.values() and path.with_suffix("").is_file()):
            encodings = tuple(
                encoding for encoding, ending in ENCODINGS.items() if path.with_name(path.name + ending).is_file()
            )
            etag = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
            yield path.relative_to(folder).as_posix(), BuiltFile(etag, encodings)
