"""`python -m web.cli`: every command, and the one place where an error becomes a sentence and an exit code."""

import asyncio
import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from core import audit
from core.embedded_postgres import EmbeddedPostgresError
from core.errors import ParleyError
from core.staff import By
from models.staff import StaffRole
from web.cli.opening import shop_for_command
from web.cli.scenarios import scenarios
from web.cli.simulate import simulate
from web.cli.told import complained, timed, told
from web.place import database_url
from web.settings import load, start_as_a_person

app = App(name="python -m web.cli", help="Parley: sells your services over WhatsApp.", version_flags=[])
app.command(simulate)
app.command(scenarios)
api_key = App(name="api-key", help="Keys for programs that use the API.")
app.command(api_key)

Dev = Annotated[bool, Parameter(help="Make missing secrets in the data folder, as `make run` does.")]


@app.command
def serve(*, dev: Dev = False, reload: bool = False, build: bool = True, host: str = "127.0.0.1") -> None:
    """Run the platform: API, chats, jobs and dashboard in one process.

    Parameters
    ----------
    reload
        Start again whenever a Python file of the program changes.
    build
        With --dev, build the dashboard first if its sources have changed. Without --dev, what is built is served.
    host
        The address to listen on; the port is PORT (8000).
    """
    from web.cli.serve import serve as run

    start_as_a_person()
    run(dev=dev, reload=reload, build=build, host=host)


@app.command(name="build-dashboard")
def build_dashboard(*, check: bool = False) -> None:
    """Build the dashboard if its sources have changed; a server that is running serves it from then on.

    Parameters
    ----------
    check
        Build nothing; judge its types, its operations and its style.
    """
    from web.dashboard_build import DashboardBuild

    dashboard = DashboardBuild()
    if check:
        raise SystemExit(dashboard.check(timed()))
    if not dashboard.build(timed()):
        told("The dashboard is up to date.")


@app.command
def migrate() -> None:
    """Bring the tables up to date."""
    from core.migrations import migrate as run

    async def act() -> None:
        environment = load(dev=True)
        async with database_url(environment) as url:
            applied = await run(url)
            told(f"{len(applied)} migrations applied." if applied else "The tables are up to date.")

    asyncio.run(act())


@app.command
def seed() -> None:
    """Fill an empty shop with sample data, once."""
    from web.sample_data import add_sample_data

    async def act() -> None:
        async with shop_for_command() as shop:
            added = await add_sample_data(shop)
            told("The sample data was added." if added else "There is data already; nothing was added.")

    asyncio.run(act())


@app.command(name="create-staff")
def create_staff(email: str, *, name: str, role: StaffRole = StaffRole.AGENT) -> None:
    """Add somebody who works in the shop. The password is asked for, or read from standard input."""

    async def act(password: str) -> None:
        async with shop_for_command() as shop:
            staff = await shop.auth.create_staff(
                email=email, name=name, role=role, password=password, actor=audit.PROGRAM
            )
            told(f"{staff.name} ({staff.role.value}) can sign in as {staff.email}.")

    asked = getpass.getpass("Password (10 characters or more): ") if sys.stdin.isatty() else sys.stdin.readline()
    asyncio.run(act(asked.rstrip("\n")))


@app.command(name="reset-second-factor")
def reset_second_factor(email: str) -> None:
    """Take the second factor from somebody who lost it and has no colleague to do it; their sessions end.

    They sign in with their password alone then, and should set a second factor up again. Whoever can run this owns the
    data anyhow; the audit log keeps that it was done here.

    Parameters
    ----------
    email
        The address they sign in with.
    """

    async def act() -> None:
        async with shop_for_command() as shop:
            staff = await shop.staff.by_email(email)
            await shop.staff.reset_second_factor(staff.id, By(audit.PROGRAM, manages_owners=True))
            told(f"{staff.name} ({staff.role.value}) signs in with the password alone now; every session has ended.")
            told("Set the second factor up again after signing in.")

    asyncio.run(act())


@api_key.command(name="create")
def create_api_key(*, name: str, scope: list[str]) -> None:
    """Make a key. It is shown once, alone on the last line.

    Parameters
    ----------
    name
        What the key is for.
    scope
        What it may do, e.g. orders:read; may be given several times. * is everything.
    """

    async def act() -> None:
        async with shop_for_command() as shop:
            row, key = await shop.api_keys.create(name, scope, audit.PROGRAM)
            told(f"Key “{row.name}” with {', '.join(row.scopes)}. It is not shown again:")
            told(key)

    asyncio.run(act())


@api_key.command(name="list")
def list_api_keys() -> None:
    """Show the keys, without the keys themselves."""

    async def act() -> None:
        async with shop_for_command() as shop:
            for row in await shop.api_keys.all():
                state = "revoked" if row.revoked_at else "active"
                told(f"{row.id}  {row.prefix}…  {state}  {row.name}  {', '.join(row.scopes)}")

    asyncio.run(act())


@api_key.command(name="revoke")
def revoke_api_key(number: int) -> None:
    """End a key; its open sockets close.

    Parameters
    ----------
    number
        The first column of `api-key list`.
    """

    async def act() -> None:
        async with shop_for_command() as shop:
            row = await shop.api_keys.revoke(number, audit.PROGRAM)
            told(f"Key “{row.name}” is revoked.")

    asyncio.run(act())


@app.command(name="export-schema")
def export_schema(
    *, check: bool = False, path: Path = Path("schema.graphql"), rights: Path = Path("docs/rights.md")
) -> None:
    """Write schema.graphql and docs/rights.md.

    Parameters
    ----------
    check
        Write nothing; fail when a file differs from the code.
    path
        The file of the schema.
    rights
        The file of the table of rights.
    """
    from core.rights import as_markdown
    from graph.root import export_sdl

    for file, wanted in ((path, export_sdl()), (rights, as_markdown())):
        if not check:
            file.write_text(wanted, encoding="utf-8")
            told(f"{file} is written.")
        elif not file.exists() or file.read_text(encoding="utf-8") != wanted:
            raise SystemExit(f"{file} differs from the code; run `make schema` and look at what changed.")
        else:
            told(f"{file} is up to date.")


@app.command(name="encrypt-keys")
def encrypt_keys() -> None:
    """Seal everything again that WHATSAPP_SESSION_SECRET_PREVIOUS sealed; afterwards it may be forgotten.

    Start the server with both secrets first: one that knows the old secret alone goes on sealing with it.
    """
    from core.resealing import reseal_everything
    from core.whatsapp.session_store import SessionStore
    from web.assembly import vault_of

    async def act() -> None:
        async with shop_for_command() as shop:
            sessions = SessionStore(shop.database, vault_of(load(dev=True)))
            resealed = await reseal_everything(sessions, shop.second_factors, shop.webhooks, shop.providers)
            amounts = ", ".join(f"{amount} {name}" for name, amount in resealed.items())
            told(f"Sealed again under the current secret: {amounts}.")

    asyncio.run(act())


@app.command
def doctor() -> None:
    """Look whether everything the platform needs is in order, and say what to do where it is not."""
    from web.cli.doctor import examine

    raise SystemExit(asyncio.run(examine()))


def main() -> None:
    try:
        app()
    except ParleyError as error:
        complained(error.message)
        raise SystemExit(2) from None
    except EmbeddedPostgresError as error:
        complained(f"The embedded PostgreSQL did not start: {error}")
        raise SystemExit(3) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        # Whoever read our output has enough; nothing more can be told, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
