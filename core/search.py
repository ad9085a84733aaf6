"""Conditions that the ORM has no words for, written so that the database's indexes answer them.

Each is a Q and goes wherever one does. `words` are what a person typed: cleaned, cut and escaped by `typed`.
"""

import re
from typing import Any, Literal

from pypika_tortoise.context import SqlContext
from pypika_tortoise.terms import Criterion
from tortoise.expressions import Q, ResolveContext
from tortoise.query_utils import QueryModifier

from core.errors import InvalidInputError

LONGEST_SEARCH = 100

# Shorter ones hold no three letters in a row, by which the indexes know the inside of words: their beginnings are left.
_SHORTEST_PART = 3

# Between the texts stand the values, in their order.
_WORDS_OF_MESSAGE = ("to_tsvector('simple', messages.text) @@ websearch_to_tsquery('simple', ", ")")
_NAME = ("(lower(customers.profile_name) like ", " or lower(customers.profile_name) %> ", ")")
_BEGINNING_OF_NAME = ("(lower(customers.profile_name) like ", " or lower(customers.profile_name) like ", ")")
_NAME_OR_PHONE = (
    "(lower(customers.profile_name) like ",
    " or lower(customers.profile_name) %> ",
    " or customers.phone like ",
    ")",
)
# An array is made first, so that its members are looked up; a join would read all that could be joined.
_CHATS = "conversations.id = any(array(select messages.conversation_id from messages where "
_OR_CHATS_WITH = (
    " union select chat.id from conversations as chat join customers on customers.id = chat.customer_id where "
)
_SOLD = "(lower(orders.number || ' ' || orders.service_name || ' ' || orders.package_name) like "
_SOLD_FOR_MONEY = "not (select orders.is_simulated from orders where orders.id = refunds.order_id)"
_OR_SOLD = f" or {_SOLD[1:]}"
_OR_TO_CUSTOMERS = (
    " or orders.customer_id = any(array(select customers.id from customers where lower(customers.profile_name) like "
)
_OR_NAME = " or lower(customers.profile_name) like "
_OR_PHONE = " or customers.phone like "


# The array is made once for the statement. Said so, the planner rightly thinks that almost no row is in it; it would
# think of `any` and `in` that half or all of them are, and read the table from end to end.
_IN_LAB = ("array(select lab.id from whatsapp_accounts as lab where lab.is_lab) @> array[", ".account_id]")


# Those whose newest finished run with an assistant ended otherwise than the newest before it under another prompt.
_CHANGED = """(
    select newest.scenario_id from (
        select distinct on (scenario_id, assistant, provider_id)
            scenario_id, assistant, provider_id, prompt_version, state, id
        from scenario_runs where state in ('PASSED', 'FAILED', 'BROKEN')
        order by scenario_id, assistant, provider_id, id desc
    ) as newest
    join lateral (
        select before.state from scenario_runs as before
        where before.scenario_id = newest.scenario_id and before.id < newest.id
            and before.assistant = newest.assistant and before.provider_id is not distinct from newest.provider_id
            and before.prompt_version <> newest.prompt_version and before.state in ('PASSED', 'FAILED', 'BROKEN')
        order by before.id desc limit 1
    ) as earlier on earlier.state <> newest.state
)"""


class _Sql(Criterion):
    """SQL of ours with values of theirs: only the first becomes text of the statement."""

    def __init__(self, texts: tuple[str, ...], values: tuple[object, ...]) -> None:
        super().__init__()
        self._texts = texts
        self._values = values

    def get_sql(self, ctx: SqlContext) -> str:
        if ctx.parameterizer is None:
            raise TypeError("this condition is only for statements with parameters")
        sql = self._texts[0]
        for value, text in zip(self._values, self._texts[1:], strict=True):
            sql += ctx.parameterizer.create_param(value).get_sql(ctx) + text
        return sql


class _Where(Q):
    __slots__ = ("_condition",)

    def __init__(self, texts: tuple[str, ...], values: tuple[object, ...]) -> None:
        super().__init__()
        self._condition = _Sql(texts, values)

    def __bool__(self) -> bool:
        return True

    def resolve(self, resolve_context: ResolveContext) -> QueryModifier:  # noqa: ARG002 - it names its tables itself
        return QueryModifier(where_criterion=self._condition)


def typed(text: str | None, *, field: str = "filter.search") -> str:
    """Raises InvalidInputError for one too long, or that no database can look for."""
    words = "" if text is None else " ".join(text.split())
    if len(words) > LONGEST_SEARCH or "\x00" in words:
        raise InvalidInputError(f"Search for at most {LONGEST_SEARCH} characters.", field=field)
    return words


def outside_lab(table: Literal["conversations", "customers", "messages", "orders"]) -> Q:
    """Not of the conversation lab's scripted customers, who are nobody."""
    return _Where((f"not ({_IN_LAB[0]}{table}{_IN_LAB[1]})",), ())


def refunds_of_sales(*, include_simulated: bool) -> Q:
    """Of orders that were made outside of the simulator. Each refund asks for its own: a join would read all orders."""
    return Q() if include_simulated else _Where((_SOLD_FOR_MONEY,), ())


def scenarios_changed(*, has_changed: bool | None) -> Q:
    """Whether they end otherwise than under the version of the prompt before; None: either."""
    if has_changed is None:
        return Q()
    return _Where((f"scenarios.id {'in' if has_changed else 'not in'} {_CHANGED}",), ())


def messages_saying(words: str) -> Q:
    """Whole words as in a web search: all of them, "in this order", either OR the other, not -this."""
    return _Where(_WORDS_OF_MESSAGE, (words,)) if words else Q()


def customers_called(words: str) -> Q:
    """Part of their name, also somewhat misspelt, or of their phone number."""
    return _Where(*_called(words)) if words else Q()


def chats_about(words: str) -> Q:
    """In which these words were said, or whose customer is called so."""
    if not words:
        return Q()
    texts, values = _called(words)
    said, said_end = _WORDS_OF_MESSAGE
    first, *between, last = texts
    return _Where((_CHATS + said, said_end + _OR_CHATS_WITH + first, *between, last + "))"), (words, *values))


def orders_about(words: str) -> Q:
    """Part of their number or of what was sold, or of the name or the phone number of the customer."""
    if not words:
        return Q()
    parts, number = _parts(words.lower()), _number(words)
    sold = (_SOLD, *[_OR_SOLD] * (len(parts) - 1))
    called = (_OR_TO_CUSTOMERS, *[_OR_NAME] * (len(parts) - 1))
    phone = (_OR_PHONE,) if number else ()
    return _Where((*sold, *called, *phone, ")))"), (*parts, *parts, *number))


def _called(words: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    lower, number = words.lower(), _number(words)
    if number:
        return _NAME_OR_PHONE, (*_parts(lower), lower, *number)
    if _is_beginning(lower):
        return _BEGINNING_OF_NAME, _parts(lower)
    return _NAME, (*_parts(lower), lower)


def _number(words: str) -> tuple[str, ...]:
    """The pattern for a phone number; none if the words are none."""
    number = re.sub(r"[\s().-]", "", words)
    if len(number) >= _SHORTEST_PART and number.removeprefix("+").isdecimal():
        return _parts(number)
    return ()


def _is_beginning(words: str) -> bool:
    return len(words) < _SHORTEST_PART and words.isalnum()


def _parts(text: str) -> tuple[str, ...]:
    """The patterns for LIKE, any of which will do."""
    escaped = re.sub(r"([\\%_])", r"\\\1", text)
    return (f"{escaped}%", f"% {escaped}%") if _is_beginning(text) else (f"%{escaped}%",)
