"""Phone numbers as people type them, and as the world writes them (E.164)."""

import phonenumbers

from core.errors import InvalidInputError


def checked_phone(text: str, *, field: str = "phone") -> str:
    """With its country code, e.g. "+92 300 1234567", as "+923001234567". Raises InvalidInputError."""
    try:
        number = phonenumbers.parse(text.strip())
    except phonenumbers.NumberParseException:
        number = None
    # Possible, not valid: plans of numbers change faster than any list of them, and fiction has its own range.
    if number is None or not phonenumbers.is_possible_number(number):
        raise InvalidInputError("This is no phone number with its country code, e.g. +923001234567.", field=field)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
