"""Playing the other side of a simulated number: its customers, its phone, its line."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, assert_never

import strawberry

from core.errors import InvalidInputError
from core.permissions import Permission
from core.uploads import UploadNotFoundError
from graph import ids
from graph.errors import ConflictProblem
from graph.mutations import ASKED, Asked, asked_as, first, mutation
from graph.nodes import Info
from graph.schema import simulator
from graph.schema.accounts import WhatsappAccount
from graph.schema.media import UPLOAD, UploadPurpose
from graph.schema.simulator import SimulatorLineChange, SimulatorMessagePayload, SimulatorPayload


@strawberry.type
class SimulatorMutation:
    @mutation(
        SimulatorMessagePayload,
        may=Permission.SIMULATOR_USE,
        description="A customer writes to a simulated number; from there on all is as with WhatsApp.",
        problems=(ConflictProblem,),
    )
    async def simulator_message_send(
        self, info: Info, asked: Annotated[simulator.SimulatorMessageSendInput, ASKED]
    ) -> SimulatorMessagePayload:
        account = WhatsappAccount.key(asked.account_id, field="accountId")
        detail = _detail(asked)

        async def write() -> dict[str, Any]:
            whatsapp_id = await info.context.shop.simulator.customer_writes(
                account,
                lid=asked.lid or _lid_of(asked.phone),
                phone=asked.phone,
                profile_name=asked.profile_name,
                text=asked.text,
                kind=asked.kind,
                media_id=await _media(info, asked.upload_id),
                whatsapp_id=asked.whatsapp_id,
                quoted=asked.quoted_message_id,
                sent_at=asked.sent_at,
                chat_kind=asked.chat_kind,
                is_from_us=asked.is_from_us,
                is_backlog=asked.is_backlog,
                copies=asked.copies,
                delay_seconds=asked.delay_seconds,
                detail=detail,
            )
            return {"whatsapp_id": whatsapp_id}

        with asked_as({"mediaId": "uploadId"}):
            written = await first(info, asked, write, target="accountId")
        return SimulatorMessagePayload(
            whatsapp_id=written["whatsapp_id"], account=await WhatsappAccount.get(info, account)
        )

    @mutation(
        SimulatorPayload, may=Permission.SIMULATOR_USE, description="A customer changes the words of their message."
    )
    async def simulator_message_edit(
        self, info: Info, asked: Annotated[simulator.SimulatorMessageEditInput, ASKED]
    ) -> SimulatorPayload:
        account = WhatsappAccount.key(asked.account_id, field="accountId")
        return await _play(
            info,
            asked,
            account,
            lambda: info.context.shop.simulator.customer_edits(
                account, lid=asked.lid, whatsapp_id=asked.whatsapp_id, text=asked.text
            ),
        )

    @mutation(SimulatorPayload, may=Permission.SIMULATOR_USE, description="A customer takes their message back.")
    async def simulator_message_revoke(
        self, info: Info, asked: Annotated[simulator.SimulatorMessageRevokeInput, ASKED]
    ) -> SimulatorPayload:
        account = WhatsappAccount.key(asked.account_id, field="accountId")
        return await _play(
            info,
            asked,
            account,
            lambda: info.context.shop.simulator.customer_revokes(account, lid=asked.lid, whatsapp_id=asked.whatsapp_id),
        )

    @mutation(SimulatorPayload, may=Permission.SIMULATOR_USE, description="A customer begins or ceases to type.")
    async def simulator_typing_send(
        self, info: Info, asked: Annotated[simulator.SimulatorTypingSendInput, ASKED]
    ) -> SimulatorPayload:
        account = WhatsappAccount.key(asked.account_id, field="accountId")
        return await _play(
            info,
            asked,
            account,
            lambda: info.context.shop.simulator.customer_types(account, lid=asked.lid, is_typing=asked.is_typing),
        )

    @mutation(
        SimulatorPayload,
        may=Permission.SIMULATOR_USE,
        description="Customers' phones acknowledge messages of a simulated number.",
    )
    async def simulator_receipt_send(
        self, info: Info, asked: Annotated[simulator.SimulatorReceiptSendInput, ASKED]
    ) -> SimulatorPayload:
        account = WhatsappAccount.key(asked.account_id, field="accountId")
        return await _play(
            info,
            asked,
            account,
            lambda: info.context.shop.simulator.receipt(account, asked.whatsapp_ids, asked.kind),
        )

    @mutation(
        SimulatorPayload,
        may=Permission.SIMULATOR_USE,
        description="The phone of a simulated number scans the QR code that is shown now, or its owner types the "
        "pairing code there.",
    )
    async def simulator_qr_scan(
        self, info: Info, asked: Annotated[simulator.SimulatorQrScanInput, ASKED]
    ) -> SimulatorPayload:
        account = WhatsappAccount.key(asked.account_id, field="accountId")
        return await _play(info, asked, account, lambda: info.context.shop.simulator.scan_qr(account, asked.code))

    @mutation(
        SimulatorPayload,
        may=Permission.SIMULATOR_USE,
        description="Something happens to the line of a simulated number.",
    )
    async def simulator_connection_change(
        self, info: Info, asked: Annotated[simulator.SimulatorConnectionChangeInput, ASKED]
    ) -> SimulatorPayload:
        account = WhatsappAccount.key(asked.account_id, field="accountId")
        if asked.until is not None and asked.change not in {SimulatorLineChange.DROP, SimulatorLineChange.BAN}:
            raise InvalidInputError("Only a cut or a ban can end by itself.", field="until")
        return await _play(info, asked, account, lambda: _change_line(info, account, asked))


async def _play(info: Info, asked: Asked, account: int, act: Callable[[], Awaitable[None]]) -> SimulatorPayload:
    async def play() -> dict[str, Any]:
        await act()
        return {}

    await first(info, asked, play, target="accountId")
    return SimulatorPayload(account=await WhatsappAccount.get(info, account))


async def _change_line(info: Info, account: int, asked: simulator.SimulatorConnectionChangeInput) -> None:
    network = info.context.shop.simulator
    match asked.change:
        case SimulatorLineChange.DROP:
            await network.drop(account, asked.until)
        case SimulatorLineChange.RESTORE:
            await network.restore(account)
        case SimulatorLineChange.BAN:
            await network.ban(account, asked.until)
        case SimulatorLineChange.LOG_OUT:
            await network.log_out_from_phone(account)
        case SimulatorLineChange.REPLACE:
            await network.replace(account)
        case SimulatorLineChange.HOLD:
            await network.hold(account)
        case SimulatorLineChange.RELEASE:
            await network.release(account)
        case _ as never:
            assert_never(never)


def _lid_of(phone: str | None) -> str:
    """A person who is known by a phone number alone is the same person each time."""
    digits = "".join(letter for letter in phone or "" if letter.isdecimal())
    return f"{digits}@lid" if digits else ""


def _detail(asked: simulator.SimulatorMessageSendInput) -> dict[str, object] | None:
    detail: object = asked.detail
    if detail is not None and not isinstance(detail, dict):
        raise InvalidInputError("It must be an object.", field="detail")
    return detail


async def _media(info: Info, upload_id: strawberry.ID | None) -> int | None:
    if upload_id is None:
        return None
    key, caller = ids.key_of(UPLOAD, upload_id, field="uploadId"), info.context.caller.label
    uploads = info.context.shop.uploads
    try:
        media = await uploads.file_of(key, caller, UploadPurpose.PROOF)
    except UploadNotFoundError:
        # A customer sends more than proofs: sounds, films, anything that a message can bring.
        media = await uploads.file_of(key, caller, UploadPurpose.MESSAGE)
    return int(media.id)
