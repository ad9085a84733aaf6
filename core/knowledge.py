"""What staff wrote for customers: message templates in place of the shipped sentences, and the FAQ."""

from core.database import Database
from core.languages.wording import fill, say
from models.knowledge import KnowledgeEntry, MessageTemplate

# How alike a question and an entry must be (pg_trgm's word similarity, 0 to 1) before the entry is an answer.
ALIKE_ENOUGH = 0.55

SEARCH = """
select e.id
from knowledge_entries e
cross join lateral (
    select max(word_similarity(lower(phrase), lower($1))) as likeness
    from (
        select e.question as phrase
        union all
        select jsonb_array_elements_text(e.keywords)
    ) as phrases
) as best
where e.is_active and best.likeness >= $2
order by (e.language = $3) desc, best.likeness desc, e.position, e.id
limit $4
"""


class Knowledge:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def template(self, key: str, language: str) -> str | None:
        row = await MessageTemplate.filter(key=key, language=language).first()
        return row.text if row else None

    async def said(self, key: str, language: str, **values: object) -> str:
        """The staff's own words for this message if they wrote any, else the sentence that ships with Parley."""
        template = await self.template(key, language)
        if template is None:
            return say(key, language, **values)
        return fill(template, language, **values)

    async def answers(self, question: str, language: str, *, limit: int = 3) -> list[KnowledgeEntry]:
        """Active FAQ entries that fit the question, the customer's language first, best first."""
        if not question.strip():
            return []
        found = await self._database.fetch(SEARCH, [question[:1000], ALIKE_ENOUGH, language, limit])
        order = [row["id"] for row in found]
        entries = {entry.id: entry for entry in await KnowledgeEntry.filter(id__in=order)}
        return [entries[entry_id] for entry_id in order if entry_id in entries]
