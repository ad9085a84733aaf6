"""What staff wrote for customers: message templates in place of the shipped sentences, and the FAQ."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from core import audit
from core.audit import Actor
from core.database import Database, UnitOfWork
from core.errors import ConflictError, InvalidInputError, NotFoundError
from core.events.event_types import KnowledgeEntryChanged
from core.languages.wording import LANGUAGES, wording
from core.templates import own_sentence, said
from core.texts import clean
from models.knowledge import KnowledgeEntry

# How much of the one must be in the other, a question and an entry (0 to 1), before the entry is an answer.
ALIKE_ENOUGH = 0.55

# Words that say nothing of what somebody asks for: "hello, can you tell me …".
_EVERYDAY = ("greeting", "salam", "thanks", "goodbye", "yes", "no", "ask", "filler")

LONGEST_QUESTION = 500
LONGEST_ANSWER = 4_096
MOST_KEYWORDS = 30
LONGEST_KEYWORD = 80
MOST_ANSWERS = 20

# One spelling for what people write in several: no vowel marks and accents, Urdu and Arabic letters alike.
_PLAIN = (
    r"translate(regexp_replace(lower({0}), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g'), "
    "'أإآٱيىئكةهھەؤáéíóúüñ', 'اااایییکہہہہوaeiouun')"
)
_WORDS = "tsvector_to_array(to_tsvector('simple', {0}))"
_ENTRY = _PLAIN.format("(e.question || ' ' || e.keywords::text)")

# The first two conditions have an index each and find what could be an answer; how well it fits is judged then. A
# question may be longer than the entry ("hi, …, and where is it?") or shorter ("opening hours").
SEARCH = f"""
with asked as materialized (
    select {_PLAIN.format("$1::text")} as question, {_PLAIN.format("$5::text")} as everyday
), parted as materialized (
    select question, array(
        select word from unnest({_WORDS.format("question")}) as word
        where length(word) > 1 and word <> all({_WORDS.format("everyday")})
    ) as words
    from asked
), meant as materialized (
    select question, words, array_to_string(words, ' ') as gist, websearch_to_tsquery(
        'simple', array_to_string(case when words = '{{}}' then {_WORDS.format("question")} else words end, ' or ')
    ) as any_word
    from parted
)
select e.id
from meant
join knowledge_entries e on to_tsvector('simple', {_ENTRY}) @@ meant.any_word or {_ENTRY} %> meant.gist
cross join lateral (
    select max(greatest(word_similarity(phrase, meant.question), word_similarity(meant.gist, phrase))) as by_letters
    from (
        select {_PLAIN.format("e.question")} as phrase
        union all
        select {_PLAIN.format("keyword")} from jsonb_array_elements_text(e.keywords) as keyword
    ) as phrases
) as spelt
cross join lateral (
    select count(*)::real / greatest(cardinality(meant.words), 1) as by_words
    from unnest(meant.words) as word
    where word = any({_WORDS.format(_ENTRY)})
) as said
where e.is_active and greatest(by_letters, by_words) >= $2
order by
    (e.language = $3) desc, greatest(by_letters, by_words) desc,
    ts_rank(to_tsvector('simple', {_ENTRY}), meant.any_word) desc, e.position, e.id
limit $4
"""  # noqa: S608 - all of it is ours

REORDER = """
update knowledge_entries set position = wanted.place, updated_at = $2
from unnest($1::bigint[]) with ordinality as wanted (id, place)
where knowledge_entries.id = wanted.id and knowledge_entries.position <> wanted.place
"""


class KnowledgeEntryNotFoundError(NotFoundError):
    code = "KNOWLEDGE_ENTRY_NOT_FOUND"


class KnowledgeListDiffersError(ConflictError):
    """The order is for a list that others changed meanwhile."""

    code = "LIST_DIFFERS"


@dataclass(frozen=True, slots=True)
class EntryChanges:
    """What is None stays as it is."""

    language: str | None = None
    question: str | None = None
    answer: str | None = None
    keywords: list[str] | None = None
    is_active: bool | None = None


class Knowledge:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def template(self, key: str, language: str) -> str | None:
        return await own_sentence(key, language)

    async def said(self, key: str, language: str, **values: object) -> str:
        """The staff's own words for this message if they wrote any, else the sentence that ships with Parley."""
        return await said(key, language, **values)

    async def answers(self, question: str, language: str, *, limit: int = 3) -> list[KnowledgeEntry]:
        """Active FAQ entries that fit the question, the customer's language first, best first."""
        question = clean(question, 1000)
        if not question.strip():
            return []
        found = await self._database.fetch(SEARCH, [question, ALIKE_ENOUGH, language, limit, _everyday_words()])
        order = [row["id"] for row in found]
        entries = {entry.id: entry for entry in await KnowledgeEntry.filter(id__in=order)}
        return [entries[entry_id] for entry_id in order if entry_id in entries]

    async def create(self, changes: EntryChanges, actor: Actor) -> KnowledgeEntry:
        """At the end of the list. Raises InvalidInputError."""
        values = _judged(changes)
        for field in ("language", "question", "answer"):
            if field not in values:
                raise InvalidInputError("An entry needs this.", field=field)
        async with self._database.unit_of_work() as work:
            last = await work.fetch("select coalesce(max(position), 0) as place from knowledge_entries")
            entry = await KnowledgeEntry.create(**values, position=last[0]["place"] + 1, created_at=work.now)
            await _record(work, actor, "knowledge_entry.create", entry, {}, values)
            return entry

    async def update(self, entry_id: int, changes: EntryChanges, actor: Actor) -> KnowledgeEntry:
        """Raises InvalidInputError or KnowledgeEntryNotFoundError."""
        values = _judged(changes)
        async with self._database.unit_of_work() as work:
            entry = await _locked(entry_id)
            before = {field: getattr(entry, field) for field in values}
            entry.update_from_dict(values)
            await entry.save()
            await _record(work, actor, "knowledge_entry.update", entry, before, values)
            return entry

    async def delete(self, entry_id: int, actor: Actor) -> int:
        """Its id. Raises KnowledgeEntryNotFoundError."""
        async with self._database.unit_of_work() as work:
            entry = await _locked(entry_id)
            await entry.delete()
            before = {"language": entry.language, "question": entry.question, "is_active": entry.is_active}
            await _record(work, actor, "knowledge_entry.delete", entry, before, {})
            return entry_id

    async def reorder(self, entry_ids: list[int], actor: Actor) -> None:
        """Puts all entries into this order. Raises KnowledgeListDiffersError when these are not all and no others."""
        async with self._database.unit_of_work() as work:
            rows = await work.fetch("select id, position from knowledge_entries order by id for update")
            if sorted(entry_ids) != [row["id"] for row in rows]:
                raise KnowledgeListDiffersError(
                    "The list must hold all entries, each once; look at it again.", field="ids"
                )
            before = [row["id"] for row in sorted(rows, key=lambda row: (row["position"], row["id"]))]
            await work.execute(REORDER, entry_ids, work.now)
            await audit.record(
                work,
                actor,
                "knowledge_entry.reorder",
                "knowledge_entries",
                0,
                before={"ids": before},
                after={"ids": entry_ids},
            )
            for entry_id, was in zip(entry_ids, before, strict=True):
                if entry_id != was:
                    work.append(KnowledgeEntryChanged(entry_id))


@cache
def _everyday_words() -> str:
    """Of all languages: customers mix them."""
    return " ".join(phrase for code in LANGUAGES for key in _EVERYDAY for phrase in wording(code).understands[key])


async def _locked(entry_id: int) -> KnowledgeEntry:
    entry = await KnowledgeEntry.filter(id=entry_id).select_for_update().first()
    if entry is None:
        raise KnowledgeEntryNotFoundError("There is no such entry.", field="id")
    return entry


async def _record(
    work: UnitOfWork, actor: Actor, action: str, entry: KnowledgeEntry, before: dict[str, Any], after: dict[str, Any]
) -> None:
    await audit.record(work, actor, action, "knowledge_entries", entry.id, before=before, after=after)
    work.append(KnowledgeEntryChanged(entry.id))


def _judged(changes: EntryChanges) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field, longest in (("question", LONGEST_QUESTION), ("answer", LONGEST_ANSWER)):
        text = getattr(changes, field)
        if text is not None:
            values[field] = clean(text, longest + 1).strip()
            if not 1 <= len(values[field]) <= longest:
                raise InvalidInputError(f"It has 1 to {longest} characters.", field=field)
    if changes.language is not None:
        if changes.language not in LANGUAGES:
            raise InvalidInputError(f"Choose one of {', '.join(LANGUAGES)}.", field="language")
        values["language"] = changes.language
    if changes.keywords is not None:
        words = (" ".join(clean(word, LONGEST_KEYWORD + 1).split()) for word in changes.keywords)
        values["keywords"] = list(dict.fromkeys(words))
        if len(values["keywords"]) > MOST_KEYWORDS or any(
            not 1 <= len(word) <= LONGEST_KEYWORD for word in values["keywords"]
        ):
            raise InvalidInputError(
                f"Give at most {MOST_KEYWORDS} keywords of 1 to {LONGEST_KEYWORD} characters.", field="keywords"
            )
    if changes.is_active is not None:
        values["is_active"] = changes.is_active
    return values
