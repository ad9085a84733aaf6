"""Numbers that customers pay to, hidden however they are spelt."""

import pytest

from core.account_numbers import NumberMask

MASK = NumberMask(["0300 1234567", "PK36 SCBL 0000 0011 2345 6702", "03001234", "77-12", "-"])


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Pay to 0300 1234567 today", "Pay to •••• •••4567 today"),
        ("03001234567", "•••••••4567"),
        ("*0300-123-4567*", "*••••-•••-4567*"),
        ("0300\n1234567", "••••\n•••4567"),
        ("۰۳۰۰ ۱۲۳۴۵۶۷", "•••• •••۴۵۶۷"),
        ("\u20660300\u2069 \u20661234567\u2069", "\u2066••••\u2069 \u2066•••4567\u2069"),
        ("pk36scbl0000001123456702", "••••••••••••••••••••6702"),
        ("0300 1234567 or 0300-1234", "•••• •••4567 or ••••-1234"),
        ("7712 is too short to hide all but four", "7712 is too short to hide all but four"),
        ("Order PX-1042 costs 1,234 - 567", "Order PX-1042 costs 1,234 - 567"),
        ("", ""),
    ],
)
def test_all_but_the_last_four_characters_of_a_number_are_hidden(said: str, shown: str) -> None:
    assert MASK.text(said) == shown


def test_a_shop_without_numbers_hides_nothing() -> None:
    assert NumberMask([]).text("0300 1234567") == NumberMask(["-", "1234"]).text("0300 1234567") == "0300 1234567"


def test_every_text_of_a_record_is_gone_through_and_the_rest_of_it_stays() -> None:
    record = {"tools": [{"arguments": {"note": "0300 1234567"}, "is_error": False}], "usage": [3], "summary": None}

    assert MASK.tree(record) == {
        "tools": [{"arguments": {"note": "•••• •••4567"}, "is_error": False}],
        "usage": [3],
        "summary": None,
    }
