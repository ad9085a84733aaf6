"""The second factor: codes of an authenticator app, each good once, and recovery codes for when it is lost."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime

import pyotp

from core.database import UnitOfWork
from core.errors import ConflictError, InvalidInputError
from core.passwords import InvalidCredentialsError
from core.tokens import fingerprint
from core.vault import Sealed, Vault
from models.staff import RecoveryCode, Staff

STEP_SECONDS = 30
RECOVERY_CODES = 10

# Clocks of phones differ: the code before and the one after are good too.
_DRIFT = (-1, 0, 1)
_PURPOSE = "totp"
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_GROUPS, _GROUP = 4, 4  # 80 bits: a plain hash of it is safe


class InvalidCodeError(InvalidCredentialsError):
    """Wrong, used already, or of another time; it does not say which."""

    code = "INVALID_CODE"


class TotpNotEnabledError(ConflictError):
    code = "TOTP_NOT_ENABLED"

    def __init__(self, *, field: str | None = None) -> None:
        super().__init__("The second factor is not on.", field=field)


@dataclass(frozen=True, slots=True)
class GivenCode:
    """One of the two; who gives both or none is told so."""

    app: str | None = None
    recovery: str | None = None

    def judge(self) -> None:
        """Raises InvalidInputError."""
        if (self.app is None) == (self.recovery is None):
            raise InvalidInputError("Give the app's code or a recovery code.", field="code")


class SecondFactor:
    """Everything here works on a staff row that is locked, so that no code counts twice."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def give_secret(self, staff: Staff, *, issuer: str) -> tuple[str, str]:
        """Seals a new secret into the row; the secret and its otpauth URI, which are never shown again."""
        secret = pyotp.random_base32()
        sealed = self._vault.seal(secret.encode(), purpose=_PURPOSE, context=_context(staff))
        staff.totp_ciphertext, staff.totp_key_id = sealed.ciphertext, sealed.key_id
        staff.totp_enabled_at = staff.totp_last_step = None
        return secret, pyotp.TOTP(secret).provisioning_uri(name=staff.email, issuer_name=issuer)

    def reseal(self, staff: Staff) -> bool:
        """Seals the secret again when it was under another key than the current; whether the row is to be saved."""
        if staff.totp_key_id is None or not self._vault.needs_resealing(staff.totp_key_id):
            return False
        sealed = self._vault.seal(self._secret(staff).encode(), purpose=_PURPOSE, context=_context(staff))
        staff.totp_ciphertext, staff.totp_key_id = sealed.ciphertext, sealed.key_id
        return True

    def use_app_code(self, staff: Staff, code: str, now: datetime) -> None:
        """The caller saves `totp_last_step`. Raises InvalidCodeError."""
        digits = "".join(code.split())
        step_now = int(now.timestamp()) // STEP_SECONDS
        known = pyotp.TOTP(self._secret(staff))
        for step in (step_now + drift for drift in _DRIFT):
            is_right = hmac.compare_digest(known.generate_otp(step).encode(), digits.encode())
            if is_right and step > (staff.totp_last_step or 0):
                staff.totp_last_step = step
                return
        raise InvalidCodeError("The code is wrong or was used already.", field="code")

    async def use(self, work: UnitOfWork, staff: Staff, given: GivenCode) -> None:
        """Raises InvalidCodeError."""
        if given.recovery is not None:
            await _use_recovery_code(work, staff, given.recovery)
            return
        self.use_app_code(staff, given.app or "", work.now)
        await staff.save(update_fields=["totp_last_step"])

    def _secret(self, staff: Staff) -> str:
        if staff.totp_ciphertext is None or staff.totp_key_id is None:
            raise InvalidCodeError("There is no authenticator app to take a code from.", field="code")
        sealed = Sealed(staff.totp_key_id, bytes(staff.totp_ciphertext))
        return self._vault.open(sealed, purpose=_PURPOSE, context=_context(staff)).decode()


async def new_recovery_codes(work: UnitOfWork, staff_id: int) -> list[str]:
    """They replace those before; nobody is shown them again."""
    await RecoveryCode.filter(staff_id=staff_id).delete()
    codes = [_new_code() for _ in range(RECOVERY_CODES)]
    await RecoveryCode.bulk_create(
        [RecoveryCode(staff_id=staff_id, code_hash=_hash(code), created_at=work.now) for code in codes]
    )
    return codes


async def forget(staff: Staff) -> None:
    """The password alone is enough from now on."""
    staff.totp_ciphertext = staff.totp_key_id = staff.totp_enabled_at = staff.totp_last_step = None
    await staff.save(update_fields=["totp_ciphertext", "totp_key_id", "totp_enabled_at", "totp_last_step"])
    await RecoveryCode.filter(staff_id=staff.id).delete()


async def _use_recovery_code(work: UnitOfWork, staff: Staff, code: str) -> None:
    used = await RecoveryCode.filter(staff_id=staff.id, code_hash=_hash(code), used_at__isnull=True).update(
        used_at=work.now
    )
    if not used:
        raise InvalidCodeError("The recovery code is wrong or was used already.", field="recoveryCode")


def _new_code() -> str:
    letters = (secrets.choice(_ALPHABET) for _ in range(_GROUPS * _GROUP))
    whole = "".join(letters)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def _hash(code: str) -> bytes:
    """However it was typed: small letters, without the dashes, with spaces."""
    return fingerprint("".join(letter for letter in code.upper() if letter.isalnum()))


def _context(staff: Staff) -> str:
    return f"staff:{staff.id}"
