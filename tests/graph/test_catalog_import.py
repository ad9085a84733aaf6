"""A whole catalogue from a file: every mistake told by its place, all of it done or nothing."""

import csv
import io
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest
from starlette.applications import Starlette

from core import catalog_import as rule
from core.catalog_format import COLUMNS
from core.permissions import ROLE_PERMISSIONS
from core.retention import Retention
from core.shop import Shop
from models.audit import AuditLog
from models.catalog import Package, Service
from models.events import EventRow
from models.media import MediaFile
from models.staff import StaffRole
from tests.graph.asking import Asker, caller_with, counted
from tests.graph.rows import make_package, make_service
from tests.graph.test_mutations import do
from web.exports import export_routes
from web.media import media_routes

PROBLEMS = "problemCount problems { code message place line }"
IMPORT = f"""... on CatalogImportPayload {{
    isApplied createdCount updatedCount unchangedCount {PROBLEMS}
    changes {{ kind serviceName packageName fields place line }}
}} ... on CatalogNotImportableError {{ {PROBLEMS} }}"""


async def take(asker: Asker, content: Any, *, dry_run: bool = False, **more: Any) -> dict[str, Any]:
    """`content`: of JSON what it holds, of a table its text."""
    form, text = ("CSV", content) if isinstance(content, str) else ("JSON", orjson.dumps(content).decode())
    return await do(asker, "catalogImport", IMPORT, format=form, content=text, dryRun=dry_run, **more)


def places(answer: dict[str, Any]) -> list[tuple[Any, str, str]]:
    return [(problem["line"], problem["place"], problem["code"]) for problem in answer["problems"]]


def service(name: str = "Hosting", *packages: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "packages": list(packages), **more}


def package(name: str = "Starter", amount: Any = "2500.50", **more: Any) -> dict[str, Any]:
    return {"name": name, "price": {"amount": amount, "currency": "PKR"}, **more}


async def untouched() -> bool:
    return not (await AuditLog.exists() or await EventRow.exists() or await Service.exists() or await Package.exists())


async def test_a_catalogue_is_made_of_a_file(asker: Asker) -> None:
    content = {
        "services": [
            service(
                " Web  hosting ",
                package(features=["1 site", " fast "], duration={"count": 1, "unit": "MONTH"}, description="Small"),
                package("Pro", 9000, isActive=False),
                description="For shops",
            ),
            service("Design", isActive=False),
        ]
    }

    looked = await take(asker, content, dry_run=True)
    before = await untouched()
    done = await take(asker, content, idempotencyKey="i")
    again = await take(asker, content, idempotencyKey="i")
    repeated = await take(asker, content)

    assert before is True
    assert looked["isApplied"] is False
    assert (looked["createdCount"], looked["updatedCount"], looked["unchangedCount"]) == (4, 0, 0)
    assert looked["changes"] == done["changes"]
    assert done["changes"][1] == {
        "kind": "CREATED",
        "serviceName": "Web hosting",
        "packageName": "Starter",
        "fields": ["description", "features", "duration", "price"],
        "place": "services[0].packages[0]",
        "line": None,
    }
    assert again == done
    assert done["isApplied"] is True
    assert (repeated["createdCount"], repeated["unchangedCount"]) == (0, 4)
    hosting, design = await Service.all().order_by("id")
    assert (hosting.name, hosting.description, hosting.position, hosting.is_active) == (
        "Web hosting",
        "For shops",
        1,
        True,
    )
    assert (design.name, design.position, design.is_active) == ("Design", 2, False)
    starter, pro = await Package.all().order_by("id")
    assert (starter.price_amount, starter.features, starter.duration_count) == (250_050, ["1 site", "fast"], 1)
    assert (pro.price_amount, pro.position, pro.is_active, pro.service_id) == (900_000, 2, False, hosting.id)


async def test_what_is_there_is_changed_by_its_name_and_the_rest_stays(asker: Asker) -> None:
    hosting, other = await make_service("Hosting", position=5), await make_service("Other")
    starter = await make_package(hosting, "Starter", position=7)
    pro = await make_package(hosting, "Pro")
    await make_package(other, "Starter")

    done = await take(asker, {"services": [service("HOSTING", package("starter", "99"), package("New", "1"))]})

    assert [(change["kind"], change["packageName"], change["fields"]) for change in done["changes"]] == [
        ("UNCHANGED", None, []),
        ("UPDATED", "Starter", ["price"]),
        ("CREATED", "New", ["price"]),
    ]
    await starter.refresh_from_db()
    assert (starter.name, starter.price_amount, starter.position, starter.features) == ("Starter", 9900, 7, ["1 site"])
    assert [each.name for each in await Package.filter(service_id=hosting.id).order_by("position", "id")] == [
        "Pro",
        "Starter",
        "New",
    ]
    assert (await Package.get(id=pro.id)).price_amount == 250_050
    rows = await AuditLog.all().order_by("id")
    assert [(row.action, row.before, row.after.get("price_amount")) for row in rows] == [
        ("package.create", {}, 100),
        ("package.update", {"price_amount": 250_050}, 9900),
    ]
    assert [(event.type, event.payload) for event in await EventRow.all()] == [
        ("catalog.changed", {"service_id": hosting.id})
    ]


async def test_an_ended_duration_and_an_emptied_text_are_changes_too(asker: Asker) -> None:
    starter = await make_package(await make_service(), "Starter")
    await Package.filter(id=starter.id).update(description="Old")

    await take(asker, {"services": [service("Hosting", {"name": "Starter", "duration": None, "description": ""})]})

    await starter.refresh_from_db()
    assert (starter.duration_count, starter.duration_unit, starter.description) == (None, None, "")
    assert starter.price_amount == 250_050


async def test_every_mistake_of_json_is_told_by_its_place(asker: Asker) -> None:
    content = {
        "version": 1,
        "services": [
            service("Hosting", package(amount=19.99), package("Starter", "-5"), package("Pro", "1.005", colour="red")),
            service("", package("x" * 121)),
            "nothing",
            service("hosting", isActive="yes", position=-1, description=7, packages="none"),
            service(
                "Design",
                package("Logo", features=["ok", "", 3], duration={"count": 0, "unit": "MONTH"}),
                package("Page", features="fast", duration={"count": 1, "unit": "CENTURY"}),
                {"name": "Free"},
                {"name": "Odd", "price": {"amount": "1", "currency": "XXQ"}},
                {"name": "Nul\u0000", "price": 5},
            ),
        ],
    }

    looked = await take(asker, content, dry_run=True)
    refused = await take(asker, content)

    assert sorted((place, code) for _, place, code in places(looked)) == [
        ("services[0].packages[0].price.amount", "INVALID_INPUT"),
        ("services[0].packages[1].name", "DUPLICATE"),
        ("services[0].packages[1].price.amount", "INVALID_INPUT"),
        ("services[0].packages[2].colour", "UNKNOWN_KEY"),
        ("services[0].packages[2].price.amount", "INVALID_INPUT"),
        ("services[1].name", "MISSING"),
        ("services[1].packages[0].name", "INVALID_INPUT"),
        ("services[2]", "WRONG_TYPE"),
        ("services[3].description", "INVALID_INPUT"),
        ("services[3].isActive", "INVALID_INPUT"),
        ("services[3].name", "DUPLICATE"),
        ("services[3].packages", "WRONG_TYPE"),
        ("services[3].position", "INVALID_INPUT"),
        ("services[4].packages[0].duration.count", "INVALID_INPUT"),
        ("services[4].packages[0].features", "INVALID_INPUT"),
        ("services[4].packages[1].duration.unit", "INVALID_INPUT"),
        ("services[4].packages[1].features", "INVALID_INPUT"),
        ("services[4].packages[2].price", "MISSING"),
        ("services[4].packages[3].price.currency", "UNKNOWN_CURRENCY"),
        ("services[4].packages[4].name", "INVALID_INPUT"),
        ("services[4].packages[4].price", "INVALID_INPUT"),
        ("version", "UNKNOWN_KEY"),
    ]
    assert refused["__typename"] == "CatalogNotImportableError"
    assert (refused["code"], refused["path"]) == ("CATALOG_NOT_IMPORTABLE", ["input", "content"])
    assert refused["problems"] == looked["problems"]
    assert await untouched()


@pytest.mark.parametrize(
    ("form", "content", "told"),
    [
        ("JSON", '{"services": [\n{]}', (2, "", "NOT_JSON")),
        ("JSON", "[" * 5000, (1, "", "NOT_JSON")),
        ("JSON", "[]", (None, "services", "WRONG_TYPE")),
        ("JSON", '{"services": 1}', (None, "services", "WRONG_TYPE")),
        ("CSV", "", (1, "service", "MISSING")),
        ("CSV", "service\nA", (1, "package", "MISSING")),
        ("CSV", "service,package,prize\nA,B,1", (1, "prize", "UNKNOWN_COLUMN")),
        ("CSV", "service,package,package\nA,B,C", (1, "package", "UNKNOWN_COLUMN")),
        ("CSV", 'service,package\n"A,B', (2, "", "NOT_CSV")),
        ("CSV", f"service,package\n{'x' * 200_000},B", (2, "", "NOT_CSV")),
    ],
)
async def test_a_file_that_is_none_is_told_so(asker: Asker, form: str, content: str, told: Any) -> None:
    answer = await do(asker, "catalogImport", IMPORT, format=form, content=content, dryRun=False)

    assert answer["__typename"] == "CatalogNotImportableError"
    assert places(answer)[0] == told
    assert await untouched()


def table(*lines: tuple[str, ...], names: tuple[str, ...] = COLUMNS, delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([names, *lines])
    return text.getvalue()


SHORT = ("service", "package", "price", "currency", "features", "duration_count", "duration_unit", "is_active")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
async def test_a_catalogue_is_made_of_a_table(asker: Asker, delimiter: str) -> None:
    content = "\ufeff" + table(
        ("Hosting", "Starter", "2500.5", "pkr", "One\nTwo", "1", "month", "TRUE"),
        ("hosting", "'=Pro", "9000", "PKR", "", "", "", "no"),
        ("", "", "", "", "", "", "", ""),
        ("Design", "", "", "", "", "", "", ""),
        names=SHORT,
        delimiter=delimiter,
    )

    done = await take(asker, content)

    assert done["problems"] == []
    assert [(change["serviceName"], change["packageName"], change["line"]) for change in done["changes"]] == [
        ("Hosting", None, 2),
        ("Hosting", "Starter", 2),
        ("Hosting", "=Pro", 4),
        ("Design", None, 6),
    ]
    starter, pro = await Package.all().order_by("id")
    assert (starter.features, starter.duration_count, starter.price_amount) == (["One", "Two"], 1, 250_050)
    assert (pro.name, pro.is_active, pro.features, pro.duration_count) == ("=Pro", False, [], None)


async def test_every_mistake_of_a_table_is_told_by_its_line(asker: Asker) -> None:
    await make_service("Twice")
    await make_service("twice")
    content = table(
        ("Hosting", "One\nsite", "", "1,000.50", "PKR", "", "", ""),
        ("Hosting", "Starter", "cheap", "10", "rupees", "x", "MONTH", "perhaps"),
        ("Hosting", "starter", "", "10", "PKR", "1", "", ""),
        ("", "Lost", "", "10", "PKR", "", "", ""),
        ("", "Lost", "", "10", "PKR", "", "", ""),
        ("Twice", "Logo", "", "10", "PKR", "", "", ""),
        ("Hosting", "", "", "10", "PKR", "", "", "", "more"),
        ("Hosting", "", "", "10", "PKR", "", "", ""),
        names=(
            "service",
            "package",
            "service_description",
            "price",
            "currency",
            "duration_count",
            "duration_unit",
            "is_active",
        ),
    )

    looked = await take(asker, content + "Hosting,Late,other words,5,PKR,,,\n", dry_run=True)

    assert places(looked) == [
        (2, "price", "INVALID_INPUT"),
        (4, "duration_count", "INVALID_INPUT"),
        (4, "currency", "UNKNOWN_CURRENCY"),
        (4, "is_active", "INVALID_INPUT"),
        (5, "duration_unit", "INVALID_INPUT"),
        (5, "package", "DUPLICATE"),
        (6, "service", "MISSING"),
        (7, "service", "MISSING"),
        (8, "service", "AMBIGUOUS"),
        (9, "", "TOO_MANY_CELLS"),
        (10, "package", "MISSING"),
        (11, "service_description", "CONFLICT"),
    ]


async def test_what_was_exported_changes_nothing_when_it_is_imported(asker: Asker, shop: Shop) -> None:
    hosting = await make_service("=Hosting", position=2)
    await make_service("Empty", position=1)
    await make_package(hosting, "@Starter", position=1)
    odd = await make_package(hosting, "Pro | Plus", position=2)
    await Package.filter(id=odd.id).update(
        features=["-1 day", "two; three", '"four"'], duration_count=None, duration_unit=None, currency="KWD",
        price_amount=1_250, description="Line one\nline two", is_active=False,
    )  # fmt: skip
    app = Starlette(routes=export_routes(shop.exports, shop.privacy))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.example") as browser:
        for form in ("JSON", "CSV"):
            link = await do(asker, "catalogExportCreate", "... on ExportPayload { url }", format=form)
            text = (await browser.get(link["url"])).text

            answer = await do(asker, "catalogImport", IMPORT, format=form, content=text, dryRun=True)

            assert answer["problems"] == [], form
            assert (answer["createdCount"], answer["updatedCount"], answer["unchangedCount"]) == (0, 0, 4), form


async def test_a_large_file_comes_as_an_upload(asker: Asker, shop: Shop, data_folder: Path) -> None:
    packages = [package(f"Package {number}", str(number + 1), description="x" * 900) for number in range(400)]
    content = orjson.dumps({"services": [service("Hosting", *packages)]})
    asking = "... on MediaUploadPayload { id putPath }"
    upload = await do(asker, "mediaUploadCreate", asking, purpose="CATALOG", contentType="application/json")
    early = await do(asker, "catalogImport", IMPORT, format="JSON", uploadId=upload["id"])
    looking = {"format": "JSON", "uploadId": upload["id"], "dryRun": True}
    routes = media_routes(shop.media_files, shop.uploads, shop.media_links)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(Starlette(routes=routes)), base_url="http://x") as web:
        assert (await web.put(upload["putPath"], content=content)).status_code == 201
    foreign = asker.as_(caller_with(*ROLE_PERMISSIONS[StaffRole.ADMIN]))

    asked = {"format": "JSON", "uploadId": upload["id"], "dryRun": False, "idempotencyKey": "u"}
    stolen = await do(foreign, "catalogImport", IMPORT, **asked)
    looks = [await do(asker, "catalogImport", IMPORT, **looking) for _ in range(2)]
    with counted() as statements:
        done = await do(asker, "catalogImport", IMPORT, **asked)
    again = await do(asker, "catalogImport", IMPORT, **asked)

    assert (early["__typename"], early["path"]) == ("ConflictError", ["input", "uploadId"])
    assert (stolen["__typename"], stolen["path"]) == ("NotFoundError", ["input", "uploadId"])
    assert [look["createdCount"] for look in looks] == [401, 401]
    assert done["createdCount"] == 401
    assert done == again
    jobs = await shop.database.fetch("select args from procrastinate_jobs where task_name = 'forget_unused_file'")
    [file] = await MediaFile.all()
    assert [orjson.loads(job["args"]) for job in jobs] == [{"media_id": file.id}]
    await Retention(shop.database, shop.settings, shop.media_files).forget_unused(file.id)
    assert (await MediaFile.get(id=file.id)).deleted_at is not None
    assert await do(asker, "catalogImport", IMPORT, **asked) == done
    another = await do(asker, "catalogImport", IMPORT, format="JSON", uploadId=upload["id"])
    assert (another["__typename"], another["code"]) == ("NotFoundError", "UPLOAD_NOT_FOUND")
    assert await Package.all().count() == 400
    assert len([each for each in statements if "packages" in each]) < 10


async def test_what_is_too_large_is_refused(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "MAX_BYTES", 10)

    large = await take(asker, {"services": []})
    nothing = await do(asker, "catalogImport", IMPORT, format="JSON")
    both = await do(asker, "catalogImport", IMPORT, format="JSON", content="x", uploadId="y")
    garbage = await do(asker, "catalogImport", IMPORT, format="JSON", uploadId="y")

    assert (large["__typename"], large["code"]) == ("InvalidInputError", "CATALOG_TOO_LARGE")
    assert [answer["path"] for answer in (nothing, both)] == [["input", "content"]] * 2
    assert garbage["path"] == ["input", "uploadId"]


async def test_too_many_things_and_too_many_mistakes_are_cut(asker: Asker) -> None:
    many = await take(asker, {"services": [service(f"S{number}") for number in range(501)]}, dry_run=True)
    wrong = await take(asker, {"services": [service(f"S{number}", isActive=0) for number in range(300)]}, dry_run=True)

    assert places(many) == [(None, "services[500]", "TOO_MANY")]
    assert (wrong["problemCount"], len(wrong["problems"])) == (300, 200)


async def test_another_request_under_the_same_key_and_a_role_that_may_not_are_refused(asker: Asker) -> None:
    agent = asker.as_(caller_with(*ROLE_PERMISSIONS[StaffRole.AGENT]))
    document = 'mutation { catalogImport(input: {format: JSON, content: "{}", dryRun: false}) { __typename } }'

    await take(asker, {"services": [service()]}, idempotencyKey="k")
    other = await take(asker, {"services": [service("Other")]}, idempotencyKey="k")
    answer = await agent.ask(document)

    assert other["__typename"] == "IdempotencyKeyReusedError"
    assert answer.codes == ["FORBIDDEN"]
    assert [each.name for each in await Service.all()] == ["Hosting"]


async def test_prices_keep_every_digit(asker: Asker) -> None:
    done = await take(asker, {"services": [service("A", package("B", "90071992547409.91"), package("C", "0"))]})

    assert done["problems"] == []
    first, second = await Package.all().order_by("id")
    assert first.price_amount == 9_007_199_254_740_991
    assert second.price_amount == 0
