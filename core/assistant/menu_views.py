"""What the built-in assistant asked last and the lists it shows; choices are ids, so a new catalogue shifts nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from core.assistant import replies
from core.assistant.decision import PackageFact, ServiceFact
from core.languages.wording import say

PAGE = 9


class Asked(StrEnum):
    NOTHING = ""
    SERVICE = "service"
    PACKAGE = "package"
    ORDER = "order"  # "would you like to order it?"
    CONFIRM = "confirm"  # the summary
    WHICH_ORDER = "which_order"  # a proof waits for the answer
    WHICH_CANCEL = "which_cancel"
    CANCEL_ORDER = "cancel_order"
    HUMAN = "human"  # "shall a person write to you?"


@dataclass(frozen=True, slots=True)
class Menu:
    """What the conversation remembers between turns."""

    asked: Asked = Asked.NOTHING
    choices: tuple[int, ...] = ()
    page: int = 0
    service: int | None = None
    package: int | None = None
    quantity: int | None = None
    message: int | None = None
    order: int | None = None
    unknown: int = 0  # turns in a row that were not understood
    offers_human: bool = False

    @classmethod
    def read(cls, stored: dict[str, Any]) -> "Menu":
        """Whatever does not look as it should is forgotten: the row may be older than the program."""
        asked = stored.get("asked", "")
        if not isinstance(asked, str) or asked not in set(Asked):
            return cls()
        numbers: dict[str, int] = {
            name: stored[name]
            for name in ("page", "service", "package", "quantity", "message", "order", "unknown")
            if _is_id(stored.get(name))
        }
        choices = stored.get("choices")
        return cls(
            asked=Asked(asked),
            choices=tuple(filter(_is_id, choices)) if isinstance(choices, list | tuple) else (),
            offers_human=stored.get("offers_human") is True,
            **numbers,
        )

    def stored(self) -> dict[str, Any]:
        kept = {field.name: getattr(self, field.name) for field in fields(self)}
        kept["asked"] = self.asked.value
        kept["choices"] = list(self.choices)
        return {name: value for name, value in kept.items() if value not in (None, "", [], 0) or value is True}

    @property
    def is_paged(self) -> bool:
        return len(self.choices) > PAGE


@dataclass(frozen=True, slots=True)
class View:
    text: str
    menu: Menu


class Catalogue:
    """What can be bought, and how it is shown."""

    def __init__(self, services: Sequence[ServiceFact], language: str) -> None:
        self.services = {service.id: service for service in services if service.packages}
        self.packages = {package.id: package for service in services for package in service.packages}
        self._language = language

    def root(self, *, page: int = 0) -> View:
        """All services; the packages themselves where there is one service only."""
        if not self.services:
            return View(say("nothing_for_sale", self._language), Menu(asked=Asked.HUMAN))
        if len(self.services) == 1:
            return self.of_service(next(iter(self.services)), page=page)
        return self.choice_of_services(tuple(self.services), title="services_title", page=page)

    def choice_of_services(self, ids: Sequence[int], *, title: str = "which_one", page: int = 0) -> View:
        menu = _turned(Menu(Asked.SERVICE, tuple(ids)), page)
        shown = [replies.service_entry(self._language, self.services[id_]) for id_ in _on_page(menu)]
        return View(self._list(say(title, self._language), shown, "services_hint", menu), menu)

    def of_service(self, service_id: int, *, page: int = 0) -> View:
        service = self.services[service_id]
        if len(service.packages) == 1:
            return self.package(service.packages[0].id)
        title = replies.lines(say("packages_title", self._language, service=service.name), service.description.strip())
        menu = Menu(Asked.PACKAGE, tuple(package.id for package in service.packages), service=service_id)
        return self._package_list(title, _turned(menu, page))

    def choice_of_packages(self, ids: Sequence[int], *, page: int = 0) -> View:
        return self._package_list(say("which_one", self._language), _turned(Menu(Asked.PACKAGE, tuple(ids)), page))

    def package(self, package_id: int) -> View:
        package = self.packages[package_id]
        text = replies.package_details(self._language, package, self.services[package.service_id])
        return View(text, Menu(Asked.ORDER, service=package.service_id, package=package_id))

    def again(self, menu: Menu, *, turn: int = 0) -> View:
        """The list of `menu` as it is today, `turn` pages further; the whole list where that one is gone."""
        if menu.asked is Asked.SERVICE:
            return self.root(page=menu.page + turn)
        if menu.asked is Asked.PACKAGE and menu.service in self.services:
            return self.of_service(menu.service, page=menu.page + turn)
        if menu.asked is Asked.PACKAGE:
            known = tuple(id_ for id_ in menu.choices if id_ in self.packages)
            return self.choice_of_packages(known, page=menu.page + turn) if known else self.root()
        if menu.asked is Asked.ORDER and menu.package in self.packages:
            return self.package(menu.package)
        return self.root()

    def back_from(self, menu: Menu) -> View:
        is_inside = menu.asked is Asked.ORDER and menu.service in self.services
        if is_inside and menu.service is not None and len(self.services[menu.service].packages) > 1:
            return self.of_service(menu.service)
        return self.root()

    def _package_list(self, title: str, menu: Menu) -> View:
        packages: list[PackageFact] = [self.packages[id_] for id_ in _on_page(menu)]
        shown = [replies.package_entry(self._language, package) for package in packages]
        return View(self._list(title, shown, "packages_hint", menu), menu)

    def _list(self, title: str, shown: Sequence[str], hint: str, menu: Menu) -> str:
        zero = ""
        if menu.is_paged:
            zero = say("more", self._language)
        elif menu.asked is Asked.PACKAGE and len(self.services) > 1:
            zero = say("back", self._language)
        return replies.listed(
            title, shown, say(hint, self._language), self._language, first=menu.page * PAGE + 1, zero=zero
        )


def with_quantity(view: View, quantity: int | None) -> View:
    """A list that remembers how many are wanted of what is picked from it."""
    return view if quantity is None else replace(view, menu=replace(view.menu, quantity=quantity))


def _on_page(menu: Menu) -> tuple[int, ...]:
    """Numbers go on from page to page, so that a number of an earlier page still means what it showed."""
    return menu.choices[menu.page * PAGE : (menu.page + 1) * PAGE]


def _turned(menu: Menu, page: int) -> Menu:
    """After the last page comes the first."""
    pages = max(1, -(-len(menu.choices) // PAGE))
    return replace(menu, page=page % pages)


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63
