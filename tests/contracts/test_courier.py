"""The courier's contract: what it delivers, how it gives up, and where it never goes."""

import asyncio
import ssl
import subprocess
from pathlib import Path

import httpcore
import pytest

from core.courier import httpcore_courier
from core.courier.addresses import is_allowed, judge_url
from core.courier.courier import Failure, NotDeliveredError
from core.courier.httpcore_courier import HttpcoreCourier
from core.errors import InvalidInputError
from tests.journeys.server import free_port
from tests.receivers import (
    Manner,
    answers,
    drips,
    floods,
    hangs_up,
    never_ends,
    receiving,
    says_nothing,
    talks_nonsense,
)

SHORT = 0.4
ANY = "0.0.0.0"  # noqa: S104 - an address to be refused


@pytest.fixture
def courier() -> HttpcoreCourier:
    return HttpcoreCourier(private_too=True, longest_seconds=SHORT)


async def failure_of(courier: HttpcoreCourier, url: str) -> Failure:
    with pytest.raises(NotDeliveredError) as caught:
        await courier.post(url, {}, b"{}")
    return caught.value.failure


async def test_what_is_posted_arrives_as_it_was(courier: HttpcoreCourier) -> None:
    async with receiving() as receiver:
        status = await courier.post(receiver.url + "?a=1", {"X-Mark": "one"}, '{"price":"₨ 5"}'.encode())

    assert status == 204
    (request,) = receiver.requests
    assert request.line == "POST /hooks?a=1 HTTP/1.1"
    assert (request.headers["host"], request.headers["x-mark"]) == (f"127.0.0.1:{receiver.port}", "one")
    assert request.body == '{"price":"₨ 5"}'.encode()


@pytest.mark.parametrize("status", [200, 299, 301, 400, 410, 500])
async def test_every_status_is_an_answer(courier: HttpcoreCourier, status: int) -> None:
    async with receiving(answers(status)) as receiver:
        assert await courier.post(receiver.url, {}, b"{}") == status


async def test_a_redirect_is_not_followed(courier: HttpcoreCourier) -> None:
    async with receiving() as elsewhere, receiving(answers(307, f"Location: {elsewhere.url}")) as receiver:
        assert await courier.post(receiver.url, {}, b"{}") == 307

    assert elsewhere.requests == []


@pytest.mark.parametrize("manner", [never_ends, floods])
async def test_who_says_200_has_it_whatever_else_they_send(courier: HttpcoreCourier, manner: Manner) -> None:
    async with receiving(manner) as receiver:
        async with asyncio.timeout(5):
            assert await courier.post(receiver.url, {}, b"{}") == 200


@pytest.mark.parametrize(
    ("manner", "failure"),
    [
        (says_nothing, Failure.TIMED_OUT),
        (drips, Failure.TIMED_OUT),
        (hangs_up, Failure.NOT_HTTP),
        (talks_nonsense, Failure.NOT_HTTP),
    ],
)
async def test_who_does_not_answer_is_given_up_in_time(
    courier: HttpcoreCourier, manner: Manner, failure: Failure
) -> None:
    async with receiving(manner) as receiver:
        assert await failure_of(courier, receiver.url) is failure


async def test_where_nobody_listens_nothing_is_delivered(courier: HttpcoreCourier) -> None:
    assert await failure_of(courier, f"http://127.0.0.1:{free_port()}/") is Failure.CONNECTION_FAILED


async def test_a_name_without_an_address_is_told(courier: HttpcoreCourier) -> None:
    assert await failure_of(courier, "http://nobody.invalid/") is Failure.NAME_NOT_FOUND


async def test_a_certificate_that_nobody_vouches_for_is_refused(courier: HttpcoreCourier, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    _make_certificate(key, certificate)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]

    assert await failure_of(courier, f"https://127.0.0.1:{port}/") is Failure.TLS_FAILED
    server.close()


def _make_certificate(key: Path, certificate: Path) -> None:
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )


# --- Where it never goes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "2130706433", "127.1", ANY, "[::ffff:7f00:1]"])
async def test_ones_own_machine_is_not_gone_to_under_any_name(host: str) -> None:
    async with receiving() as receiver:
        url = f"http://{host}:{receiver.port}/"

        assert await failure_of(HttpcoreCourier(), url) is Failure.ADDRESS_NOT_ALLOWED

    assert receiver.requests == []


async def test_the_address_that_was_judged_is_the_one_that_is_gone_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means a public address when it is judged and a private one a moment later."""
    looked_up, gone_to = [], []

    async def look_up(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["93.184.216.34"] if len(looked_up) == 1 else ["127.0.0.1"]

    async def connect(_self: object, host: str, *_: object, **__: object) -> None:
        gone_to.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr(httpcore_courier, "_addresses", look_up)
    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect)
    courier = HttpcoreCourier()

    first = await failure_of(courier, "http://rebinding.example/")
    second = await failure_of(courier, "http://rebinding.example/")

    assert (first, second) == (Failure.CONNECTION_FAILED, Failure.ADDRESS_NOT_ALLOWED)
    assert looked_up == ["rebinding.example"] * 2
    assert gone_to == ["93.184.216.34"]


async def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async def look_up(host: str, port: int) -> list[str]:
        return ["93.184.216.34", "10.0.0.1"]

    monkeypatch.setattr(httpcore_courier, "_addresses", look_up)

    assert await failure_of(HttpcoreCourier(), "http://mixed.example/") is Failure.ADDRESS_NOT_ALLOWED


@pytest.mark.parametrize(
    "address",
    [
        *(ANY, "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1"),
        *("192.168.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
        *("64:ff9b:1::1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "fc00::1", "fe80::1%eth0"),
        *("fec0::1", "ff02::1", "2001:db8::1"),
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_allowed(address, private_too=False)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_a_public_address_is_allowed(address: str) -> None:
    assert is_allowed(address, private_too=False)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.0.0.1", "192.168.1.1", "fc00::1", "::ffff:127.0.0.1"])
def test_ones_own_network_can_be_opened(address: str) -> None:
    assert is_allowed(address, private_too=True)


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "224.0.0.1", ANY, "255.255.255.255", "fe80::1", "ff02::1", "64:ff9b::a9fe:a9fe"],
)
def test_some_addresses_stay_closed_even_then(address: str) -> None:
    assert not is_allowed(address, private_too=True)


@pytest.mark.parametrize(
    "url",
    [
        *("", "example.com", "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "javascript:1"),
        *("http://", "https:///path", "http://user@example.com/", "http://user:secret@example.com/"),
        *("http://example.com:22/", "http://example.com:0/", "http://example.com:65536/", "http://example.com:x/"),
        *("http://example.com/#there", "http://exa mple.com/", "http://example.com/\n", "http://example.com\\@b/"),
        *("http://пример.example/", "http://[::1/", "http://localhost/", "http://a.localhost./", "http://10.0.0.1/"),
        "http://example.com/" + "x" * 2000,
    ],
)
def test_what_is_no_address_for_a_webhook_is_refused(url: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        judge_url(url, private_too=False)

    assert refused.value.field == "url"


@pytest.mark.parametrize(
    "url", ["https://example.com/hooks?key=1", "http://example.com:8080", "https://example.com:443/", "http://1.1.1.1/"]
)
def test_an_address_of_the_web_is_accepted(url: str) -> None:
    judge_url(url, private_too=False)
