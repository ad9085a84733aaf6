"""What businesses send and what people choose from it: polls, lists, buttons, baskets, and what cannot be opened."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from core.whatsapp.neonize_fields import Content, legible, lines, number, said, words
from models.conversations import MessageKind

Reader = Callable[[Any], Content]

MOST_OPTIONS = 50
_LONGEST_ANSWER = 65_536
# Under which of these a form's answer holds what people see.
_TITLES = ("display_text", "title", "text", "description")


# --- What was chosen -------------------------------------------------------------------------------------------------


def button_reply(part: Any) -> Content:
    return _chosen(part, words(part, "selectedDisplayText"), words(part, "selectedButtonID"))


def template_reply(part: Any) -> Content:
    return _chosen(part, words(part, "selectedDisplayText"), words(part, "selectedID"))


def list_reply(part: Any) -> Content:
    return _chosen(part, words(part, "title"), words(part.singleSelectReply, "selectedRowID"))


def interactive_reply(part: Any) -> Content:
    answer = _answer(words(part.nativeFlowResponseMessage, "paramsJSON"))
    title = next((text for name in _TITLES if (text := answer.get(name))), "")
    return _chosen(part, words(part.body, "text") or title, answer.get("id", ""))


def _chosen(part: Any, text: str, choice: str) -> Content:
    """As if they had written the label; the id stands in for it only when there is no label."""
    return lines(part, [text or choice], **({"choice": choice} if choice else {}))


def _answer(text: str) -> dict[str, str]:
    """The texts of an answer in JSON; nothing of what is none."""
    try:
        value = json.loads(text) if len(text) <= _LONGEST_ANSWER else None
    except (ValueError, RecursionError):
        return {}
    return {name: item for name, item in value.items() if isinstance(item, str)} if isinstance(value, dict) else {}


# --- What is offered -------------------------------------------------------------------------------------------------


def poll(part: Any) -> Content:
    options = [words(option, "optionName") for option in part.options[:MOST_OPTIONS]]
    return lines(part, [words(part, "name"), *_bullets(options)], poll=options)


def buttons(part: Any) -> Content:
    labels = (words(button.buttonText, "displayText") for button in part.buttons[:MOST_OPTIONS])
    return lines(part, [*_texts(part, "text", "contentText", "footerText"), *_bullets(labels)])


def list_offer(part: Any) -> Content:
    rows = [words(row, "title") for section in part.sections[:MOST_OPTIONS] for row in section.rows[:MOST_OPTIONS]]
    return lines(part, [*_texts(part, "title", "description", "footerText"), *_bullets(rows)])


def interactive(part: Any) -> Content:
    return lines(part, _interactive_texts(part))


def template(part: Any) -> Content:
    return lines(part, _template_texts(part))


def structured(part: Any) -> Content:
    """Of the old interface for businesses: a template's name, and what stands in its gaps."""
    gaps = [legible(gap) for gap in part.params[:MOST_OPTIONS]]
    return lines(part, [*_template_texts(part.hydratedHsm), *gaps])


def product(part: Any) -> Content:
    return lines(part, [*_texts(part.product, "title", "description"), *_texts(part, "body", "footer")])


def basket(part: Any) -> Content:
    """Filled in the catalog of WhatsApp Business; prices are in thousandths."""
    told = {
        "id": words(part, "orderID"),
        "items": number(part, "itemCount"),
        "amount_1000": number(part, "totalAmount1000"),
        "currency": words(part, "totalCurrencyCode"),
    }
    return lines(part, _texts(part, "orderTitle", "message"), basket=told)


def event(part: Any) -> Content:
    return lines(part, [*_texts(part, "name", "description"), *_texts(part.location, "name", "address")])


def written_in(*names: str) -> Reader:
    """Nothing but the words in these fields."""
    return lambda part: lines(part, _texts(part, *names))


def _texts(part: Any, *names: str) -> list[str]:
    return [words(part, name) for name in names]


def _bullets(texts: Iterable[str]) -> list[str]:
    return [f"- {text}" for text in texts if text]


def _interactive_texts(part: Any) -> list[str]:
    return [words(part.header, "title"), words(part.body, "text"), words(part.footer, "text")]


def _template_texts(part: Any) -> list[str]:
    names = ("hydratedTitleText", "hydratedContentText", "hydratedFooterText")
    texts = _texts(part.hydratedTemplate, *names) + _texts(part.hydratedFourRowTemplate, *names)
    # Often the same one twice.
    return list(dict.fromkeys([*texts, *_interactive_texts(part.interactiveMessageTemplate)]))


# --- What cannot be opened here --------------------------------------------------------------------------------------


def closed(*names: str) -> Reader:
    """Shown as not supported, with the words in these fields."""

    def read(part: Any) -> Content:
        text = "\n".join(text for text in _texts(part, *names) if text)
        return said(part, MessageKind.UNSUPPORTED, text)

    return read


def sealed(key: str) -> Reader:
    """Encrypted once more, for the phone alone; the field names the message it is about."""
    return lambda part: Content(MessageKind.UNSUPPORTED, quoted=words(getattr(part, key), "ID") or None)
