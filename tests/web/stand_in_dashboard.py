"""A dashboard of a few lines, which the real npm builds without a network; it counts how often."""

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from tests.journeys.server import CHECKOUT
from web.dashboard_build import DashboardBuild

PACKAGE = {"name": "stand-in", "private": True, "type": "module", "scripts": {"build": "node build.mjs"}}
LOCK = {"name": "stand-in", "lockfileVersion": 3, "requires": True, "packages": {"": {"name": "stand-in"}}}
# The registry of packages: nobody answers there, and at once.
NOBODY = "registry=http://127.0.0.1:9/\nfetch-retries=0\n"

# As Vite does: names with a hash of the content, and a placeholder where the nonce of an answer goes.
BUILD = """\
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

appendFileSync("../builds", `${process.pid}\\n`);
mkdirSync("dist/assets", { recursive: true });
writeFileSync("dist/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
const put = (name, ending, content) => {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  writeFileSync(`dist/assets/${name}-${hash}.${ending}`, content);
  return `/assets/${name}-${hash}.${ending}`;
};
const main = put("main", "js", readFileSync("src/main.js", "utf8").repeat(100));
while (existsSync("../hold")) await new Promise((resolve) => setTimeout(resolve, 20));
const font = put("letters", "woff2", Buffer.from([0, 1, 2, 3]));
const page = (title) => `<!doctype html><title>${title}</title><script nonce="__CSP_NONCE__" src="${main}"></script>
<link rel="stylesheet" nonce="__CSP_NONCE__" href="${font}">`;
writeFileSync("dist/index.html", page("The dashboard"));
writeFileSync("dist/graphiql.html", page("GraphiQL") + "<!-- large -->".repeat(500));
"""


def dashboard_of(root: Path) -> DashboardBuild:
    """Laid out as in a checkout."""
    return DashboardBuild(root / "web" / "dashboard", root / "schema.graphql", root / "web" / ".dashboard")


def write_sources(root: Path) -> DashboardBuild:
    build = dashboard_of(root)
    (build.sources / "src").mkdir(parents=True)
    (build.sources / "package.json").write_text(json.dumps(PACKAGE))
    (build.sources / "package-lock.json").write_text(json.dumps(LOCK))
    (build.sources / ".npmrc").write_text(NOBODY)
    (build.sources / "build.mjs").write_text(BUILD)
    (build.sources / "src" / "main.js").write_text('console.log("first");\n')
    build.schema.write_text("type Query { hello: String }\n")
    return build


def times_built(build: DashboardBuild) -> int:
    counted = build.sources.parent / "builds"
    return len(counted.read_text().splitlines()) if counted.exists() else 0


def assets(build: DashboardBuild, ending: str) -> list[str]:
    return sorted(path.name for path in (build.built / "assets").glob(f"*.{ending}"))


_BUILD_IT = """\
import sys
from pathlib import Path
from web.dashboard_build import DashboardBuild

DashboardBuild(*map(Path, sys.argv[1:])).build(lambda text: print(text, flush=True))
"""


def start_building(build: DashboardBuild) -> "subprocess.Popen[str]":
    """In another process, which tells on its output how it goes."""
    return subprocess.Popen(
        [sys.executable, "-c", _BUILD_IT, str(build.sources), str(build.schema), str(build.built)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def held_up(build: DashboardBuild) -> Iterator[None]:
    """Every build stops half-way as long as this lasts."""
    hold = build.sources.parent / "hold"
    hold.touch()
    try:
        yield
    finally:
        hold.unlink()


def wait_until_half_built(build: DashboardBuild) -> int:
    """The id of the process that builds."""
    deadline = time.monotonic() + 60
    while not list((build.sources / "dist" / "assets").glob("main-*")):
        assert time.monotonic() < deadline, "the build never began"
        time.sleep(0.02)
    return int((build.sources.parent / "builds").read_text().splitlines()[-1])


def wait_until_ended(processes: Iterable[psutil.Process]) -> None:
    deadline = time.monotonic() + 20
    for process in processes:
        while is_at_work(process):
            assert time.monotonic() < deadline, f"{process} goes on"
            time.sleep(0.02)


def is_at_work(process: psutil.Process) -> bool:
    """Who is killed and has no parent left stays in the list for a while, and does nothing any more."""
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False
