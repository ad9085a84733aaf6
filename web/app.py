"""The doors: every path of the program in one Starlette application."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute

from graph.root import build_schema
from web.assembly import Running
from web.dashboard_door import DashboardDoor
from web.exports import export_routes
from web.graphql import GraphQLDoor
from web.health import health_routes
from web.media import media_routes
from web.middleware import middleware
from web.settings import Environment


def create_app(environment: Environment, running: Running, dashboard: Path, *, trouble: str | None = None) -> Starlette:
    """`app.state.door.sockets.run()` must run beside it.

    `dashboard` is the folder of what is built, and `trouble` why nothing is, if that is known.
    """
    shop = running.shop
    door = GraphQLDoor(build_schema(), shop, environment)
    app = Starlette(
        routes=[
            Route("/graphql", door),
            WebSocketRoute("/graphql", door),
            *health_routes(),
            *export_routes(shop.exports, shop.privacy),
            *media_routes(shop.media_files, shop.uploads, shop.media_links),
        ],
        middleware=middleware(environment),
        exception_handlers={404: _no_such_path, 405: _no_such_path},
    )
    app.state.running = running
    app.state.door = door
    return with_dashboard(app, dashboard, trouble)


def with_dashboard(app: Starlette, folder: Path, trouble: str | None) -> Starlette:
    """What no route of the app takes goes to the dashboard, and what that does not take is not there."""
    router = app.router
    taken = {route.path.split("/")[1] for route in router.routes if isinstance(route, Route | WebSocketRoute)}
    router.default = DashboardDoor(folder, otherwise=router.default, taken=taken, trouble=trouble)
    return app


async def _no_such_path(_: Request, error: Exception) -> JSONResponse:
    status = getattr(error, "status_code", 404)
    message = "There is nothing at this path." if status == 404 else "This path does not take that method."
    code = "NOT_FOUND" if status == 404 else "METHOD_NOT_ALLOWED"
    body = {"errors": [{"message": message, "extensions": {"code": code}}]}
    return JSONResponse(body, status_code=status, headers=getattr(error, "headers", None))
