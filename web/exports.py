"""The door of files to take away: a signed link opens one, and it is sent while it is read."""

from collections.abc import AsyncIterator
from typing import Final
from urllib.parse import quote

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from core import clock
from core.errors import ParleyError
from core.exports import Export, ExportFormat, ExportKind, Exports
from core.privacy import Privacy
from graph.schema.exports import customers_of, orders_of

log = structlog.get_logger()

CONTENT_TYPES: Final = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.JSON: "application/json",
}


ARCHIVE_TYPE: Final = "application/zip"


def export_routes(exports: Exports, privacy: Privacy) -> list[Route]:
    async def give(request: Request) -> Response:
        try:
            export = exports.links.read(request.path_params["token"])
            content = _content(exports, privacy, export)
        except ParleyError as error:
            status = 403 if error.code == "LINK_INVALID" else 400
            return JSONResponse(
                {"errors": [{"message": error.message, "extensions": {"code": error.code}}]},
                status_code=status,
                headers={"cache-control": "no-store"},
            )
        log.info("export_opened", kind=export.kind.value, format=export.format.value, caller=export.caller)
        is_archive = export.kind is ExportKind.CUSTOMER_ARCHIVE
        ending = "zip" if is_archive else export.format.value.lower()
        name = f"{export.kind.value.lower()}-{clock.now():%Y-%m-%d}.{ending}"
        headers = {
            "cache-control": "no-store",
            "content-disposition": f"attachment; filename*=utf-8''{quote(name, safe='')}",
            "content-security-policy": "sandbox; default-src 'none'",
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
        }
        return StreamingResponse(
            content, headers=headers, media_type=ARCHIVE_TYPE if is_archive else CONTENT_TYPES[export.format]
        )

    return [Route("/media/exports/{token}", give, methods=["GET"])]


def _content(exports: Exports, privacy: Privacy, export: Export) -> AsyncIterator[bytes]:
    match export.kind:
        case ExportKind.ORDERS:
            return exports.orders(orders_of(export), export.includes)
        case ExportKind.CUSTOMERS:
            return exports.customers(customers_of(export), export.includes)
        case ExportKind.CATALOG:
            return exports.catalog(export.format)
        case ExportKind.CUSTOMER_ARCHIVE:
            return privacy.archive(export.wanted["customer_id"])
