"""Is it alive, and may it be sent traffic."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from web.assembly import Running

DATABASE_SECONDS = 2.0


async def alive(_: Request) -> JSONResponse:
    """200 as long as the process answers at all; asks nobody else."""
    return JSONResponse({"status": "alive"})


async def ready(request: Request) -> JSONResponse:
    """200 once the start order is through and the database answers; 503 says what is missing."""
    running: Running = request.app.state.running
    missing = [] if running.engine.is_ready else ["engine"]
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            await running.shop.database.fetch("select 1")
    except Exception:
        missing.append("database")
    if missing:
        return JSONResponse({"status": "not ready", "missing": missing}, status_code=503)
    return JSONResponse({"status": "ready"})


def health_routes() -> list[Route]:
    return [Route("/healthz", alive), Route("/readyz", ready)]
