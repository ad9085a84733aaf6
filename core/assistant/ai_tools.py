"""What an AI may do in a turn: look at the facts, and ask the program for one thing. It touches nothing by itself."""

import json
from dataclasses import dataclass, field
from typing import Any, Final

from core.ai.provider import Tool, ToolAnswered, ToolCall
from core.assistant import replies
from core.assistant.decision import Action, HandOff, OrderFact, PackageFact, ProposeOrder, TurnFacts
from core.drafts import LARGEST_QUANTITY
from core.languages.formats import duration, money


def _tool(name: str, description: str, **properties: dict[str, Any]) -> Tool:
    return Tool(
        name,
        description,
        {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        },
    )


TOOLS: Final = (
    _tool("list_services", "The services and packages on sale, with ids, prices and durations."),
    _tool(
        "get_package",
        "All about one package: what is in it, how long it lasts, what it costs.",
        package_id={"type": "integer", "description": "The id that list_services gives."},
    ),
    _tool(
        "propose_order",
        "Call it when the customer has chosen a package. The program then writes the summary with its price under your "
        "answer and asks the customer to confirm; you write no summary and no price.",
        package_id={"type": "integer", "description": "The id that list_services gives."},
        quantity={"type": "integer", "description": "How many; 1 unless the customer says otherwise."},
    ),
    _tool(
        "payment_instructions",
        "Call it when the customer asks how or where to pay. The program writes the instructions under your answer.",
    ),
    _tool("order_status", "This customer's orders and how each stands."),
    _tool(
        "handoff_to_human",
        "Leaves the chat to a person of the shop: when the customer asks for one, complains, wants money back, or asks "
        "for what you do not know.",
    ),
)
WRITES: Final = frozenset({"propose_order", "handoff_to_human"})


@dataclass(slots=True)
class Workbench:
    """One turn's tool calls against one turn's facts. Arguments never say who the customer is."""

    facts: TurnFacts
    language: str
    action: Action | None = None
    appended: list[str] = field(default_factory=list)  # sentences of the program, to stand under the answer
    calls: list[dict[str, Any]] = field(default_factory=list)  # for the glass box

    @property
    def has_written(self) -> bool:
        return self.action is not None

    @property
    def says_enough(self) -> bool:
        """Whether the program has something to say, even if the model adds no word."""
        return self.has_written or bool(self.appended)

    def is_repeated(self, call: ToolCall) -> bool:
        return any(known["tool"] == call.name and known["arguments"] == call.arguments for known in self.calls)

    def run(self, call: ToolCall) -> ToolAnswered:
        content, is_error = self._run(call)
        refused = {"refusal": content} if is_error else {}
        self.calls.append({"tool": call.name, "arguments": call.arguments, "is_error": is_error, **refused})
        return ToolAnswered(call, content, is_error)

    def _run(self, call: ToolCall) -> tuple[str, bool]:
        if call.name in WRITES and self.has_written:
            return "One such thing was done in this turn already; answer the customer now.", True
        match call.name:
            case "list_services":
                return self._services(), False
            case "get_package":
                package = self._package(call.arguments.get("package_id"))
                return (_NO_PACKAGE, True) if package is None else (self._details(package), False)
            case "propose_order":
                return self._propose(call.arguments)
            case "payment_instructions":
                return self._how_to_pay(), False
            case "order_status":
                return self._orders(), False
            case "handoff_to_human":
                self.action = HandOff()
                return "A person will answer; the program tells the customer so. Say nothing more.", False
            case _:
                return "There is no such tool.", True

    def _package(self, package_id: object) -> PackageFact | None:
        if isinstance(package_id, bool) or not isinstance(package_id, int):
            return None
        every = (package for service in self.facts.services for package in service.packages)
        return next((package for package in every if package.id == package_id), None)

    def _propose(self, arguments: dict[str, Any]) -> tuple[str, bool]:
        package, quantity = self._package(arguments.get("package_id")), arguments.get("quantity")
        if package is None:
            return _NO_PACKAGE, True
        if isinstance(quantity, bool) or not isinstance(quantity, int) or not 1 <= quantity <= LARGEST_QUANTITY:
            return f"A quantity is a whole number from 1 to {LARGEST_QUANTITY}.", True
        self.action = ProposeOrder(package.id, quantity)
        return "The program shows the summary and its price under your answer. One short sentence is enough.", False

    def _how_to_pay(self) -> str:
        waiting = [order for order in self.facts.orders if order.awaits_payment]
        if waiting:
            text = replies.payment_instructions(self.language, waiting[0], _methods(self.facts, waiting[0]))
        else:
            text = replies.payment_before_order(self.language, self.facts.payment_methods)
        if text not in self.appended:
            self.appended.append(text)
        return "The program writes how to pay under your answer. Repeat no number and no name of it."

    def _services(self) -> str:
        return _json(
            [
                {
                    "service": service.name,
                    "description": service.description,
                    "packages": [
                        {"package_id": package.id, "name": package.name, **self._costs(package)}
                        for package in service.packages
                    ],
                }
                for service in self.facts.services
            ]
        )

    def _details(self, package: PackageFact) -> str:
        return _json(
            {
                "package_id": package.id,
                "name": package.name,
                "description": package.description,
                "features": list(package.features),
                **self._costs(package),
            }
        )

    def _costs(self, package: PackageFact) -> dict[str, str]:
        costs = {"price": money(package.price, self.language)}
        if package.duration_count is not None and package.duration_unit is not None:
            costs["lasts"] = duration(package.duration_count, package.duration_unit, self.language)
        return costs

    def _orders(self) -> str:
        return _json([self._order(order) for order in self.facts.orders])

    def _order(self, order: OrderFact) -> dict[str, Any]:
        return {
            "number": order.number,
            "package": order.package_name,
            "quantity": order.quantity,
            "total": money(order.total, self.language),
            "status": order.status.value,
            **({"rejected_because": order.rejection_reason} if order.rejection_reason else {}),
        }


_NO_PACKAGE = "There is no such package on sale; look at list_services."


def _methods(facts: TurnFacts, order: OrderFact) -> list[Any]:
    return [method for method in facts.payment_methods if method.currency == order.total.currency]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
