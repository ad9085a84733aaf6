"""WhatsApp numbers, and the simulated network around one."""

from datetime import timedelta

from core import clock
from models.accounts import AccountStatus, WhatsappAccount
from tests.graph.mutations.calls import Call, Failure, on, plain
from tests.graph.mutations.scene import Input, Scene, id_of

SOMEBODY = "923001234567@lid"


async def _connecting(scene: Scene) -> WhatsappAccount:
    account = await scene.account()
    await scene.do("whatsappAccountConnect", {"id": id_of(account)})
    return account


async def _by_its_name(scene: Scene) -> Input:
    account = await scene.account()
    return {"id": id_of(account), "name": account.name}


async def _banned(scene: Scene) -> Input:
    account = await scene.account()
    await WhatsappAccount.filter(id=account.id).update(
        status=AccountStatus.BANNED, banned_until=clock.now() + timedelta(days=1)
    )
    return {"id": id_of(account)}


async def _banned_that_wants_a_code(scene: Scene) -> Input:
    return {**await _banned(scene), "phone": "+92 300 1234567"}


async def _name_of_another(scene: Scene) -> Input:
    return {"name": (await scene.account()).name}


async def _renamed_as_another(scene: Scene) -> Input:
    taken = await scene.account()
    return {"id": id_of(await scene.account()), "changes": {"name": taken.name}}


async def _message_of_somebody(scene: Scene) -> Input:
    account = id_of(await scene.account())
    sent = await scene.do("simulatorMessageSend", {"accountId": account, "lid": SOMEBODY, "text": "Salam"})
    return {"accountId": account, "lid": SOMEBODY, "whatsappId": sent["whatsappId"]}


async def _edited_message(scene: Scene) -> Input:
    return {**await _message_of_somebody(scene), "text": "Salam!"}


async def _shown_code(scene: Scene) -> Input:
    account = await _connecting(scene)
    await WhatsappAccount.filter(id=account.id).update(
        qr_code="the code", qr_expires_at=clock.now() + timedelta(minutes=1)
    )
    return {"accountId": id_of(account), "code": "the code"}


async def _accepted_message(scene: Scene) -> Input:
    account = await scene.account()
    await scene.shop.simulator.deliver(
        account.id,
        {"type": "accepted", "whatsapp_id": "SIM1", "chat": SOMEBODY, "text": "Hello", "at": clock.now().isoformat()},
    )
    return {"accountId": id_of(account), "whatsappIds": ["SIM1"], "kind": "READ"}


async def _with_a_file_that_never_came(scene: Scene) -> Input:
    upload = await scene.upload("PROOF")
    return {"accountId": id_of(await scene.account()), "lid": SOMEBODY, "kind": "IMAGE", "uploadId": upload}


CALLS = {
    "whatsappAccountCreate": Call(plain(name="Shop")),
    "whatsappAccountUpdate": Call(on(Scene.account, changes={"name": "Front desk"})),
    "whatsappAccountMakeDefault": Call(on(Scene.account)),
    "whatsappAccountConnect": Call(on(Scene.account)),
    "whatsappAccountRequestPairingCode": Call(on(Scene.account, phone="+92 300 1234567")),
    "whatsappAccountDisconnect": Call(on(_connecting)),
    "whatsappAccountLogOut": Call(on(_connecting)),
    "whatsappAccountDelete": Call(_by_its_name),
    "simulatorMessageSend": Call(on(Scene.account, "accountId", lid=SOMEBODY, text="Salam"), is_audited=False),
    "simulatorMessageEdit": Call(_edited_message, is_audited=False),
    "simulatorMessageRevoke": Call(_message_of_somebody, is_audited=False),
    "simulatorTypingSend": Call(on(Scene.account, "accountId", lid=SOMEBODY), is_audited=False),
    "simulatorReceiptSend": Call(_accepted_message, is_audited=False),
    "simulatorQrScan": Call(_shown_code, is_audited=False),
    "simulatorConnectionChange": Call(on(Scene.account, "accountId", change="DROP"), is_audited=False),
}

FAILURES = {
    ("whatsappAccountCreate", "InvalidInputError"): Failure(plain(name=" "), "INVALID_INPUT", ("name",)),
    ("whatsappAccountCreate", "ConflictError"): Failure(_name_of_another, "ACCOUNT_NAME_TAKEN", ("name",)),
    ("whatsappAccountUpdate", "ConflictError"): Failure(_renamed_as_another, "ACCOUNT_NAME_TAKEN", ("changes", "name")),
    ("whatsappAccountConnect", "ConflictError"): Failure(_banned, "ACCOUNT_BANNED"),
    ("whatsappAccountRequestPairingCode", "ConflictError"): Failure(_banned_that_wants_a_code, "ACCOUNT_BANNED"),
    ("simulatorMessageSend", "ConflictError"): Failure(
        _with_a_file_that_never_came, "UPLOAD_NOT_FINISHED", ("uploadId",)
    ),
}
