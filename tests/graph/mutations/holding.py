"""What a database holds, cheaply compared."""

from dataclasses import dataclass

from core.shop import Shop

_TABLES = "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname"


@dataclass(frozen=True, slots=True)
class Held:
    """A fingerprint of every row of every table."""

    tables: dict[str, str]

    def differs_from(self, other: "Held") -> set[str]:
        """The tables in which something else stands there."""
        return {
            name for name in self.tables.keys() | other.tables.keys() if self.tables.get(name) != other.tables.get(name)
        }


async def held(shop: Shop) -> Held:
    names = [row["relname"] for row in await shop.database.fetch(_TABLES)]
    each = (
        f"select '{name}' as name, coalesce(md5(string_agg(held::text, '|' order by held::text)), '') as rows "
        f"from {name} as held"
        for name in names
    )
    return Held({row["name"]: row["rows"] for row in await shop.database.fetch(" union all ".join(each))})
