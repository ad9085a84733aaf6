"""Each reason that a number can give for its state comes with what staff can do about it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from core.account_reasons import ADVICE, GIVEN_UP, advice

CORE = Path(__file__).parents[2] / "core"

# Calls that write a reason, and which of their arguments it is.
WRITERS = {"ConnectionChanged": 1, "_refuse": 1, "_wish": 3, "_show": 3}
ROWS = "status_reason"


def written_reasons() -> Iterator[str]:
    """Every reason that stands in the code as such."""
    for path in CORE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from reasons_of_call(node)
            elif isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values, strict=True):
                    if isinstance(key, ast.Constant) and key.value == ROWS:
                        yield from words(value)


def reasons_of_call(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = WRITERS.get(name)
    if place is not None:
        for given in (*call.args[place : place + 1], *(each.value for each in call.keywords if each.arg == "reason")):
            yield from words(given)


def words(node: ast.expr) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def test_every_reason_in_the_code_has_its_advice() -> None:
    found = set(written_reasons())

    assert {"logged_out", "replaced", "qr_timeout", "no_gateway", "deleted", "line_failed", "requested"} <= found
    assert found - set(ADVICE) == set()
    assert set(ADVICE) >= GIVEN_UP


def test_what_whatsapp_may_say_of_a_line_has_its_advice() -> None:
    of_the_port = {
        "connecting",
        "connection_lost",
        "no_network",
        "line_failed",
        "logged_out",
        "replaced",
        "qr_timeout",
        "temporary_ban",
        "banned",
        "main_device_gone",
        "client_outdated",
        "passkey_needed",
    }

    assert of_the_port <= set(ADVICE)


def test_advice_is_whole_sentences_and_none_where_there_is_nothing_to_explain() -> None:
    assert all(text[0].isupper() and text.endswith(".") for text in ADVICE.values())
    assert (advice(None), advice("a_word_of_tomorrow")) == (None, None)
