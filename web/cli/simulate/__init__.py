"""`simulate`: a customer's chat in the terminal, through the public API alone."""

from typing import Literal

Language = Literal["en", "ur", "ur-Latn", "ar", "es"]


async def simulate(
    *,
    url: str | None = None,
    key: str | None = None,
    language: Language = "en",
    auto_approve: bool = False,
    script: bool = False,
    phone: str | None = None,
    name: str | None = None,
    account: str = "Simulator",
    patience: float = 30,
) -> int:
    """Be a customer: chat with the shop in this terminal, through the public API.

    Parameters
    ----------
    url
        Where Parley runs; this machine at PORT, or 8000, if unsaid.
    key
        An API key; PARLEY_API_KEY, or the one that `serve --dev` keeps in the data folder, if unsaid.
    language
        The customer's language.
    auto_approve
        Play the staff too: approve the payment as soon as a receipt waits.
    script
        Play a whole sale without being asked anything. So it does anyway where nobody can type.
    phone
        The customer's phone number. Unsaid, a script plays somebody new each time.
    name
        What the customer calls themselves.
    account
        The simulated WhatsApp number of the shop; made and linked where needed.
    patience
        How many seconds a script waits for each answer.
    """
    # The server's own commands need none of what this brings along.
    from web.cli.simulate.run import Wishes, run

    wishes = Wishes(
        url=url,
        key=key,
        language=language,
        approves=auto_approve,
        is_scripted=script,
        phone=phone,
        name=name,
        account=account,
        patience=patience,
    )
    return await run(wishes)
