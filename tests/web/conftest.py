"""The shop behind the doors, without its running part."""

import shutil
from pathlib import Path

import pytest

from core.audit import PROGRAM
from core.database import Database
from core.shop import Shop
from models.staff import Staff, StaffRole
from tests.web.doors import Ticker, environment_of
from tests.web.stand_in_dashboard import dashboard_of, write_sources
from web.assembly import shop_of
from web.dashboard_build import DashboardBuild
from web.settings import Environment

PASSWORD = "correct horse battery"


@pytest.fixture
def environment(data_folder: Path) -> Environment:
    return environment_of(data_folder)


@pytest.fixture
def shop(database: Database, database_url: str, environment: Environment) -> Shop:
    return shop_of(environment, database_url)


@pytest.fixture
async def owner(shop: Shop) -> Staff:
    return await shop.auth.create_staff(
        email="omar@shop.example", name="Omar", role=StaffRole.OWNER, password=PASSWORD, actor=PROGRAM
    )


@pytest.fixture
async def key(shop: Shop) -> str:
    """An API key that may do everything."""
    return (await shop.api_keys.create("Tests", ["*"], PROGRAM))[1]


@pytest.fixture
def ticker() -> Ticker:
    return Ticker()


@pytest.fixture(scope="session")
def _built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built")
    write_sources(root).build(lambda _: None)
    return root


@pytest.fixture
def built(_built_once: Path, tmp_path: Path) -> DashboardBuild:
    """A stand-in for the dashboard, built, and the test's own."""
    shutil.copytree(_built_once, tmp_path, dirs_exist_ok=True)
    return dashboard_of(tmp_path)
