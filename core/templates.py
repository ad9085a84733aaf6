"""Message templates: what staff want said in place of a sentence that ships with Parley, in one language."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from core import clock, text_versions
from core.database import Database
from core.errors import NotFoundError
from core.events.event_types import MessageTemplateChanged
from core.languages import formats, wording
from core.languages.wording import LANGUAGES, fill, say
from core.money import Money
from core.settings import Settings, ShopSettings
from core.text_versions import SHIPPED_TEXT, Preview, VersionedTable, VersionedTexts
from models.knowledge import MessageTemplate
from models.orders import Order

_TABLE: Final = VersionedTable("message_templates", "message_template_versions", "template_id")

_SAMPLES: Final = {
    "bank": "City Bank",
    "duration": "30 days",
    "largest": "100",
    "methods": "EasyPaisa, bank transfer",
    "name": "Gold",
    "number": "PX-1042",
    "package": "Gold",
    "payee": "Amina Khan",
    "quantity": "2",
    "reason": "The picture cannot be read.",
    "reference": "TX-20931",
    "service": "Web hosting",
    "status": "waiting for payment",
    "what": "2 × Gold",
}
_SAMPLE_AMOUNT: Final = 150_000  # in minor units


class TemplateNotFoundError(NotFoundError):
    code = "TEMPLATE_NOT_FOUND"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that Parley says. `id` follows from key and language, so that it has one before anybody wrote to it."""

    id: int
    key: str
    language: str
    shipped_text: str

    @property
    def variables(self) -> list[str]:
        return sorted(wording.placeholders(self.shipped_text))


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence as it is said now."""

    id: int
    key: str
    language: str
    text: str
    shipped_text: str
    variables: list[str]
    is_shipped: bool
    version: int  # 0: nobody ever changed it
    updated_at: datetime | None
    row_id: int | None


@cache
def sentences() -> Mapping[int, Sentence]:
    """All of every language, by id."""
    made = (
        Sentence(sentence_id(key, language), key, language, text)
        for language in LANGUAGES
        for key, text in wording.wording(language).says.items()
    )
    return {sentence.id: sentence for sentence in made}


def sentence_id(key: str, language: str) -> int:
    digest = hashlib.sha256(f"{language}:{key}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


async def own_sentence(key: str, language: str) -> str | None:
    """What staff wrote for it; None: the shipped sentence holds."""
    row = await MessageTemplate.filter(key=key, language=language).first()
    return (row.text or None) if row else None


async def own_sentences() -> Mapping[tuple[str, str], str]:
    """All that staff wrote, for `wording.speaking`."""
    rows = await MessageTemplate.exclude(text=SHIPPED_TEXT).values_list("key", "language", "text")
    return {(key, language): text for key, language, text in rows}


async def said(key: str, language: str, **values: object) -> str:
    """The staff's own words for this message if they wrote any, else the sentence that ships with Parley."""
    sentence = await own_sentence(key, language)
    if sentence is None:
        return say(key, language, **values)
    return fill(sentence, language, **values)


class Templates(VersionedTexts[Sentence]):
    def __init__(self, database: Database, settings: Settings) -> None:
        super().__init__(database, _TABLE, "message_template")
        self._settings = settings

    async def all(self) -> list[Template]:
        """Every sentence of every language, in one statement."""
        rows = {(row.key, row.language): row for row in await MessageTemplate.all()}
        return [_template(each, rows.get((each.key, each.language))) for each in sentences().values()]

    async def by_ids(self, ids: Collection[int]) -> dict[int, Template]:
        """Those that exist, in one statement."""
        wanted = [sentences()[each] for each in ids if each in sentences()]
        found = await MessageTemplate.filter(key__in={each.key for each in wanted})
        rows = {(row.key, row.language): row for row in found}
        return {each.id: _template(each, rows.get((each.key, each.language))) for each in wanted}

    async def preview(self, template_id: int, *, text: str | None = None, order_id: int | None = None) -> Preview:
        """With the values of an order where it has them, else with samples. `text`: what is not saved yet.

        Raises UnknownVariableError, TemplateNotFoundError, NotFoundError.
        """
        sentence = self._thing(template_id)
        if text is None:
            text = (await self.by_ids([template_id]))[template_id].text
        else:
            text = self._judged(sentence, text) or sentence.shipped_text
        settings = await self._settings.read()
        values = _sample_values(settings, sentence.language)
        if order_id is not None:
            order = await Order.get_or_none(id=order_id)
            if order is None:
                raise NotFoundError("There is no such order.", field="order_id")
            values |= _values_of(order, settings, sentence.language)
        used = wording.placeholders(text)
        return Preview(
            fill(text, sentence.language, **values), [name for name in sentence.variables if name not in used]
        )

    def _thing(self, number: int) -> Sentence:
        found = sentences().get(number)
        if found is None:
            raise TemplateNotFoundError("There is no such message template.", field="id")
        return found

    def _identity(self, thing: Sentence) -> dict[str, str]:
        return {"key": thing.key, "language": thing.language}

    def _judged(self, thing: Sentence, text: str) -> str:
        """The shipped sentence itself is no text of its own: with the program it may become a better one."""
        text = text_versions.judged(text, thing.variables, sorted(wording.placeholders(text)))
        return SHIPPED_TEXT if text == thing.shipped_text else text

    def _changed(self, number: int, thing: Sentence, version: int) -> MessageTemplateChanged:
        return MessageTemplateChanged(number, thing.key, thing.language, version)


def _template(sentence: Sentence, row: MessageTemplate | None) -> Template:
    own = row.text if row else SHIPPED_TEXT
    return Template(
        id=sentence.id,
        key=sentence.key,
        language=sentence.language,
        text=own or sentence.shipped_text,
        shipped_text=sentence.shipped_text,
        variables=sentence.variables,
        is_shipped=own == SHIPPED_TEXT,
        version=row.version if row else 0,
        updated_at=row.updated_at if row else None,
        row_id=row.id if row else None,
    )


def _sample_values(settings: ShopSettings, language: str) -> dict[str, str]:
    amount = formats.money(Money(_SAMPLE_AMOUNT, settings.currency), language)
    return {
        **_SAMPLES,
        "business": settings.business_name,
        "amount": amount,
        "price": amount,
        "total": amount,
        "until": _moment(clock.now() + timedelta(hours=settings.order_hours), settings),
    }


def _values_of(order: Order, settings: ShopSettings, language: str) -> dict[str, str]:
    total = formats.money(Money(order.total_amount, order.currency), language)
    values = {
        "number": order.number,
        "service": order.service_name,
        "package": order.package_name,
        "name": order.package_name,
        "what": order.package_name if order.quantity == 1 else f"{order.quantity} × {order.package_name}",
        "quantity": str(order.quantity),
        "price": formats.money(Money(order.unit_amount, order.currency), language),
        "total": total,
        "amount": total,
        "status": say(f"status_{order.status.value.lower()}", language),
    }
    return values if order.expires_at is None else {**values, "until": _moment(order.expires_at, settings)}


def _moment(value: datetime, settings: ShopSettings) -> str:
    return f"{value.astimezone(settings.zone):%Y-%m-%d %H:%M}"
