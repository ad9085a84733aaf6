"""`serve`: the whole platform in one process, from the database to the open doors, and back again."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import structlog
import uvicorn

from core import audit
from core.embedded_postgres import EmbeddedPostgres
from core.errors import ConfigurationError, UnauthenticatedError
from core.migrations import migrate
from web import assembly
from web.app import create_app
from web.cli.told import complained, timed, told
from web.dashboard_build import DashboardBuild
from web.dashboard_door import BUILD_COMMAND
from web.log import set_up_logging
from web.node_project import NodeProjectError
from web.place import database_url, make_data_folder, owner_name
from web.sample_data import add_sample_data
from web.settings import CHECKOUT, Environment, load

log = structlog.get_logger()

FRAME_BYTES = 64 * 1024
GRACE_SECONDS = 5
WATCHED = ("core", "graph", "models", "migrations", "web")
UNWATCHED = frozenset({"dashboard", "__pycache__"})
LOCAL_KEY = "local-api-key"


class _Server(uvicorn.Server):
    """Says when the doors are open, and leaves the signals to `_stopped_by_signals`."""

    def __init__(self, config: uvicorn.Config, opened: asyncio.Event) -> None:
        super().__init__(config)
        self._opened = opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._opened.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def serve(*, dev: bool, reload: bool, build: bool, host: str) -> None:
    environment = load(dev=dev)
    set_up_logging(environment.log_level)
    dashboard = DashboardBuild()
    if reload:
        if build:
            _build(dashboard)
        _serve_and_reload(environment, host)
        return
    with _bound(host, environment.port) as door, suppress(asyncio.CancelledError):
        trouble = _build(dashboard) if dev and build else None
        if not dev and not dashboard.is_current():
            log.warning("dashboard_not_current", mend=BUILD_COMMAND)
        _run(_serve(environment, door, host, dashboard.built, trouble, dev=dev))


def _build(dashboard: DashboardBuild) -> str | None:
    """Build what is not built; why that failed, for anybody to read. Without a dashboard there is still the API."""
    try:
        dashboard.build(timed())
    except NodeProjectError as error:
        complained(error.message)
        return error.sentence
    return None


def _run(main: Coroutine[Any, Any, None]) -> None:
    if sys.platform == "win32":
        asyncio.run(main)
    else:
        import uvloop

        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(main)


async def _serve(
    environment: Environment, door: socket.socket, host: str, dashboard: Path, trouble: str | None, *, dev: bool
) -> None:
    stopping = asyncio.Event()
    with _stopped_by_signals(stopping), owner_name(environment.data) as owner:
        async with database_url(environment) as url:
            await migrate(url)
            async with assembly.opened(environment, url, owner) as running:
                if environment.admin is not None:
                    await running.shop.auth.seed_owner(environment.admin.email, environment.admin.password)
                await running.shop.providers.seed(environment.provider_keys)
                if dev:
                    await add_sample_data(running.shop)
                    await _keep_local_key(running, environment.data)
                app = create_app(environment, running, dashboard, trouble=trouble)
                opened = asyncio.Event()
                server = _Server(
                    uvicorn.Config(
                        app,
                        access_log=False,
                        lifespan="off",
                        log_config=None,
                        proxy_headers=False,
                        server_header=False,
                        timeout_graceful_shutdown=GRACE_SECONDS,
                        ws="websockets-sansio",
                        ws_max_size=FRAME_BYTES,
                    ),
                    opened,
                )
                async with asyncio.TaskGroup() as group:
                    serving = group.create_task(server.serve(sockets=[door]))
                    announcing = group.create_task(_announce(running, environment, host, trouble, opened, dev=dev))
                    ending = group.create_task(_end(server, stopping))
                    watching = group.create_task(app.state.door.sockets.run())
                    await serving
                    for task in (announcing, ending, watching):
                        task.cancel()


async def _end(server: uvicorn.Server, stopping: asyncio.Event) -> None:
    await stopping.wait()
    server.should_exit = True


async def _announce(
    running: assembly.Running,
    environment: Environment,
    host: str,
    trouble: str | None,
    opened: asyncio.Event,
    *,
    dev: bool,
) -> None:
    await opened.wait()
    # Asked for localhost, a browser finds 127.0.0.1 too, and cookies of one are not those of the other.
    address = environment.public_url
    lines = [f"Parley is running at {address}   (API {address}/graphql, GraphiQL {address}/graphiql)"]
    if link := await running.shop.auth.new_setup_link():
        lines.append(f"Make the first owner:  {address}/setup#token={link}")
    if dev:
        lines += [
            "Watch a customer buy:  .venv/bin/python -m web.cli simulate --script --auto-approve",
            "  (add --language ur, ur-Latn, ar or es; without --script you are the customer)",
            f"Data: {environment.data}   Stop with Ctrl-C.",
        ]
    if trouble is not None:
        lines.append(f"The dashboard could not be built. To try again: {BUILD_COMMAND}")
    told("\n".join(lines))
    log.info("doors_opened", host=host, port=environment.port)


async def _keep_local_key(running: assembly.Running, data: Path) -> None:
    """A key of this machine for `simulate`, made once, readable by its owner alone."""
    path = data / LOCAL_KEY
    if path.exists():
        with suppress(UnauthenticatedError):
            await running.shop.api_keys.authenticate(path.read_text().strip())
            return
    _, key = await running.shop.api_keys.create("This machine (simulate)", ["*"], audit.PROGRAM)
    path.touch(mode=0o600)
    path.write_text(key + "\n")


@contextmanager
def _stopped_by_signals(stopping: asyncio.Event) -> Iterator[None]:
    """The first signal ends the program in order; before the doors are open, and the second time, at once."""
    loop = asyncio.get_running_loop()
    main = asyncio.current_task()

    def stop() -> None:
        if stopping.is_set() and main is not None:
            main.cancel()
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


@contextmanager
def _bound(host: str, port: int) -> Iterator[socket.socket]:
    """The listening address, taken before anything else is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as error:
            raise ConfigurationError(
                f"PORT: {host}:{port} cannot be used ({error.strerror}). Another program may be listening there; "
                "stop it, or choose another with PORT=8001.",
                field="PORT",
            ) from error
        yield door


def _serve_and_reload(environment: Environment, host: str) -> None:
    """Starts `serve --dev` again whenever a file of the program changes; the database stays up meanwhile."""
    import watchfiles

    held = EmbeddedPostgres(environment.data / "postgres") if environment.database_url is None else nullcontext()
    make_data_folder(environment.data)
    # In the main thread, which alone may listen to signals: on Ctrl-C the server is told, and ends before we do.
    with suppress(KeyboardInterrupt), held:
        watchfiles.run_process(
            *_watched(),
            recursive=False,
            target=f"{sys.executable} -m web.cli serve --dev --no-build --host {host}",
            target_type="command",
            watch_filter=watchfiles.PythonFilter(),
        )


def _watched() -> Iterator[Path]:
    """Folder by folder, to leave out the dashboard: its packages alone are thousands."""
    for name in WATCHED:
        for folder, below, _ in os.walk(CHECKOUT / name):
            below[:] = [each for each in below if each not in UNWATCHED and not each.startswith(".")]
            yield Path(folder)
