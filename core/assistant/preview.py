"""What a customer would read of the catalogue and of how to pay: made by the built-in assistant's own hand, so that it
cannot differ."""

from dataclasses import dataclass
from typing import Final

from core import clock
from core.assistant import replies
from core.assistant.decision import OrderFact, ServiceFact
from core.assistant.facts import method_fact, package_fact, service_fact
from core.assistant.menu_views import PAGE, Catalogue, View
from core.catalog import Catalog, PackageNotFoundError, ServiceNotFoundError
from core.errors import InvalidInputError
from core.languages.wording import LANGUAGES
from core.money import Money, exponent
from core.payments import Payments
from core.settings import Settings
from models.catalog import Package, Service
from models.orders import OrderStatus

# The order that a payment preview tells of: it is made up.
_SAMPLE_NUMBER: Final = "PX-1042"
_SAMPLE_AMOUNT: Final = 1_500  # in major units


@dataclass(frozen=True, slots=True)
class Preview:
    """`pages`: what is sent, and what follows each time the customer asks for more."""

    language: str
    pages: tuple[str, ...]
    is_on_sale: bool


async def preview(
    catalog: Catalog,
    settings: Settings,
    *,
    service_id: int | None = None,
    package_id: int | None = None,
    language: str | None = None,
) -> Preview:
    """Of a service, of a package, or of neither: the first menu. What is off the shelf is shown as if it were on it.

    Raises InvalidInputError, ServiceNotFoundError or PackageNotFoundError.
    """
    if service_id is not None and package_id is not None:
        raise InvalidInputError("Name a service or a package, not both.", field="packageId")
    language = await _spoken(settings, language)
    on_sale = [service_fact(service) for service in await catalog.on_sale()]
    if package_id is not None:
        services, is_on_sale = await _with_package(on_sale, package_id)
        view = Catalogue(services, language).package(package_id)
        return Preview(language, (view.text,), is_on_sale)
    if service_id is not None:
        services, is_on_sale = await _with_service(on_sale, service_id)
        return Preview(language, _pages(Catalogue(services, language), service_id), is_on_sale)
    return Preview(language, _pages(Catalogue(on_sale, language), None), is_on_sale=True)


@dataclass(frozen=True, slots=True)
class PaymentPreview:
    language: str
    currency: str
    text: str
    method_count: int


async def payment_preview(
    payments: Payments, settings: Settings, *, currency: str | None = None, language: str | None = None
) -> PaymentPreview:
    """What a customer who has to pay in this currency is told. The order is made up, the ways to pay are not.

    Raises InvalidInputError or UnknownCurrencyError.
    """
    language = await _spoken(settings, language)
    currency = currency or (await settings.read()).currency
    total = Money(_SAMPLE_AMOUNT * 10 ** exponent(currency), currency)
    order = OrderFact(
        id=0,
        number=_SAMPLE_NUMBER,
        status=OrderStatus.PENDING,
        package_name="",
        quantity=1,
        total=total,
        has_waiting_proof=False,
        created_at=clock.now(),
    )
    methods = [method_fact(method) for method in await payments.methods(currency)]
    return PaymentPreview(language, currency, replies.payment_instructions(language, order, methods), len(methods))


async def _spoken(settings: Settings, language: str | None) -> str:
    language = language or (await settings.read()).default_language
    if language not in LANGUAGES:
        raise InvalidInputError(f"Choose one of {', '.join(LANGUAGES)}.", field="language")
    return language


def _pages(catalogue: Catalogue, service_id: int | None) -> tuple[str, ...]:
    def page(number: int) -> View:
        return catalogue.root(page=number) if service_id is None else catalogue.of_service(service_id, page=number)

    first = page(0)
    return (first.text, *(page(number).text for number in range(1, -(-len(first.menu.choices) // PAGE))))


async def _with_package(on_sale: list[ServiceFact], package_id: int) -> tuple[list[ServiceFact], bool]:
    if any(package.id == package_id for service in on_sale for package in service.packages):
        return on_sale, True
    package = await Package.get_or_none(id=package_id).select_related("service")
    if package is None:
        raise PackageNotFoundError("There is no such package.", field="packageId")
    service = package.service
    others = [fact for fact in on_sale if fact.id != service.id]
    return [*others, ServiceFact(service.id, service.name, service.description, (package_fact(package),))], False


async def _with_service(on_sale: list[ServiceFact], service_id: int) -> tuple[list[ServiceFact], bool]:
    if any(service.id == service_id and service.packages for service in on_sale):
        return on_sale, True
    service = await Service.get_or_none(id=service_id)
    if service is None:
        raise ServiceNotFoundError("There is no such service.", field="serviceId")
    packages = await Package.filter(service_id=service_id).order_by("position", "id")
    shown = [package for package in packages if package.is_active] or packages
    if not shown:
        raise InvalidInputError("It has no package yet, so customers are never shown it.", field="serviceId")
    facts = tuple(package_fact(package) for package in shown)
    others = [fact for fact in on_sale if fact.id != service_id]
    return [*others, ServiceFact(service.id, service.name, service.description, facts)], False
