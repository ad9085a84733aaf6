"""Sealing everything again under the current secret: the one place that knows all that is sealed."""

from core.providers import Providers
from core.second_factor import SecondFactors
from core.webhooks import Webhooks
from core.whatsapp.session_store import SessionStore


async def reseal_everything(
    sessions: SessionStore, second_factors: SecondFactors, webhooks: Webhooks, providers: Providers
) -> dict[str, int]:
    """What was sealed again, and how many of each. Cut off, it goes on where it was. Raises VaultError.

    A column that holds something sealed ends in `ciphertext`; a test finds one that nobody here seals again.
    """
    return {
        "WhatsApp sessions and proxies": await sessions.reseal(),
        "authenticator apps": await second_factors.reseal(),
        "webhook secrets": await webhooks.reseal(),
        "AI keys": await providers.reseal(),
    }
