"""The control door: another process drives the fake server through it."""

import sys
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator

import pytest

from tests.fake_whatsapp.control import Control, ControlDoor, ControlError
from tests.fake_whatsapp.running import quick_folder, running
from tests.fake_whatsapp.server import FakeWhatsApp

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the ELF library and /proc")

SHOP, BOB = "+92 300 1112233", "+92 333 4445566"


@pytest.fixture
async def whatsapp() -> AsyncIterator[FakeWhatsApp]:
    async with FakeWhatsApp() as server:
        yield server


@pytest.fixture
async def control(whatsapp: FakeWhatsApp) -> AsyncIterator[Control]:
    async with ControlDoor(whatsapp) as door, Control(door.url) as control:
        yield control


async def test_a_whole_conversation_can_be_driven_from_outside(whatsapp: FakeWhatsApp, control: Control) -> None:
    environment = await control("environment")
    assert environment == {"variables": whatsapp.environment(), "proxy": whatsapp.proxy}
    with quick_folder() as folder:
        async with running(whatsapp, folder) as program:
            await program("connect")
            code = (await program.event("QR"))["code"]
            linked = await control("scan", phone=SHOP, qr=code)
            await control("set_person", person=BOB, name="Bob", addressing="pn", reads=True)
            written = await control("write", person=BOB, phone=SHOP, text="hello")
            await program.message(written["id"])
            answer = await program("reply", text="hi", to=written["id"])
            letters = (await control("letters", person=BOB, seconds=20))["letters"]
            picture = await control(
                "send_file", person=BOB, phone=SHOP, kind="image", content=b64encode(b"picture").decode()
            )
            await program.message(picture["id"])
            assert b64decode(await program("download", message=picture["id"])) == b"picture"
            flood = await control("write", person=BOB, phone=SHOP, text="again", times=20)
            await program.message(flood["ids"][-1])
            state = await control("state")

    assert linked == {"jid": "923001112233:1@s.whatsapp.net"}
    assert [(one["id"], one["text"], one["kind"]) for one in letters] == [(answer, "hi", "extendedTextMessage")]
    assert state["phones"][0]["devices"][0]["is_online"]
    assert [one["name"] for one in state["people"]] == ["Bob"]


async def test_what_cannot_be_done_is_said(control: Control) -> None:
    for command, arguments, said in (
        ("fly", {}, "no command"),
        ("_set", {}, "no command"),
        ("write", {}, "TypeError"),
        ("scan", {"phone": SHOP, "qr": "2@x,y,z,w"}, "Nobody shows this QR code"),
        ("enter_code", {"phone": SHOP, "code": "ABCD-EFGH"}, "Nobody shows a code"),
        ("set_faults", {"weather": True}, "there is no weather"),
    ):
        with pytest.raises(ControlError, match=said):
            await control(command, **arguments)


async def test_waiting_for_what_does_not_come_ends_empty(control: Control) -> None:
    assert await control("letters", person=BOB, seconds=0.05) == {"letters": []}
