"""All that is held of a customer, handed over or forgotten, as the API shows it."""

import strawberry

from core.privacy import CustomerHasOpenOrdersError
from graph.errors import Problem
from graph.mutations import Asked


@strawberry.type(
    name="CustomerHasOpenOrdersError", description="An order of this customer is not at its end; decide it first."
)
class CustomerHasOpenOrdersProblem(Problem):
    answers = CustomerHasOpenOrdersError


@strawberry.input(description="A customer to be forgotten. There is no way back.")
class CustomerEraseInput(Asked):
    id: strawberry.ID = strawberry.field(description="The customer.")
    confirm: bool = strawberry.field(
        description="True: yes, erase what they wrote and sent, their name and number, in every chat. Orders stay."
    )


@strawberry.input(description="A customer whose archive is wanted.")
class CustomerArchiveCreateInput(Asked):
    id: strawberry.ID = strawberry.field(description="The customer.")
