"""Everything that can go wrong, one class for each thing: a code for programs, a sentence for people."""

from typing import Any, ClassVar


class ParleyError(Exception):
    """What a caller can mend. `field` names the input that was wrong, in the caller's own spelling path."""

    code: ClassVar[str] = "INTERNAL"

    def __init__(self, message: str, *, field: str | None = None, **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.details = details


class InvalidInputError(ParleyError):
    code = "INVALID_INPUT"


class NotFoundError(ParleyError):
    code = "NOT_FOUND"


class UnauthenticatedError(ParleyError):
    code = "UNAUTHENTICATED"


class ForbiddenError(ParleyError):
    code = "FORBIDDEN"


class ConflictError(ParleyError):
    """Somebody else was quicker; read the thing again and decide anew."""

    code = "CONFLICT"


class IdempotencyKeyReusedError(ParleyError):
    code = "IDEMPOTENCY_KEY_REUSED"


class RateLimitedError(ParleyError):
    """`details["retry_after"]` is the wait in seconds."""

    code = "RATE_LIMITED"


class CursorExpiredError(ParleyError):
    code = "CURSOR_EXPIRED"


class ConfigurationError(ParleyError):
    """A setting is missing or wrong; `field` is the name of the environment variable."""

    code = "CONFIGURATION"
