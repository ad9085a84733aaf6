"""What people write to each other: texts, files, places, contacts, reactions."""

import re
from dataclasses import replace
from typing import Any

from core.whatsapp.gateway import IncomingMedia
from core.whatsapp.neonize_fields import Content, number, reference_of, said, words
from models.conversations import MessageKind

MOST_CONTACTS = 50
MOST_PHONES = 10
_LONGEST_CARD = 65_536
_LONGEST_NAME = 200

# A line of a vCard such as "item1.TEL;type=CELL;waid=923001234567:+92 300 1234567".
_TEL = re.compile(
    r"^(?:[\w-]{1,40}\.)?TEL(?P<parameters>;[^:\r\n]{0,200})?:(?P<number>[^\r\n]{1,60})", re.IGNORECASE | re.MULTILINE
)
_WAID = re.compile(r"waid=(\d{5,20})", re.IGNORECASE)


def extended_text(part: Any) -> Content:
    return said(part, MessageKind.TEXT, words(part, "text"))


def image(part: Any) -> Content:
    return _file(part, MessageKind.IMAGE, read_as="imageMessage", text=words(part, "caption"))


def video(part: Any) -> Content:
    detail: dict[str, object] = {"gif": True} if number(part, "gifPlayback") else {}
    return _file(part, MessageKind.VIDEO, read_as="videoMessage", text=words(part, "caption"), detail=detail)


def video_note(part: Any) -> Content:
    text = words(part, "caption")
    return _file(part, MessageKind.VIDEO, read_as="videoMessage", text=text, detail={"video_note": True})


def audio(part: Any) -> Content:
    detail: dict[str, object] = {"voice_note": True} if number(part, "PTT") else {}
    return _file(part, MessageKind.AUDIO, read_as="audioMessage", detail=detail)


def document(part: Any) -> Content:
    file_name = words(part, "fileName") or words(part, "title")
    text = words(part, "caption")
    return _file(part, MessageKind.DOCUMENT, read_as="documentMessage", text=text, file_name=file_name)


def sticker(part: Any) -> Content:
    detail: dict[str, object] = {"animated": True} if number(part, "isAnimated") else {}
    return _file(part, MessageKind.STICKER, read_as="stickerMessage", detail=detail)


def _file(
    part: Any,
    kind: MessageKind,
    *,
    read_as: str,
    text: str = "",
    file_name: str = "",
    detail: dict[str, object] | None = None,
) -> Content:
    content = said(part, kind, text, **(detail or {}))
    if seconds := number(part, "seconds"):
        content.detail["seconds"] = seconds
    if number(part, "viewOnce"):
        content.detail["view_once"] = True
    reference = reference_of(read_as, part)
    if reference is None:
        content.detail["media"] = "GONE"
        return content
    size = number(part, "fileLength") or None
    return replace(content, media=IncomingMedia(reference, words(part, "mimetype"), file_name, size))


def location(part: Any) -> Content:
    told = {name: text for name in ("name", "address") if (text := words(part, name))}
    detail: dict[str, object] = {**told, "live": True} if number(part, "isLive") else {**told}
    return _place(part, "\n".join(told.values()), detail)


def live_location(part: Any) -> Content:
    return _place(part, words(part, "caption"), {"live": True})


def _place(part: Any, text: str, detail: dict[str, object]) -> Content:
    latitude, longitude = float(part.degreesLatitude), float(part.degreesLongitude)
    # Also false for what is no number at all, which JSON could not carry.
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        detail |= {"latitude": latitude, "longitude": longitude}
    return said(part, MessageKind.LOCATION, text, **detail)


def contact(part: Any) -> Content:
    shown = _card(part)
    return said(part, MessageKind.CONTACT, str(shown["name"]), contacts=[shown])


def contacts(part: Any) -> Content:
    shown = [_card(each) for each in part.contacts[:MOST_CONTACTS]]
    text = "\n".join(str(each["name"]) for each in shown if each["name"]) or words(part, "displayName")
    return said(part, MessageKind.CONTACT, text, contacts=shown)


def _card(part: Any) -> dict[str, object]:
    """`phones` as written, those on WhatsApp with their country's code first."""
    on_whatsapp, others = [], []
    for found in _TEL.finditer(words(part, "vcard")[:_LONGEST_CARD]):
        waid = _WAID.search(found["parameters"] or "")
        if waid:
            on_whatsapp.append(f"+{waid[1]}")
        else:
            others.append(found["number"].strip())
    phones = list(dict.fromkeys([*on_whatsapp, *others]))[:MOST_PHONES]
    return {"name": words(part, "displayName")[:_LONGEST_NAME], "phones": phones}


def reaction(part: Any) -> Content:
    """Without an emoji an earlier reaction is taken back."""
    emoji = words(part, "text")[:64]
    detail: dict[str, object] = {"emoji": emoji} if emoji else {"emoji": "", "removed": True}
    return Content(MessageKind.REACTION, emoji, words(part.key, "ID") or None, detail)
