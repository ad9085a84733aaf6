"""`make fake-whatsapp`: a shop on this machine with a WhatsApp of its own, and a terminal to be its customers in.

Everything is in a folder that is gone afterwards, unless `--data` names one; of what the fake WhatsApp knows nothing is
kept, so a number of an earlier start is logged out and can be linked again.
"""

import argparse
import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fake_whatsapp.chat import HELP, Chat, say, typed_lines
from tests.fake_whatsapp.control import ControlDoor
from tests.fake_whatsapp.server import FakeWhatsApp
from tests.fake_whatsapp.shop import ShopError, open_shop
from web.dashboard_build import DashboardBuild
from web.node_project import NodeProjectError


def _wishes(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fake-whatsapp", description="A shop with a WhatsApp of its own.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000), help="where the shop listens")
    parser.add_argument("--control-port", type=int, default=0, help="where other programs drive the fake WhatsApp")
    parser.add_argument("--data", type=Path, help="the shop's data folder; a new one for each start if unsaid")
    parser.add_argument("--no-shop", action="store_true", help="only the fake WhatsApp, for a shop of your own")
    return parser.parse_args(arguments)


def _build_dashboard() -> None:
    """A shop without one can still be called through its API."""
    try:
        DashboardBuild().build(say)
    except NodeProjectError as error:
        say(error.message)


async def _serve_alone(whatsapp: FakeWhatsApp) -> None:
    for name, value in whatsapp.environment().items():
        say(f"  export {name}={value}")
    say("  python -m tests.fake_whatsapp.patched -m web.cli serve --dev")
    say(f"Give each number this proxy: {whatsapp.proxy}\nCtrl-C ends it.")
    await asyncio.get_running_loop().create_future()


async def _play(wishes: argparse.Namespace, data: Path) -> None:
    task = asyncio.current_task()
    assert task is not None
    for end in (signal.SIGINT, signal.SIGTERM):  # the shop must not outlive us
        asyncio.get_running_loop().add_signal_handler(end, task.cancel)
    async with FakeWhatsApp() as whatsapp, ControlDoor(whatsapp, wishes.control_port) as door:
        say(f"Fake WhatsApp: proxy {whatsapp.proxy}, control {door.url}")
        if wishes.no_shop:
            await _serve_alone(whatsapp)
            return
        say("Starting the shop ...")
        async with open_shop(whatsapp, data, wishes.port) as shop:
            say(f"The shop is at {shop.url}, its log at {shop.log}.\n\n{HELP}\n\nBegin with /link")
            await Chat(whatsapp.world, shop).run(typed_lines)
            say("Closing the shop ...")


def main(arguments: list[str]) -> int:
    wishes = _wishes(arguments)
    try:
        with contextlib.ExitStack() as stack:
            data = wishes.data or Path(stack.enter_context(TemporaryDirectory(prefix="fake-whatsapp-shop-")))
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not wishes.no_shop:
                _build_dashboard()
            asyncio.run(_play(wishes, data.absolute()))
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 130
    except ShopError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
