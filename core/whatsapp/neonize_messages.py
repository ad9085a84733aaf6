"""What is to be sent, as WhatsApp's protobufs. Files are uploaded first, always as bytes: neonize takes a text for a
path or an address. Texts are never given to neonize as texts: it would look for mentions in them, and ask WhatsApp.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from core.whatsapp.gateway import OutgoingMedia, OutgoingMessage, SendRejectedError
from core.whatsapp.neonize_fields import clean
from core.whatsapp.neonize_jids import Jid, parse_jid

LONGEST_TEXT = 65_536
LONGEST_NAME = 200
PREVIEW_PIXELS = 100

# What phones show in the chat; all else is a document, and so is a sound with words, for sounds have no caption.
SHOWN_AS = {
    "image/jpeg": "imageMessage",
    "image/png": "imageMessage",
    "video/mp4": "videoMessage",
    "video/3gpp": "videoMessage",
    "audio/aac": "audioMessage",
    "audio/amr": "audioMessage",
    "audio/mp4": "audioMessage",
    "audio/mpeg": "audioMessage",
    "audio/ogg": "audioMessage",
}
# By the names in neonize.utils.enum.MediaType.
UPLOADED_AS = {
    "imageMessage": "MediaImage",
    "videoMessage": "MediaVideo",
    "audioMessage": "MediaAudio",
    "documentMessage": "MediaDocument",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """`upload_as`: what to upload the file as before `build`; None: there is no file."""

    to: Jid
    message: OutgoingMessage
    field: str
    upload_as: str | None = None
    own: Jid | None = None

    def build(self, upload: Any = None) -> Any:
        """The protobuf to send; `upload` is neonize's answer to the upload. A picture's preview takes its time."""
        from neonize.proto.waE2E import WAWebProtobufsE2E_pb2

        message = WAWebProtobufsE2E_pb2.Message()
        text = clean(self.message.text)
        if self.message.media is None:
            if self.message.quoted_whatsapp_id is None:
                message.conversation = text
            else:
                message.extendedTextMessage.text = text
                self._quote(message.extendedTextMessage.contextInfo)
            return message
        holder = message
        if self.field == "documentMessage" and text:
            # Without this wrapper older phones show the file and hide the words.
            holder = message.documentWithCaptionMessage.message
        part = getattr(holder, self.field)
        _fill_file(part, self.message.media, upload)
        if text:
            part.caption = text
        if self.field == "documentMessage":
            part.fileName = clean(self.message.media.file_name)[:LONGEST_NAME] or "file"
        if self.field == "imageMessage":
            _fill_preview(part, self.message.media.data)
        if self.message.quoted_whatsapp_id is not None:
            self._quote(part.contextInfo)
        return message

    def _quote(self, context: Any) -> None:
        """Phones draw the quoted words from here, and not from their own store."""
        context.stanzaID = clean(self.message.quoted_whatsapp_id or "")
        author = self.own if self.message.quoted_is_ours else self.to
        if author is not None:
            context.participant = str(author)
        context.quotedMessage.conversation = clean(self.message.quoted_text)


def plan(message: OutgoingMessage, *, own: Jid | None = None) -> Plan:
    """`own` is the number's own address, for quoting what it wrote. Raises SendRejectedError."""
    to = address(message.chat)
    if len(message.text) > LONGEST_TEXT:
        raise SendRejectedError("too_long")
    if message.media is None:
        if not clean(message.text):
            raise SendRejectedError("empty")
        return Plan(to, message, "conversation", own=own)
    if not message.media.data:
        raise SendRejectedError("empty")
    field = SHOWN_AS.get(message.media.content_type.partition(";")[0].strip().lower(), "documentMessage")
    if field == "audioMessage" and clean(message.text):
        field = "documentMessage"
    return Plan(to, message, field, UPLOADED_AS[field], own)


def address(chat: str) -> Jid:
    """Where a chat's messages go. Raises SendRejectedError for what is no address."""
    jid = parse_jid(chat)
    if jid is None:
        raise SendRejectedError("bad_address")
    return jid


def _fill_file(part: Any, media: OutgoingMedia, upload: Any) -> None:
    part.URL = upload.url
    part.directPath = upload.DirectPath
    part.mediaKey = upload.MediaKey
    part.fileEncSHA256 = upload.FileEncSHA256
    part.fileSHA256 = upload.FileSHA256
    part.fileLength = upload.FileLength
    part.mimetype = media.content_type


def _fill_preview(part: Any, data: bytes) -> None:
    """Shown blurred until the phone has fetched the picture; without one it is only less pretty."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as picture:
            part.width, part.height = picture.size
            picture.draft("RGB", (PREVIEW_PIXELS, PREVIEW_PIXELS))
            picture.thumbnail((PREVIEW_PIXELS, PREVIEW_PIXELS))
            preview = BytesIO()
            picture.convert("RGB").save(preview, format="JPEG", quality=60)
    except (OSError, ValueError, Image.DecompressionBombError):
        return
    part.JPEGThumbnail = preview.getvalue()
