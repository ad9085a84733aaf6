"""The table of rights in words: what docs/rights.md says, made of core/permissions.py by `make schema`."""

from core.permissions import ROLE_PERMISSIONS, SCOPES, Permission, permissions_of_scopes
from models.staff import StaffRole

# By their names in the API, so that a right is described where it is added or a test says so.
MEANINGS: dict[str, str] = {
    "catalog:read": "Read services and packages.",
    "catalog:write": "Make, change, order, publish and delete services and packages; import them.",
    "orders:read": "Read orders, their steps, proofs, notes and refunds.",
    "orders:write": "Approve and reject payments, cancel, complete, take notes.",
    "conversations:read": "Read chats and messages.",
    "conversations:write": "Write to customers, take chats over and back, assign, tag, take notes; replay turns.",
    "customers:read": "Read customers.",
    "customers:write": "Change, block and merge customers.",
    "accounts:read": "Read WhatsApp numbers and their state.",
    "accounts:write": "Make, link, change and delete WhatsApp numbers.",
    "reports:read": "Read reports.",
    "reports:write": "Reserved: nothing needs it yet.",
    "events:read": "Read the log of events and follow it.",
    "events:write": "Reserved: nothing needs it yet.",
    "orders:refund": "Write down that money was given back.",
    "payments:read": "Read the ways to pay, without their account numbers.",
    "payments:numbers": "Read the account numbers of the ways to pay.",
    "payments:write": "Change the ways to pay; whom customers pay also takes the person's password.",
    "staff:read": "Read who works here.",
    "staff:manage": "Invite, change roles, let people go and come back, end sessions, take away lost second factors.",
    "owners:manage": "The same of owners.",
    "providers:read": "Read the AI providers, their limits and their use; never their keys.",
    "providers:write": "Make, change and delete AI providers, and set their keys.",
    "settings:read": "Read the settings of the shop.",
    "settings:write": "Change the settings of the shop.",
    "knowledge:read": "Read message templates, prompts and answers.",
    "knowledge:write": "Change message templates, prompts and answers.",
    "scenarios:read": "Read the scenarios of the conversation lab, and how their runs went.",
    "scenarios:write": "Make, change, delete and run scenarios; a run may ask AI providers, which costs.",
    "integrations:manage": "Make and revoke API keys and webhooks.",
    "audit:read": "Read the audit log.",
    "simulator:use": "Be a simulated customer.",
    "customers:erase": "Hand over or erase all that is held of one customer.",
    "notices:read": "Read notices.",
    "notices:write": "Resolve notices for everybody.",
    "self:manage": "One's own password, sessions, second factor and seen notices; no API key has any.",
    "schema:introspect": "Ask the API what it offers.",
}

_HEAD = """# Rights

Written by `make schema` from `core/permissions.py`; change that and not this. Which right a field, a mutation or a
subscription needs stands at the end of its description in the schema: “Needs `…`.” `viewer { can }` tells callers
what they have. `tests/graph/test_rights.py` asks for every field as everybody in these tables.
"""

_ROLES = """
## Roles of staff

OWNER may do everything, ADMIN everything but what concerns owners.
"""

_SCOPES = """
## Scopes of API keys

A scope that writes also reads the same things, because a mutation answers with what it changed. No key makes people or
changes whom customers pay.
"""


def as_markdown() -> str:
    roles = list(StaffRole)
    by_role = [
        [f"`{right}`", MEANINGS[right], *("yes" if right in ROLE_PERMISSIONS[role] else "" for role in roles)]
        for right in Permission
    ]
    by_scope = [[f"`{scope}`", _named(permissions_of_scopes([scope]))] for scope in SCOPES]
    return "\n".join(
        [
            _HEAD + _ROLES,
            *_table(["Right", "What it is for", *(role.value for role in roles)], by_role),
            _SCOPES,
            *_table(["Scope", "Rights"], by_scope),
            "",
        ]
    )


def _named(rights: frozenset[Permission]) -> str:
    missing = [right for right in Permission if right not in rights]
    if len(missing) < len(rights):
        return "all but " + ", ".join(f"`{right}`" for right in missing)
    return ", ".join(f"`{right}`" for right in Permission if right in rights)


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
