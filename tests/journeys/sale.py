"""What customers write in each language, and the way of a sale that every journey begins with."""

from dataclasses import dataclass

from tests.journeys.chat import Customer, Thing
from tests.pictures import png


@dataclass(frozen=True, slots=True)
class Tongue:
    """A way to say hello, to ask what there is, and to agree; `greeting` is the sentence that answers the hello."""

    hello: str
    browse: str
    yes: str
    greeting: str = "greeting"


TONGUES = {
    "en": Tongue("Hi there, good morning", "What do you offer?", "yes please"),
    "ur": Tongue("السلام علیکم", "آپ کے پاس کیا کیا ہے؟", "جی ہاں", greeting="greeting_salam"),
    "ur-Latn": Tongue("Assalam o alaikum, kya hal hai?", "Aap ke paas kya kya hai?", "ji haan", "greeting_salam"),
    "ar": Tongue("السلام عليكم، صباح الخير", "ماذا لديكم من خدمات؟", "نعم", greeting="greeting_salam"),
    "es": Tongue("Hola, buenos días", "¿Qué servicios tienen?", "sí, por favor"),
}

# The first package of the first service of the sample data, as its numbers in the menus.
FIRST_SERVICE, FIRST_PACKAGE = "1", "1"
YES = TONGUES["en"].yes


async def order_something(customer: Customer, *, service: str = FIRST_SERVICE, package: str = FIRST_PACKAGE) -> Thing:
    """An order that waits for its money. In English."""
    before = len(await customer.orders())
    for text in ("menu", service, package, YES, YES):
        await customer.asks(text)
    orders = await customer.orders()
    assert len(orders) == before + 1
    return orders[-1]


async def show_proof(customer: Customer, picture: bytes | None = None) -> Thing:
    """The order whose payment the customer just showed."""
    start = len(customer.number.watch.seen["orderChanged"])
    await customer.sends(picture or png(), "image/png")
    await customer.hears()
    event = await customer.number.watch.until(
        "orderChanged", lambda told: told["order"]["customer"]["lid"] == customer.lid, start=start
    )
    return dict(event["order"])


async def order_and_pay(customer: Customer) -> Thing:
    """An order whose proof waits for a person."""
    await order_something(customer)
    return await show_proof(customer)


def steps(order: Thing) -> list[tuple[str, str | None, str]]:
    """Who moved it, from where, and where to."""
    return [(step["actor"], step["fromStatus"], step["toStatus"]) for step in order["actions"]]
