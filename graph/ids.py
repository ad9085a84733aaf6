"""Global ids: opaque to callers, one for everything in the shop."""

import base64
import binascii

import strawberry

from core.errors import InvalidInputError
from core.global_ids import global_id

_LARGEST_KEY = 2**63 - 1


def encode(kind: str, key: int) -> strawberry.ID:
    """`kind` is the name of the type in the schema."""
    return strawberry.ID(global_id(kind, key))


def decode(text: str, *, field: str = "id") -> tuple[str, int]:
    """Raises InvalidInputError that names `field`, the argument or input field the id stood in."""
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        kind, _, digits = raw.decode("ascii").partition(":")
    except (binascii.Error, ValueError) as error:
        raise InvalidInputError("This is no id of this shop.", field=field) from error
    # isdecimal alone would also take digits of other scripts; those never pass "ascii" above.
    if not digits.isdecimal() or len(digits) > 19 or int(digits) > _LARGEST_KEY:
        raise InvalidInputError("This is no id of this shop.", field=field)
    return kind, int(digits)


def key_of(kind: str, text: str, *, field: str = "id") -> int:
    """The key of an id that must name one `kind`. Raises InvalidInputError otherwise."""
    found, key = decode(text, field=field)
    if found != kind:
        raise InvalidInputError(f"This is an id, but of no {kind}.", field=field)
    return key
