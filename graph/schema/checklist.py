"""The first-run checklist as the API shows it."""

from typing import Self

import strawberry

from core.checklist import Item, Need, Step
from graph import ids
from graph.scalars import described

described(
    Step,
    "A step on the way to the first sale.",
    name="ChecklistStep",
    BUSINESS_NAME="The shop has a name.",
    MONEY_AND_TIME="Its currency and its time zone were looked at.",
    CATALOG="Something is for sale: an active service with an active package.",
    PAYMENT_METHOD="Customers can pay in every currency that something is sold in.",
    WHATSAPP="A number is connected; a simulated one counts, to try the shop.",
    SECOND_FACTOR="An owner signs in with a second factor.",
    STAFF="More people than one work here, or were invited.",
    AI_PROVIDER="An AI answers in free words; without one the built-in assistant sells.",
    BACKUP="Backups are made.",
)
described(
    Need,
    "How much a step of the checklist is needed.",
    name="ChecklistNeed",
    REQUIRED="Without it nothing is sold.",
    ADVISED="Better not left out.",
    OPTIONAL="As the shop likes.",
)


@strawberry.type(description="One step on the way to the first sale, and whether it is done.")
class ChecklistItem:
    id: strawberry.ID = strawberry.field(description="The id of this step.")
    code: Step = strawberry.field(description="Which step.")
    need: Need = strawberry.field(description="How much it is needed.")
    is_done: bool = strawberry.field(description="Whether it is done.")
    missing: str = strawberry.field(description="What is missing, for people; empty when it is done.")
    advice: str = strawberry.field(description="What to do, for people; may be empty when it is done.")

    @classmethod
    def of(cls, item: Item) -> Self:
        return cls(
            id=ids.encode("ChecklistItem", list(Step).index(item.step) + 1),
            code=item.step,
            need=item.need,
            is_done=item.is_done,
            missing=item.missing,
            advice=item.advice,
        )
