"""Who may do what: permissions, the roles and scopes that bring them, and the caller who has them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.audit import Actor
from core.errors import ForbiddenError, InvalidInputError, UnauthenticatedError
from models.orders import ActorKind
from models.staff import StaffRole


class Permission(StrEnum):
    """A right. Those named NAME:read and NAME:write of the first block are also the scopes of API keys."""

    CATALOG_READ = "catalog:read"
    CATALOG_WRITE = "catalog:write"
    ORDERS_READ = "orders:read"
    ORDERS_WRITE = "orders:write"
    CONVERSATIONS_READ = "conversations:read"
    CONVERSATIONS_WRITE = "conversations:write"
    CUSTOMERS_READ = "customers:read"
    CUSTOMERS_WRITE = "customers:write"
    ACCOUNTS_READ = "accounts:read"
    ACCOUNTS_WRITE = "accounts:write"
    REPORTS_READ = "reports:read"
    REPORTS_WRITE = "reports:write"
    EVENTS_READ = "events:read"
    EVENTS_WRITE = "events:write"

    ORDERS_REFUND = "orders:refund"
    PAYMENTS_READ = "payments:read"  # the methods, without their account numbers
    PAYMENT_NUMBERS_READ = "payments:numbers"
    PAYMENTS_WRITE = "payments:write"
    STAFF_READ = "staff:read"
    STAFF_MANAGE = "staff:manage"
    OWNERS_MANAGE = "owners:manage"
    PROVIDERS_READ = "providers:read"
    PROVIDERS_WRITE = "providers:write"
    SETTINGS_READ = "settings:read"
    SETTINGS_WRITE = "settings:write"
    KNOWLEDGE_READ = "knowledge:read"  # templates, prompts and the FAQ
    KNOWLEDGE_WRITE = "knowledge:write"
    SCENARIOS_READ = "scenarios:read"  # of the conversation lab
    SCENARIOS_WRITE = "scenarios:write"
    INTEGRATIONS_MANAGE = "integrations:manage"
    AUDIT_READ = "audit:read"
    SIMULATOR_USE = "simulator:use"
    CUSTOMERS_ERASE = "customers:erase"  # and the archive of all that is held of one
    NOTICES_READ = "notices:read"
    NOTICES_WRITE = "notices:write"
    SELF_MANAGE = "self:manage"
    INTROSPECT = "schema:introspect"


_EVERYTHING = frozenset(Permission)

ROLE_PERMISSIONS: dict[StaffRole, frozenset[Permission]] = {
    StaffRole.OWNER: _EVERYTHING,
    StaffRole.ADMIN: _EVERYTHING - {Permission.OWNERS_MANAGE},
    StaffRole.AGENT: frozenset(
        {
            Permission.CATALOG_READ,
            Permission.ORDERS_READ,
            Permission.ORDERS_WRITE,
            Permission.CONVERSATIONS_READ,
            Permission.CONVERSATIONS_WRITE,
            Permission.CUSTOMERS_READ,
            Permission.CUSTOMERS_WRITE,
            Permission.ACCOUNTS_READ,
            Permission.EVENTS_READ,
            Permission.PAYMENTS_READ,
            Permission.PAYMENT_NUMBERS_READ,
            Permission.STAFF_READ,
            Permission.SETTINGS_READ,
            Permission.KNOWLEDGE_READ,
            Permission.PROVIDERS_READ,
            Permission.SIMULATOR_USE,
            Permission.NOTICES_READ,
            Permission.NOTICES_WRITE,
            Permission.SELF_MANAGE,
            Permission.INTROSPECT,
        }
    ),
    StaffRole.VIEWER: frozenset(
        {
            Permission.CATALOG_READ,
            Permission.ORDERS_READ,
            Permission.CONVERSATIONS_READ,
            Permission.CUSTOMERS_READ,
            Permission.ACCOUNTS_READ,
            Permission.REPORTS_READ,
            Permission.EVENTS_READ,
            Permission.PAYMENTS_READ,
            Permission.STAFF_READ,
            Permission.SETTINGS_READ,
            Permission.KNOWLEDGE_READ,
            Permission.PROVIDERS_READ,
            Permission.SCENARIOS_READ,
            Permission.NOTICES_READ,
            Permission.SELF_MANAGE,
            Permission.INTROSPECT,
        }
    ),
}

EVERY_SCOPE = "*"
_SCOPE_NAMES = ("catalog", "orders", "conversations", "customers", "accounts", "reports", "events")
SCOPES: tuple[str, ...] = (
    EVERY_SCOPE,
    *(f"{name}:{way}" for name in _SCOPE_NAMES for way in ("read", "write")),
)

# A key has no password, no sessions and nothing it has seen; and it makes no people, who may do what no key may.
_EVERY_SCOPE_BRINGS = _EVERYTHING - {Permission.SELF_MANAGE, Permission.STAFF_MANAGE, Permission.OWNERS_MANAGE}

# What a scope brings besides the permission of its own name and, for a write scope, the reading of the same things:
# a mutation answers with what it changed.
_SCOPE_EXTRAS: dict[str, frozenset[Permission]] = {
    "orders:read": frozenset({Permission.PAYMENTS_READ}),
    "orders:write": frozenset({Permission.PAYMENTS_READ}),
    "accounts:write": frozenset({Permission.SIMULATOR_USE}),
}


def permissions_of_scopes(scopes: list[str]) -> frozenset[Permission]:
    """Raises InvalidInputError for a scope that does not exist."""
    for scope in scopes:
        if scope not in SCOPES:
            raise InvalidInputError(f"There is no scope “{scope}”; choose from {', '.join(SCOPES)}.", field="scopes")
    if EVERY_SCOPE in scopes:
        return _EVERY_SCOPE_BRINGS
    permissions = {Permission.INTROSPECT}
    for scope in scopes:
        permissions |= {Permission(scope), Permission(scope.replace(":write", ":read"))}
        permissions |= _SCOPE_EXTRAS.get(scope, frozenset())
    return frozenset(permissions)


class CallerKind(StrEnum):
    ANONYMOUS = "ANONYMOUS"
    STAFF = "STAFF"
    API_KEY = "API_KEY"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. `label` tells callers apart in logs and idempotency keys: "staff:3", "api_key:7", "anonymous"."""

    kind: CallerKind
    label: str
    permissions: frozenset[Permission]
    name: str = ""
    staff_id: int | None = None
    session_id: int | None = None
    role: StaffRole | None = None
    api_key_id: int | None = None
    expires_at: datetime | None = None

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def demand(self, permission: Permission) -> None:
        """Raises UnauthenticatedError for the anonymous, ForbiddenError for whom the permission is missing."""
        if permission in self.permissions:
            return
        if self.kind is CallerKind.ANONYMOUS:
            raise UnauthenticatedError("Sign in first.")
        raise ForbiddenError(f"This needs the permission “{permission}”.", permission=permission.value)

    def actor(self, request_id: str | None) -> Actor:
        """Raises UnauthenticatedError for the anonymous, who change nothing."""
        match self.kind:
            case CallerKind.STAFF:
                return Actor(ActorKind.STAFF, staff_id=self.staff_id, request_id=request_id)
            case CallerKind.API_KEY:
                return Actor(ActorKind.API_KEY, api_key_id=self.api_key_id, request_id=request_id)
            case CallerKind.ANONYMOUS:
                raise UnauthenticatedError("Sign in first.")


ANONYMOUS = Caller(CallerKind.ANONYMOUS, "anonymous", frozenset())
