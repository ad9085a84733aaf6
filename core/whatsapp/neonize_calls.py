"""What we ask of a connected number: to send, to show typing, to fetch a file, to give a pairing code."""

import asyncio
from asyncio import to_thread
from datetime import UTC, datetime
from typing import Any

from core import clock
from core.whatsapp.gateway import (
    LARGEST_FILE,
    AmbiguousSendError,
    GatewayError,
    MediaTooLargeError,
    NotConnectedError,
    OutgoingMedia,
    OutgoingMessage,
    SentMessage,
)
from core.whatsapp.neonize_client import NeonizeClient
from core.whatsapp.neonize_errors import download_error, pairing_error, send_error
from core.whatsapp.neonize_fields import media_message, told_size
from core.whatsapp.neonize_jids import Jid
from core.whatsapp.neonize_library import Library
from core.whatsapp.neonize_messages import address, plan

# One unacknowledged send holds up those behind it for 75 s; then nobody knows.
SEND_SECONDS = 85.0
UPLOAD_SECONDS = 60.0
DOWNLOAD_SECONDS = 120.0
PAIRING_SECONDS = 20.0
TYPING_SECONDS = 5.0
COMPOSING, PAUSED, AS_TEXT = 0, 1, 0
CHROME = 1
# WhatsApp refuses names of another form.
NAME_ON_THE_PHONE = "Chrome (Linux)"


async def send(client: NeonizeClient, library: Library, message: OutgoingMessage, own: Jid | None) -> SentMessage:
    """There is no id to send it under, so it is never sent again here: cut short, it is ambiguous."""
    planned = plan(message, own=own)
    upload = None
    if message.media is not None and planned.upload_as is not None:
        upload = await _upload(client, library, message.media, planned.upload_as)
    # It may make a preview of a picture.
    body: bytes = (await to_thread(planned.build, upload)).SerializeToString()
    to: bytes = planned.to.proto().SerializeToString()
    try:
        async with asyncio.timeout(SEND_SECONDS):
            raw = await client.call("SendMessage", to, len(to), body, len(body))
    except TimeoutError as error:
        raise AmbiguousSendError from error
    answer = library.messages.SendMessageReturnFunction.FromString(raw)
    if answer.Error:
        raise send_error(answer.Error)
    return SentMessage(answer.SendResponse.ID, _moment(answer.SendResponse.Timestamp))


async def _upload(client: NeonizeClient, library: Library, media: OutgoingMedia, upload_as: str) -> Any:
    kind: int = library.media_types[upload_as].value
    try:
        async with asyncio.timeout(UPLOAD_SECONDS):
            raw = await client.call("Upload", media.data, len(media.data), kind)
    except TimeoutError as error:
        raise NotConnectedError from error
    answer = library.messages.UploadReturnFunction.FromString(raw)
    if answer.Error:
        raise send_error(answer.Error, is_upload=True)
    return answer.UploadResponse


async def show_typing(client: NeonizeClient, chat: str, *, typing: bool) -> None:
    """Only who is there is seen typing."""
    jid: bytes = address(chat).proto().SerializeToString()
    state = COMPOSING if typing else PAUSED
    try:
        async with asyncio.timeout(TYPING_SECONDS):
            if typing:
                await be_there(client, is_there=True)
            await client.call("SendChatPresence", jid, len(jid), state, AS_TEXT)
            if not typing:
                await be_there(client, is_there=False)
    except TimeoutError as error:
        raise NotConnectedError from error


async def be_there(client: NeonizeClient, *, is_there: bool) -> None:
    """It tells WhatsApp our name as well; a number that has none yet is refused, and that does not matter."""
    await client.call("SendPresence", b"available" if is_there else b"unavailable")


async def download(client: NeonizeClient, library: Library, reference: bytes) -> bytes:
    if (told_size(reference) or 0) > LARGEST_FILE:
        raise MediaTooLargeError
    message: bytes = media_message(reference).SerializeToString()
    try:
        async with asyncio.timeout(DOWNLOAD_SECONDS):
            raw = await client.call("DownloadAny", message, len(message))
    except TimeoutError as error:
        raise GatewayError("the file did not come in time") from error
    answer = library.messages.DownloadReturnFunction.FromString(raw)
    if answer.Error:
        raise download_error(answer.Error)
    data: bytes = answer.Binary
    if len(data) > LARGEST_FILE:
        raise MediaTooLargeError
    return data


async def pairing_code(client: NeonizeClient, library: Library, phone: str) -> str:
    asked: bytes = library.messages.PairPhoneParams(
        phone=phone, clientDisplayName=NAME_ON_THE_PHONE, clientType=CHROME, showPushNotification=True
    ).SerializeToString()
    try:
        async with asyncio.timeout(PAIRING_SECONDS):
            raw = await client.call("PairPhone", asked, len(asked), while_linking=True)
    except TimeoutError as error:
        raise NotConnectedError from error
    answer = library.messages.PairPhoneReturnFunction.FromString(raw)
    if answer.Error:
        raise pairing_error(answer.Error)
    code: str = answer.Code
    return code.replace("-", "")


async def log_out(client: NeonizeClient) -> None:
    """The phone takes us off its list. Raises GatewayError."""
    problem = await client.call("Logout")
    if problem:
        raise GatewayError(problem.decode(errors="replace"))


def _moment(told: int) -> datetime:
    """WhatsApp's time of the message, in seconds."""
    return datetime.fromtimestamp(told, UTC) if told > 0 else clock.now()
