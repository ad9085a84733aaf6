"""Setting up one's authenticator app, confirming it, and giving it up."""

from dataclasses import dataclass

from core import audit
from core.audit import Actor
from core.auth import Auth
from core.database import Database
from core.errors import ConflictError
from core.settings import Settings
from core.staff_records import locked_staff, note_staff
from core.totp import GivenCode, TotpNotEnabledError, forget, new_recovery_codes
from models.staff import RecoveryCode, Staff


class TotpAlreadyEnabledError(ConflictError):
    code = "TOTP_ALREADY_ENABLED"

    def __init__(self) -> None:
        super().__init__("The second factor is on already; give it up first.")


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Both say the same, one for people and one for a QR code; they are never shown again."""

    secret: str
    uri: str


class SecondFactors:
    """Each method is for the person's own; wrong passwords and codes count as failed sign-ins."""

    def __init__(self, database: Database, auth: Auth, settings: Settings) -> None:
        self._database = database
        self._auth = auth
        self._settings = settings

    async def enrol(self, staff_id: int, password: str, actor: Actor, *, address: str) -> Enrolment:
        """Nothing changes at sign-in until a code of the app confirms it. Raises TotpAlreadyEnabledError."""
        await self._auth.prove(staff_id, password, address=address)
        settings = await self._settings.read()
        async with self._database.unit_of_work() as work:
            staff = await locked_staff(staff_id)
            if staff.totp_enabled_at is not None:
                raise TotpAlreadyEnabledError
            secret, uri = self._auth.second_factor.give_secret(staff, issuer=settings.business_name)
            await staff.save(update_fields=["totp_ciphertext", "totp_key_id", "totp_enabled_at", "totp_last_step"])
            await audit.record(work, actor, "staff.enrol_totp", "staff", staff_id)
        return Enrolment(secret, uri)

    async def confirm(self, staff_id: int, code: str, actor: Actor, *, address: str) -> list[str]:
        """On from now on; the recovery codes. Raises InvalidCodeError, TotpAlreadyEnabledError."""
        async with self._auth.guessing_code(staff_id, address), self._database.unit_of_work() as work:
            staff = await locked_staff(staff_id)
            if staff.totp_enabled_at is not None:
                raise TotpAlreadyEnabledError
            self._auth.second_factor.use_app_code(staff, code, work.now)
            staff.totp_enabled_at = work.now
            await staff.save(update_fields=["totp_enabled_at", "totp_last_step"])
            codes = await new_recovery_codes(work, staff_id)
            await audit.record(work, actor, "staff.enable_totp", "staff", staff_id)
            note_staff(work, staff)
        return codes

    async def disable(self, staff_id: int, password: str, given: GivenCode, actor: Actor, *, address: str) -> Staff:
        """Raises InvalidCredentialsError, InvalidCodeError or TotpNotEnabledError."""
        given.judge()
        await self._auth.prove(staff_id, password, address=address)
        async with self._auth.guessing_code(staff_id, address), self._database.unit_of_work() as work:
            staff = await _enabled(staff_id)
            await self._auth.second_factor.use(work, staff, given)
            await forget(staff)
            await audit.record(work, actor, "staff.disable_totp", "staff", staff_id)
            note_staff(work, staff)
        return staff

    async def new_codes(
        self, staff_id: int, password: str, given: GivenCode, actor: Actor, *, address: str
    ) -> list[str]:
        """They replace the ones before. Raises as `disable` does."""
        given.judge()
        await self._auth.prove(staff_id, password, address=address)
        async with self._auth.guessing_code(staff_id, address), self._database.unit_of_work() as work:
            staff = await _enabled(staff_id)
            await self._auth.second_factor.use(work, staff, given)
            codes = await new_recovery_codes(work, staff_id)
            await audit.record(work, actor, "staff.new_recovery_codes", "staff", staff_id)
        return codes

    async def reseal(self) -> int:
        """Under the current secret, what another sealed; how many."""
        resealed = 0
        for staff_id in await Staff.filter(totp_key_id__isnull=False).values_list("id", flat=True):
            async with self._database.unit_of_work():
                staff = await locked_staff(int(str(staff_id)))
                if self._auth.second_factor.reseal(staff):
                    await staff.save(update_fields=["totp_ciphertext", "totp_key_id"])
                    resealed += 1
        return resealed

    async def codes_left(self, staff_id: int) -> int:
        return await RecoveryCode.filter(staff_id=staff_id, used_at__isnull=True).count()


async def _enabled(staff_id: int) -> Staff:
    staff = await locked_staff(staff_id)
    if staff.totp_enabled_at is None:
        raise TotpNotEnabledError
    return staff
