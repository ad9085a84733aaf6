"""The `simulate` command against a server started as the user starts it: sales, chats, and what goes wrong."""

import asyncio
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

from graph.root import export_sdl
from tests.journeys.conftest import make_quick
from tests.journeys.server import CHECKOUT, KEPT, Server, free_port
from web.cli.simulate import documents

LANGUAGES = {
    "en": "We have received your payment",
    "ur": "ادائیگی ہمیں مل گئی ہے",
    "ur-Latn": "ki payment hamein mil gayi hai",
    "ar": "استلمنا دفعتك",
    "es": "Hemos recibido el pago de su pedido",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("simulate") / "data")
    server.start()
    asyncio.run(make_quick(server))
    yield server
    assert server.stop() == 0, server.log.read_text()[-4000:]


def simulate(server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    """As in a script: nobody can type."""
    return server.command("simulate", *arguments)


def test_every_document_of_the_command_fits_the_schema() -> None:
    schema = build_schema(export_sdl())
    fragments = {documents.ACCOUNT, documents.MESSAGE, documents.ORDER}
    texts = [value for name, value in vars(documents).items() if name.isupper() and not name.startswith("_")]

    asked = [text for text in texts if text not in fragments]

    assert len(asked) == 13
    assert [error.message for text in asked for error in validate(schema, parse(text))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sale_in_each_language_ends_paid_and_the_customer_is_told(server: Server, language: str) -> None:
    sale = simulate(server, "--auto-approve", "--language", language, "--account", f"Sale {language}")

    assert sale.returncode == 0, sale.stdout + sale.stderr
    assert re.search(r"^Order PX-\d+ is PAID\.", sale.stdout, re.MULTILINE)
    assert sale.stdout.count("is placed and waits for payment") == 1
    assert "Scanning QR code 1" in sale.stdout
    told = re.sub(r"\s*\n│ ", " ", sale.stdout.rpartition("is paid.")[2])
    assert LANGUAGES[language] in told
    assert sale.stderr == ""


def test_without_a_person_of_the_shop_the_sale_ends_with_the_receipt_handed_in(server: Server) -> None:
    sale = simulate(server, "--account", "Shop", "--name", "Zoë", "--phone", "+34 600 123 456")

    assert sale.returncode == 0, sale.stdout + sale.stderr
    assert re.search(r"^Order PX-\d+ is PAYMENT_SUBMITTED\.", sale.stdout, re.MULTILINE)
    assert "Zoë (+34600123456)" in sale.stdout


def test_a_shop_that_does_not_answer_in_time_is_a_failure_in_plain_words(server: Server) -> None:
    sale = simulate(server, "--patience", "0.01", "--account", "Shop")

    assert sale.returncode == 1
    assert sale.stderr == "The shop did not answer “Hello, good morning” within 0.01 s.\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--key", "parley_wrong"), "The server refuses the API key."),
        (("--key", "мой ключ"), "This is no API key."),
        (("--url", f"http://127.0.0.1:{free_port()}"), "Start Parley with `make run`"),
        (("--url", "shop.example"), "--url: “shop.example” is no address"),
        (("--url", "http://127.0.0.1:port"), "is no address"),
        (("--phone", "twelve"), "--phone: “twelve” is no phone number"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(server: Server, arguments: tuple[str, ...], says: str) -> None:
    sale = simulate(server, *arguments)

    assert sale.returncode == 1
    assert says in sale.stderr
    assert "Traceback" not in sale.stderr


def test_a_key_with_too_few_scopes_is_told_which(server: Server) -> None:
    made = server.command("api-key", "create", "--name", "reader", "--scope", "catalog:read")

    sale = simulate(server, "--key", made.stdout.splitlines()[-1])

    assert sale.returncode == 1
    assert "The key needs more scopes" in sale.stderr


def test_a_person_at_a_terminal_chats_sends_a_receipt_and_leaves(server: Server) -> None:
    chat = Terminal(server, "simulate", "--account", "Shop")

    chat.wait_for("/help shows what else")
    chat.type("Hello")
    chat.wait_for("This is what we offer")
    chat.type("/image")
    chat.wait_for("[picture]")
    chat.type("/image /no/such/file")
    chat.wait_for("cannot be read")
    chat.type("/quit")

    assert chat.exit_code() == 0


def test_when_the_server_goes_away_the_chat_ends_and_says_so(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    server.start()
    chat = Terminal(server, "simulate")
    chat.wait_for("/help shows what else")

    server.stop()

    chat.wait_for("The server closed the connection.")
    assert chat.exit_code() == 1


class Terminal:
    """The command at a terminal of its own."""

    def __init__(self, server: Server, *arguments: str) -> None:
        mine, its = pty.openpty()
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "web.cli", *arguments],
            cwd=CHECKOUT,
            env={**kept, "PORT": str(server.port), "PARLEY_DATA": str(server.data), "TERM": "xterm"},
            stdin=its,
            stdout=its,
            stderr=its,
            start_new_session=True,
        )
        os.close(its)
        self._terminal = mine
        self._seen = ""

    def type(self, text: str) -> None:
        os.write(self._terminal, f"{text}\r".encode())

    def wait_for(self, text: str, seconds: float = 30) -> None:
        """What was seen so far is not looked at again."""
        deadline = time.monotonic() + seconds
        while text not in self._seen:
            assert time.monotonic() < deadline, self._seen
            self._read(0.1)
        self._seen = self._seen.partition(text)[2]

    def exit_code(self, seconds: float = 30) -> int:
        deadline = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < deadline:
            self._read(0.1)
        os.close(self._terminal)
        return self._process.wait(1)

    def _read(self, seconds: float) -> None:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # the other end is closed
            return
        if b"\x1b[6n" in data:  # where is the cursor? a real terminal answers
            os.write(self._terminal, b"\x1b[1;1R")
        self._seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", data.decode(errors="replace"))
