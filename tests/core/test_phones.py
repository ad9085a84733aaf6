"""Phone numbers: as people type them, and as the world writes them."""

import pytest

from core.errors import InvalidInputError
from core.phones import checked_phone


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("+923001234567", "+923001234567"),
        (" +92 300 123-4567 ", "+923001234567"),
        ("+٩٢٣٠٠١٢٣٤٥٦٧", "+923001234567"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("+1 202 555 0123", "+12025550123"),
    ],
)
def test_a_number_with_its_country_is_understood_however_it_is_typed(typed: str, written: str) -> None:
    assert checked_phone(typed) == written


@pytest.mark.parametrize("typed", ["", "  ", "0300 1234567", "923001234567", "+1 23", "+9230012345678901", "phone"])
def test_anything_else_is_no_number_and_says_which_input_it_was(typed: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked_phone(typed, field="ownPhone")

    assert caught.value.field == "ownPhone"
