"""Judges what a catalogue's file says, value by value: from its words to the columns of our tables."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from core.catalog import LARGEST_POSITION, Duration, PackageChanges, ServiceChanges, package_values, service_values
from core.errors import InvalidInputError
from core.money import Money
from models.catalog import DurationUnit

_AMOUNT = re.compile(r"-?[0-9]{1,17}(\.[0-9]{1,6})?")

# By the keys of the file. Each raises InvalidInputError, whose `field` names the part of the value that was wrong.
Judges = Mapping[str, Callable[[Any], dict[str, Any]]]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise InvalidInputError("It must be a text.")
    if "\x00" in value:
        raise InvalidInputError("It holds the character U+0000, which cannot be kept.")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise InvalidInputError("It must be yes or no: in JSON true or false.")
    return value


def _whole(value: Any, largest: int) -> int:
    if type(value) is not int or not 0 <= value <= largest:
        raise InvalidInputError(f"It must be a whole number from 0 to {largest}.")
    return value


def service_name(value: Any) -> dict[str, Any]:
    return service_values(ServiceChanges(name=_text(value)), creating=False)


def _service_description(value: Any) -> dict[str, Any]:
    return service_values(ServiceChanges(description=_text(value)), creating=False)


def _is_active(value: Any) -> dict[str, Any]:
    return {"is_active": _flag(value)}


def _position(value: Any) -> dict[str, Any]:
    return {"position": _whole(value, LARGEST_POSITION)}


def _package_description(value: Any) -> dict[str, Any]:
    return package_values(PackageChanges(description=_text(value)), creating=False)


def _features(value: Any) -> dict[str, Any]:
    if not isinstance(value, list):
        raise InvalidInputError("It must be a list of texts.")
    return package_values(PackageChanges(features=tuple(_text(each) for each in value)), creating=False)


def _duration(value: Any) -> dict[str, Any]:
    if value is None:
        return package_values(PackageChanges(clear_duration=True), creating=False)
    if not isinstance(value, dict) or value.keys() != {"count", "unit"}:
        raise InvalidInputError("It must be null, or an object of “count” and “unit”.")
    if not isinstance(value["unit"], str) or value["unit"] not in set(DurationUnit):
        raise InvalidInputError(f"Choose one of {', '.join(DurationUnit)}.", field="duration.unit")
    if type(value["count"]) is not int:
        raise InvalidInputError("It must be a whole number.", field="duration.count")
    duration = Duration(value["count"], DurationUnit(value["unit"]))
    return package_values(PackageChanges(duration=duration), creating=False)


def _price(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or value.keys() != {"amount", "currency"}:
        raise InvalidInputError("It must be an object of “amount” and “currency”.")
    amount, currency = value["amount"], value["currency"]
    if not isinstance(amount, str | int) or isinstance(amount, bool) or not _AMOUNT.fullmatch(str(amount)):
        # A number with a point was a binary float on its way and may have lost a digit.
        raise InvalidInputError("Write the amount as a text such as “1999.50”.", field="price.amount")
    if not isinstance(currency, str):
        raise InvalidInputError("Name the currency, e.g. PKR.", field="price.currency")
    try:
        price = Money.from_major(Decimal(str(amount)), currency, field="amount")
    except InvalidInputError as error:
        error.field = f"price.{error.field}"
        raise
    return package_values(PackageChanges(price=price), creating=False)


SERVICE_FIELDS: Judges = {"description": _service_description, "isActive": _is_active, "position": _position}
PACKAGE_FIELDS: Judges = {
    "description": _package_description,
    "features": _features,
    "duration": _duration,
    "price": _price,
    "isActive": _is_active,
    "position": _position,
}
