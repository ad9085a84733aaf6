"""A shop whose files lie at Cloudinary: the proof of an order goes there, and staff see it through the shop alone."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import httpx
import pytest

from core.embedded_postgres import EmbeddedPostgres
from tests.cloudinary_stand_in import API_SECRET, CloudinaryStandIn, Misbehaviour, cloudinary
from tests.journeys.chat import Customer, Thing, linked_number
from tests.journeys.conftest import NEVER_LOGGED, make_quick
from tests.journeys.sale import order_something, show_proof
from tests.journeys.server import Server
from tests.pictures import png

PROOF = """
query Proof($id: ID!) { node(id: $id) { ... on Order { proofs { media { url contentType byteSize } } } } }
"""


@pytest.fixture(scope="module")
def stand_in() -> Iterator[CloudinaryStandIn]:
    with cloudinary() as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def stopped_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Each test starts it with the store it wants; what was kept before stays."""
    server = Server(tmp_path_factory.mktemp("cloudinary") / "data")
    yield server
    if server.process is not None:
        server.kill()
    EmbeddedPostgres(server.data / "postgres").stop_if_abandoned()


@asynccontextmanager
async def customer_of(server: Server) -> AsyncIterator[Customer]:
    await make_quick(server)
    async with server.api() as api, linked_number(api) as number:
        yield number.customer()


async def shown_proof(customer: Customer, picture: bytes) -> Thing:
    """The file of a proof, as staff see it."""
    await order_something(customer)
    order = await show_proof(customer, picture)
    return dict((await customer.number.ask(PROOF, id=order["id"]))["node"]["proofs"][0]["media"])


async def test_proofs_go_to_the_cloud_and_are_seen_through_the_shop(
    stopped_server: Server, stand_in: CloudinaryStandIn
) -> None:
    server, before, picture = stopped_server, png(), png(seed=2)
    server.environment = {}
    server.start()
    async with customer_of(server) as customer:
        at_home = (await shown_proof(customer, before))["url"]
    assert server.stop() == 0

    server.environment = stand_in.environment
    server.start()
    async with customer_of(server) as customer:
        url = (await shown_proof(customer, picture))["url"]
        async with httpx.AsyncClient(base_url=server.url) as browser:
            shown = await browser.get(url)
            part = await browser.get(url, headers={"range": "bytes=0-7"})
            older = await browser.get(at_home)
            stand_in.next.extend([Misbehaviour(503)] * 3)
            away = await browser.get(url)

    assert set(stand_in.files.values()) == {picture}  # as the simulator was given it, and as it came to the shop
    assert {(resource_type, kind) for resource_type, kind, _ in stand_in.files} == {("raw", "authenticated")}
    assert url.startswith("/media/")
    assert (shown.status_code, shown.content, shown.headers["content-type"]) == (200, picture, "image/png")
    assert (part.status_code, part.content) == (206, picture[:8])
    assert (older.status_code, older.content) == (200, before)
    assert (away.status_code, away.json()["errors"][0]["extensions"]["code"]) == (503, "MEDIA_STORE_UNAVAILABLE")
    assert server.stop() == 0
    log = server.log.read_text(encoding="utf-8")
    assert [word for word in (API_SECRET, "signature=", *NEVER_LOGGED) if word in log] == []


def test_the_doctor_tries_the_store(stopped_server: Server, stand_in: CloudinaryStandIn) -> None:
    server = stopped_server
    server.environment = stand_in.environment
    kept = dict(stand_in.files)

    good = server.command("doctor")
    server.environment = {**stand_in.environment, "CLOUDINARY_API_SECRET": "another"}
    bad = server.command("doctor")

    assert "ok   files are kept by the store “cloudinary”" in good.stdout
    assert "BAD  files are kept by the store “cloudinary”" in bad.stdout
    assert "Cloudinary answered 401. Check CLOUDINARY_URL" in bad.stdout
    assert "another" not in bad.stdout
    assert "random_page_cost" not in good.stdout  # the PostgreSQL that Parley brings is set up for it
    assert stand_in.files == kept
