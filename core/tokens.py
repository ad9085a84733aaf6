"""The tokens of a signed-in browser: short access, rotating refresh, and one against forged requests."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt

from core.errors import UnauthenticatedError

ACCESS_LIFETIME = timedelta(minutes=10)
CHALLENGE_LIFETIME = timedelta(minutes=5)

_ALGORITHM = "HS256"
_ISSUER = "parley"
_AUDIENCE = "parley-api"
_SECOND_FACTOR = "parley-second-factor"
_REQUIRED = ["exp", "iat", "iss", "aud", "sub", "sid", "jti"]
_CLOCK_DIFFERENCE = timedelta(seconds=10)  # between two machines that issue and check


def fingerprint(secret: str) -> bytes:
    """What is stored instead of a token; tokens are random enough that a plain hash is safe."""
    return hashlib.sha256(secret.encode()).digest()


@dataclass(frozen=True, slots=True)
class AccessClaims:
    staff_id: int
    session_id: int


@dataclass(frozen=True, slots=True)
class RefreshClaims:
    """`generation` counts the refreshes of a session; `salt` is the session's own."""

    session_id: int
    generation: int
    salt: str


@dataclass(frozen=True, slots=True)
class ChallengeClaims:
    """Who gave the right password, and which one it was: a changed one makes the challenge void."""

    staff_id: int
    password_of: int

    def is_for(self, password_changed_at: datetime) -> bool:
        return self.password_of == _microseconds(password_changed_at)


class Tokens:
    """Made and checked with keys derived from JWT_SECRET, one for each purpose."""

    def __init__(self, jwt_secret: str) -> None:
        secret = jwt_secret.encode()
        self._access_key = hmac.digest(secret, b"parley access token", "sha256")
        self._refresh_key = hmac.digest(secret, b"parley refresh token", "sha256")
        self._csrf_key = hmac.digest(secret, b"parley csrf token", "sha256")
        self._challenge_key = hmac.digest(secret, b"parley second factor", "sha256")
        self._invitation_key = hmac.digest(secret, b"parley invitation", "sha256")

    def issue_access(self, staff_id: int, session_id: int, now: datetime) -> tuple[str, datetime]:
        """The token and when it ends."""
        expires_at = (now + ACCESS_LIFETIME).replace(microsecond=0)
        claims = {
            "iss": _ISSUER,
            "aud": _AUDIENCE,
            "sub": str(staff_id),
            "sid": str(session_id),
            "jti": secrets.token_urlsafe(12),
            "iat": int(now.timestamp()),
            "exp": int(expires_at.timestamp()),
        }
        return jwt.encode(claims, self._access_key, algorithm=_ALGORITHM), expires_at

    def read_access(self, token: str) -> AccessClaims:
        """Raises UnauthenticatedError for a token that is not ours or whose time is over."""
        try:
            claims = jwt.decode(
                token,
                self._access_key,
                algorithms=[_ALGORITHM],
                issuer=_ISSUER,
                audience=_AUDIENCE,
                leeway=_CLOCK_DIFFERENCE,
                options={"require": _REQUIRED},
            )
            return AccessClaims(staff_id=int(claims["sub"]), session_id=int(claims["sid"]))
        except (jwt.InvalidTokenError, ValueError, UnicodeError) as error:
            raise UnauthenticatedError("The access token is not valid.") from error

    def issue_challenge(self, staff_id: int, password_changed_at: datetime, now: datetime) -> tuple[str, datetime]:
        """What the second factor is given with, and when it ends."""
        expires_at = (now + CHALLENGE_LIFETIME).replace(microsecond=0)
        claims = {
            "iss": _ISSUER,
            "aud": _SECOND_FACTOR,
            "sub": str(staff_id),
            "pwd": _microseconds(password_changed_at),
            "iat": int(now.timestamp()),
            "exp": int(expires_at.timestamp()),
        }
        return jwt.encode(claims, self._challenge_key, algorithm=_ALGORITHM), expires_at

    def read_challenge(self, token: str) -> ChallengeClaims | None:
        """None for a token that is not ours or whose time is over."""
        try:
            claims = jwt.decode(
                token,
                self._challenge_key,
                algorithms=[_ALGORITHM],
                issuer=_ISSUER,
                audience=_SECOND_FACTOR,
                leeway=_CLOCK_DIFFERENCE,
                options={"require": ["exp", "iat", "iss", "aud", "sub", "pwd"]},
            )
            return ChallengeClaims(staff_id=int(claims["sub"]), password_of=int(claims["pwd"]))
        except (jwt.InvalidTokenError, ValueError, UnicodeError):
            return None

    def invitation(self, invitation_id: int) -> str:
        """Always the same for one invitation, so that a repeated request can be answered like the first."""
        body = str(invitation_id)
        return f"{body}.{_sign(self._invitation_key, body)}"

    def first_refresh(self, session_id: int) -> str:
        return self._refresh(RefreshClaims(session_id, 1, secrets.token_urlsafe(24)))

    def next_refresh(self, claims: RefreshClaims) -> str:
        """Always the same for the same claims, so that two tabs that refresh at once get one token."""
        return self._refresh(RefreshClaims(claims.session_id, claims.generation + 1, claims.salt))

    def read_refresh(self, token: str) -> RefreshClaims | None:
        """The claims of a token this shop made, of whatever age; None for any other text."""
        body, _, signature = token.rpartition(".")
        if not _is_signed(self._refresh_key, body, signature):
            return None
        session_id, generation, salt = body.split(".")
        return RefreshClaims(int(session_id), int(generation), salt)

    def issue_csrf(self, session_id: int) -> str:
        body = f"{session_id}.{secrets.token_urlsafe(12)}"
        return f"{body}.{_sign(self._csrf_key, body)}"

    def read_csrf(self, token: str) -> int | None:
        """The session the token was made for; None when it is not ours."""
        body, _, signature = token.rpartition(".")
        if not _is_signed(self._csrf_key, body, signature):
            return None
        return int(body.partition(".")[0])

    def _refresh(self, claims: RefreshClaims) -> str:
        body = f"{claims.session_id}.{claims.generation}.{claims.salt}"
        return f"{body}.{_sign(self._refresh_key, body)}"


def _microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)


def _sign(key: bytes, body: str) -> str:
    return base64.urlsafe_b64encode(hmac.digest(key, _bytes(body), "sha256")).decode().rstrip("=")


def _is_signed(key: bytes, body: str, signature: str) -> bool:
    return hmac.compare_digest(_bytes(_sign(key, body)), _bytes(signature))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
