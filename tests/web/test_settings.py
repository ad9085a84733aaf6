"""The environment: what works without it, and that every wrong variable is called by its name."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_network
from pathlib import Path

import pytest

from core.errors import ConfigurationError
from web.place import owner_name
from web.settings import CHECKOUT, Admin, Cloudinary, load

STRONG = "b7Jw0h3mT2nq9xLkV5sYcRzA8uEfGd4P"
OTHER = "Qp6Zr1Xw8Ty3Uv5Ms9Na2Kb7Lc4Jd0He"
VARIABLES = (
    "DATABASE_URL",
    "JWT_SECRET",
    "WHATSAPP_SESSION_SECRET",
    "WHATSAPP_SESSION_SECRET_PREVIOUS",
    "CLOUDINARY_URL",
    "CLOUDINARY_CLOUD_NAME",
    "CLOUDINARY_API_KEY",
    "CLOUDINARY_API_SECRET",
    "CLOUDINARY_API_URL",
    "CLAUDE_API_KEY",
    "GEMINI_API_KEY",
    "GROQ_API_KEY",
    "COHERE_API_KEY",
    "CORS_ORIGIN",
    "ADMIN_EMAIL",
    "ADMIN_PASSWORD",
    "PORT",
    "LOG_LEVEL",
    "PARLEY_DATA",
    "PUBLIC_URL",
    "TRUSTED_PROXIES",
    "WEBHOOK_ALLOW_PRIVATE",
)


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment with nothing in it but the data folder."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "deep" / "data"
    monkeypatch.setenv("PARLEY_DATA", str(folder))
    return folder


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What strict mode needs at least."""
    monkeypatch.setenv("JWT_SECRET", STRONG)
    monkeypatch.setenv("WHATSAPP_SESSION_SECRET", OTHER)
    return monkeypatch


def problem(*, dev: bool = False) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as refused:
        load(dev=dev)
    return refused.value


def test_without_any_variable_the_developer_gets_secrets_that_stay(data: Path) -> None:
    first = load(dev=True)
    second = load(dev=True)

    assert first == second
    assert len(first.jwt_secret) >= 32
    assert first.jwt_secret != first.whatsapp_session_secret
    files = sorted((data / "secrets").iterdir())
    assert [path.name for path in files] == ["JWT_SECRET", "WHATSAPP_SESSION_SECRET"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600, 0o600]
    assert stat.S_IMODE((data / "secrets").stat().st_mode) == 0o700
    assert (first.port, first.public_url, first.log_level) == (8000, "http://localhost:8000", "INFO")
    assert (first.cors_origins, first.trusted_proxies, first.admin, first.cloudinary) == ((), (), None, None)
    assert not first.webhook_allow_private
    assert first.database_url is None


def test_several_processes_that_start_at_once_agree_on_the_secrets() -> None:
    with ThreadPoolExecutor(8) as pool:
        environments = list(pool.map(lambda _: load(dev=True), range(8)))

    assert len({environment.jwt_secret for environment in environments}) == 1


def test_the_data_folder_is_below_the_checkout_when_nothing_is_said(strict: pytest.MonkeyPatch) -> None:
    strict.delenv("PARLEY_DATA")

    assert load(dev=False).data == CHECKOUT / ".parley"


@pytest.mark.usefixtures("strict")
def test_a_given_secret_is_not_made(data: Path) -> None:
    assert load(dev=True).jwt_secret == STRONG
    assert not data.exists()


def test_strict_mode_makes_nothing_and_names_every_missing_secret(data: Path) -> None:
    error = problem()

    assert error.field == "JWT_SECRET"
    assert [line.partition(":")[0] for line in error.message.splitlines()] == ["JWT_SECRET", "WHATSAPP_SESSION_SECRET"]
    assert "token_urlsafe" in error.message
    assert not data.exists()


@pytest.mark.usefixtures("strict")
def test_strict_mode_needs_the_two_secrets_alone() -> None:
    environment = load(dev=False)

    assert (environment.jwt_secret, environment.whatsapp_session_secret) == (STRONG, OTHER)
    assert environment.whatsapp_session_secret_previous is None
    assert not environment.is_https


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JWT_SECRET", "short"),
        ("JWT_SECRET", "a" * 40),
        ("JWT_SECRET", OTHER),
        ("WHATSAPP_SESSION_SECRET", STRONG[:31]),
        ("WHATSAPP_SESSION_SECRET_PREVIOUS", "short"),
        ("DATABASE_URL", "mysql://localhost/parley"),
        ("DATABASE_URL", "postgres://localhost:port/parley"),
        ("DATABASE_URL", "postgres://localhost"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "http"),
        ("PORT", "-1"),
        ("LOG_LEVEL", "loud"),
        ("CORS_ORIGIN", "*"),
        ("CORS_ORIGIN", "https://*.shop.example"),
        ("CORS_ORIGIN", "https://shop.example/"),
        ("CORS_ORIGIN", "https://shop.example,shop2.example"),
        ("CORS_ORIGIN", "https://shop.example:443"),
        ("CORS_ORIGIN", "null"),
        ("TRUSTED_PROXIES", "proxy.example"),
        ("WEBHOOK_ALLOW_PRIVATE", "yes"),
        ("TRUSTED_PROXIES", "10.0.0.1/8"),
        ("PUBLIC_URL", "shop.example"),
        ("PUBLIC_URL", "https://shop.example/app"),
        ("PUBLIC_URL", "ftp://shop.example"),
        ("ADMIN_EMAIL", "owner"),
        ("CLOUDINARY_URL", "https://cloudinary.example"),
        ("CLOUDINARY_API_URL", "http://api.cloudinary.example"),
        ("CLOUDINARY_API_URL", "https://api.cloudinary.example/v1_1"),
    ],
)
def test_a_wrong_variable_is_called_by_its_name_and_not_repeated(
    strict: pytest.MonkeyPatch, name: str, value: str
) -> None:
    strict.setenv(name, value)

    error = problem()

    assert error.field == name
    if "SECRET" in name:
        assert value not in error.message


def test_all_wrong_variables_are_named_at_once(strict: pytest.MonkeyPatch) -> None:
    strict.setenv("PORT", "many")
    strict.setenv("LOG_LEVEL", "loud")

    assert [line.partition(":")[0] for line in problem().message.splitlines()] == ["PORT", "LOG_LEVEL"]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"ADMIN_EMAIL": "owner@shop.example"}, "ADMIN_PASSWORD"),
        ({"ADMIN_PASSWORD": "a long password"}, "ADMIN_EMAIL"),
        ({"ADMIN_EMAIL": "owner@shop.example", "ADMIN_PASSWORD": "short"}, "ADMIN_PASSWORD"),
        ({"CLOUDINARY_CLOUD_NAME": "shop", "CLOUDINARY_API_KEY": "1"}, "CLOUDINARY_API_SECRET"),
    ],
)
def test_half_a_pair_names_the_other_half(strict: pytest.MonkeyPatch, given: dict[str, str], named: str) -> None:
    for name, value in given.items():
        strict.setenv(name, value)

    assert problem().field == named


def test_everything_given_is_understood(strict: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {
        "DATABASE_URL": "postgres://parley:pw@db.example:5433/shop",
        "WHATSAPP_SESSION_SECRET_PREVIOUS": STRONG[::-1],
        "CORS_ORIGIN": "https://a.example, http://localhost:5173",
        "TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8, ::1",
        "WEBHOOK_ALLOW_PRIVATE": "1",
        "PUBLIC_URL": "https://shop.example/",
        "PORT": "9001",
        "LOG_LEVEL": "debug",
        "ADMIN_EMAIL": "Owner@Shop.Example",
        "ADMIN_PASSWORD": "a long password",
        "CLOUDINARY_URL": "cloudinary://123:s%2Fecret@ShopCloud",
        "CLAUDE_API_KEY": "sk-1",
        "GROQ_API_KEY": "",
        "PARLEY_DATA": str(tmp_path / "elsewhere"),
    }.items():
        strict.setenv(name, value)

    environment = load(dev=False)

    assert environment.database_url == "postgres://parley:pw@db.example:5433/shop"
    assert environment.cors_origins == ("https://a.example", "http://localhost:5173")
    assert environment.trusted_proxies == tuple(map(ip_network, ("127.0.0.1", "10.0.0.0/8", "::1")))
    assert environment.webhook_allow_private
    assert (environment.public_url, environment.is_https) == ("https://shop.example", True)
    assert (environment.port, environment.log_level) == (9001, "DEBUG")
    assert environment.admin == Admin("owner@shop.example", "a long password")
    assert environment.cloudinary == Cloudinary("ShopCloud", "123", "s/ecret")
    assert environment.provider_keys == {"CLAUDE": "sk-1"}
    assert environment.whatsapp_session_secret_previous == STRONG[::-1]
    assert environment.data == tmp_path / "elsewhere"


@pytest.mark.parametrize("address", ["https://api-eu.cloudinary.com", "http://127.0.0.1:9000", "http://localhost:9000"])
def test_cloudinary_may_be_in_another_region_or_on_this_machine(strict: pytest.MonkeyPatch, address: str) -> None:
    strict.setenv("CLOUDINARY_URL", "cloudinary://123:secret@ShopCloud")
    strict.setenv("CLOUDINARY_API_URL", address)

    assert load(dev=False).cloudinary == Cloudinary("ShopCloud", "123", "secret", address)


def test_no_secret_shows_when_the_environment_is_printed(strict: pytest.MonkeyPatch) -> None:
    strict.setenv("ADMIN_EMAIL", "owner@shop.example")
    strict.setenv("ADMIN_PASSWORD", "a long password")
    strict.setenv("CLAUDE_API_KEY", "sk-1")
    strict.setenv("DATABASE_URL", "postgres://parley:hidden@db.example/shop")

    printed = repr(load(dev=False))

    assert not [word for word in (STRONG, OTHER, "a long password", "sk-1", "hidden") if word in printed]


def test_a_data_folder_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "file"))

    assert problem(dev=True).field == "PARLEY_DATA"

    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "file" / "below"))
    assert problem(dev=True).field == "PARLEY_DATA"

    # One that the system will not even look for, as it does not look into what it may not enter.
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / ("x" * 300)))
    assert problem(dev=True).message.endswith("cannot be used: File name too long.")


def test_a_data_folder_is_named_that_becomes_unusable_before_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "data" / "owner").mkdir(parents=True)

    with pytest.raises(ConfigurationError) as unmade, owner_name(tmp_path / "file" / "below"):
        pass
    with pytest.raises(ConfigurationError) as unwritable, owner_name(tmp_path / "data"):
        pass

    assert unmade.value.message == f"PARLEY_DATA: {tmp_path / 'file' / 'below'} cannot be used: Not a directory."
    assert unwritable.value.message == f"PARLEY_DATA: {tmp_path / 'data'} cannot be used: Is a directory."
    assert (unmade.value.field, unwritable.value.field) == ("PARLEY_DATA", "PARLEY_DATA")


def test_a_damaged_secret_is_not_replaced_in_silence(data: Path) -> None:
    load(dev=True)
    os.truncate(data / "secrets" / "WHATSAPP_SESSION_SECRET", 3)

    assert problem(dev=True).field == "WHATSAPP_SESSION_SECRET"
