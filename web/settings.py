"""The environment, read here alone: every variable judged, and what is wrong said by its name."""

import os
import secrets
import sys
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from pydantic import SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from core.auth import normal_email
from core.database import tortoise_config
from core.errors import ConfigurationError, InvalidInputError
from core.passwords import judge_password

CHECKOUT = Path(__file__).resolve().parent.parent
SHORTEST_SECRET = 32
FEWEST_DIFFERENT = 8  # characters in a secret; a real one has far more

Network = IPv4Network | IPv6Network

CLOUDINARY_API = "https://api.cloudinary.com"

_SECRETS = ("JWT_SECRET", "WHATSAPP_SESSION_SECRET")
_PROVIDER_KEYS = ("CLAUDE_API_KEY", "GEMINI_API_KEY", "GROQ_API_KEY", "COHERE_API_KEY")
_PROVIDER_URLS = ("CLAUDE_API_URL", "GEMINI_API_URL", "GROQ_API_URL", "COHERE_API_URL")
_PERSON = "NEONIZE_BOT_TAG"
_SWITCH = {"1": True, "0": False}
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True, slots=True)
class Cloudinary:
    cloud_name: str
    api_key: str
    api_secret: str = field(repr=False)
    api_url: str = CLOUDINARY_API


@dataclass(frozen=True, slots=True)
class Admin:
    email: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Environment:
    """What the program was told from outside. A secret never shows in its repr."""

    data: Path
    database_url: str | None = field(repr=False)  # None: the embedded PostgreSQL below `data`
    jwt_secret: str = field(repr=False)
    whatsapp_session_secret: str = field(repr=False)
    whatsapp_session_secret_previous: str | None = field(repr=False)
    port: int
    public_url: str
    log_level: str
    cors_origins: tuple[str, ...]
    trusted_proxies: tuple[Network, ...]
    admin: Admin | None
    cloudinary: Cloudinary | None
    provider_keys: dict[str, str] = field(repr=False)  # "CLAUDE" → its key
    webhook_allow_private: bool = False
    provider_urls: dict[str, str] = field(default_factory=dict)  # "CLAUDE" → where its API is, if not at the vendor's

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https:")


def start_as_a_person() -> None:
    """Starts this program anew, once, with what neonize reads only when a process begins.

    Without it every message to a phone's own address carries the mark of a bot.
    """
    if _PERSON not in os.environ and sys.platform != "win32":
        os.environ[_PERSON] = "off"
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves


def load(*, dev: bool) -> Environment:
    """Raises ConfigurationError that names every variable that is missing or wrong.

    With `dev` a missing secret is made once and kept in the data folder; without, it is an error.
    """
    try:
        variables = _Variables()
    except ValidationError as error:
        raise _configuration_error([_problem(each) for each in error.errors(include_url=False)]) from error
    missing = [name for name in _SECRETS if getattr(variables, name.lower()) is None]
    made = {name: _made_secret(variables.parley_data, name) for name in missing} if dev else {}
    problems = [(name, f"It is not set. {_MAKE_ONE}") for name in missing if name not in made] + _pairs(variables)
    given = {name: _plain(getattr(variables, name.lower())) or made.get(name) for name in _SECRETS}
    if given["JWT_SECRET"] and given["JWT_SECRET"] == given["WHATSAPP_SESSION_SECRET"]:
        problems.append(("JWT_SECRET", "It must differ from WHATSAPP_SESSION_SECRET: one signs, the other encrypts."))
    if problems:
        raise _configuration_error(problems)
    admin = Admin(variables.admin_email, _plain(variables.admin_password)) if variables.admin_email else None
    return Environment(
        data=variables.parley_data,
        database_url=_plain(variables.database_url) or None,
        jwt_secret=given["JWT_SECRET"] or "",
        whatsapp_session_secret=given["WHATSAPP_SESSION_SECRET"] or "",
        whatsapp_session_secret_previous=_plain(variables.whatsapp_session_secret_previous) or None,
        port=variables.port,
        public_url=variables.public_url or f"http://localhost:{variables.port}",
        log_level=variables.log_level,
        cors_origins=variables.cors_origin,
        trusted_proxies=variables.trusted_proxies,
        admin=admin,
        cloudinary=_cloudinary(variables),
        provider_keys={
            name.removesuffix("_API_KEY"): key
            for name in _PROVIDER_KEYS
            if (key := _plain(getattr(variables, name.lower())))
        },
        webhook_allow_private=variables.webhook_allow_private,
        provider_urls={
            name.removesuffix("_API_URL"): url for name in _PROVIDER_URLS if (url := getattr(variables, name.lower()))
        },
    )


class _Variables(BaseSettings):
    """An empty variable is an unset one."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, validate_default=False
    )

    database_url: SecretStr | None = None
    jwt_secret: SecretStr | None = None
    whatsapp_session_secret: SecretStr | None = None
    whatsapp_session_secret_previous: SecretStr | None = None
    cloudinary_url: SecretStr | None = None
    cloudinary_cloud_name: str | None = None
    cloudinary_api_key: SecretStr | None = None
    cloudinary_api_secret: SecretStr | None = None
    cloudinary_api_url: str = CLOUDINARY_API
    claude_api_key: SecretStr | None = None
    gemini_api_key: SecretStr | None = None
    groq_api_key: SecretStr | None = None
    cohere_api_key: SecretStr | None = None
    claude_api_url: str | None = None
    gemini_api_url: str | None = None
    groq_api_url: str | None = None
    cohere_api_url: str | None = None
    cors_origin: Annotated[tuple[str, ...], NoDecode] = ()
    admin_email: str | None = None
    admin_password: SecretStr | None = None
    port: int = 8000
    log_level: str = "INFO"
    parley_data: Path = CHECKOUT / ".parley"
    public_url: str | None = None
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = ()
    webhook_allow_private: bool = False

    @field_validator("database_url", mode="before")
    @classmethod
    def _database(cls, value: str) -> str:
        try:
            tortoise_config(value)
        except (ConfigurationError, ValueError) as error:
            raise ValueError("Give it as postgres://user:password@host:5432/database.") from error
        return value

    @field_validator("jwt_secret", "whatsapp_session_secret", "whatsapp_session_secret_previous", mode="before")
    @classmethod
    def _secret(cls, value: str, info: ValidationInfo) -> str:
        if len(value) < SHORTEST_SECRET:
            raise ValueError(f"It has {len(value)} characters and needs at least {SHORTEST_SECRET}. {_make_one(info)}")
        if len(set(value)) < FEWEST_DIFFERENT:
            raise ValueError(f"It is too easy to guess. {_make_one(info)}")
        return value

    @field_validator("cloudinary_url", mode="before")
    @classmethod
    def _cloudinary_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme != "cloudinary" or not (parts.username and parts.password and parts.hostname):
            raise ValueError("Give it as cloudinary://API_KEY:API_SECRET@CLOUD_NAME.")
        return value

    @field_validator("cloudinary_api_url", mode="before")
    @classmethod
    def _cloudinary_region(cls, value: str) -> str:
        # Unencrypted only to this machine: payment proofs travel there.
        is_here = urlsplit(value).hostname in {"127.0.0.1", "localhost", "::1"}
        if _origin(value) != value or not (is_here or value.startswith("https:")):
            raise ValueError("Give the address of its API, such as https://api-eu.cloudinary.com, without a path.")
        return value

    @field_validator("claude_api_url", "gemini_api_url", "groq_api_url", "cohere_api_url", mode="before")
    @classmethod
    def _provider_address(cls, value: str) -> str:
        # Unencrypted only to this machine: the key travels there, and what customers write.
        parts = urlsplit(value)
        is_here = parts.hostname in {"127.0.0.1", "localhost", "::1"}
        if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and is_here)):
            raise ValueError("Give the address of its API, such as https://gateway.example/anthropic.")
        return value

    @field_validator("cors_origin", mode="before")
    @classmethod
    def _origins(cls, value: str) -> tuple[str, ...]:
        origins = tuple(part.strip() for part in value.split(",") if part.strip())
        for origin in origins:
            if _origin(origin) != origin:
                raise ValueError(
                    f"“{origin}” is no exact origin. List origins such as https://shop.example or "
                    "http://localhost:5173, separated by commas: lower case, no path, no wildcard."
                )
        return origins

    @field_validator("admin_email", mode="before")
    @classmethod
    def _email(cls, value: str) -> str:
        try:
            return normal_email(value)
        except InvalidInputError as error:
            raise ValueError("Give an e-mail address such as owner@shop.example.") from error

    @field_validator("port", mode="before")
    @classmethod
    def _port(cls, value: str) -> int:
        if not value.isdecimal() or not 1 <= int(value) <= 65535:
            raise ValueError("Give a number from 1 to 65535.")
        return int(value)

    @field_validator("webhook_allow_private", mode="before")
    @classmethod
    def _switch(cls, value: str) -> bool:
        if value not in _SWITCH:
            raise ValueError("Give 1 or 0.")
        return _SWITCH[value]

    @field_validator("log_level", mode="before")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in _LEVELS:
            raise ValueError(f"Choose one of {', '.join(_LEVELS)}.")
        return value.upper()

    @field_validator("parley_data", mode="after")
    @classmethod
    def _folder(cls, value: Path) -> Path:
        folder = value.expanduser().absolute()
        try:
            is_taken = folder.exists() and not folder.is_dir()
        except OSError as error:
            raise ValueError(f"{folder} cannot be used: {error.strerror}.") from error
        if is_taken:
            raise ValueError("There is a file of this name; give a folder.")
        return folder

    @field_validator("public_url", mode="before")
    @classmethod
    def _public(cls, value: str) -> str:
        origin = _origin(value.removesuffix("/"))
        if origin is None or origin != value.removesuffix("/"):
            raise ValueError("Give the address people open, such as https://shop.example, without a path.")
        return origin

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _proxies(cls, value: str) -> tuple[Network, ...]:
        try:
            return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())
        except ValueError as error:
            raise ValueError(
                "List addresses or networks, such as 127.0.0.1, 10.0.0.0/8, separated by commas."
            ) from error


Problem = tuple[str, str]  # the variable, and what to do about it


def _problem(error: Any) -> Problem:
    return str(error["loc"][0]).upper(), error["msg"].removeprefix("Value error, ")


def _configuration_error(problems: list[Problem]) -> ConfigurationError:
    return ConfigurationError("\n".join(f"{name}: {what}" for name, what in problems), field=problems[0][0])


def _pairs(variables: "_Variables") -> list[Problem]:
    """Variables that make sense together only."""
    problems: list[Problem] = []
    if (variables.admin_email is None) != (variables.admin_password is None):
        missing = "ADMIN_PASSWORD" if variables.admin_password is None else "ADMIN_EMAIL"
        problems.append((missing, "ADMIN_EMAIL and ADMIN_PASSWORD go together; set both or neither."))
    elif variables.admin_email is not None:
        try:
            judge_password(_plain(variables.admin_password), email=variables.admin_email)
        except InvalidInputError as error:
            problems.append(("ADMIN_PASSWORD", error.message))
    parts = ("CLOUDINARY_CLOUD_NAME", "CLOUDINARY_API_KEY", "CLOUDINARY_API_SECRET")
    missing_parts = [name for name in parts if getattr(variables, name.lower()) is None]
    if 0 < len(missing_parts) < len(parts) and variables.cloudinary_url is None:
        problems.append((missing_parts[0], f"{', '.join(parts)} go together; set all, or CLOUDINARY_URL, or none."))
    return problems


def _cloudinary(variables: "_Variables") -> Cloudinary | None:
    api_url = variables.cloudinary_api_url
    if variables.cloudinary_url is not None:
        parts = urlsplit(_plain(variables.cloudinary_url))
        # Not `hostname`, which is lower-cased: a cloud's name is not.
        cloud_name = parts.netloc.rpartition("@")[2]
        return Cloudinary(cloud_name, unquote(parts.username or ""), unquote(parts.password or ""), api_url)
    if variables.cloudinary_cloud_name is None:
        return None
    return Cloudinary(
        variables.cloudinary_cloud_name,
        _plain(variables.cloudinary_api_key),
        _plain(variables.cloudinary_api_secret),
        api_url,
    )


def _origin(text: str) -> str | None:
    """The origin in the spelling of browsers; None for what is not an address of the web."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or "*" in parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    is_usual = port is None or port == {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + ("" if is_usual else f":{port}")


_MAKE_ONE = "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"


def _make_one(info: ValidationInfo) -> str:
    return "" if info.field_name == "whatsapp_session_secret_previous" else _MAKE_ONE


def _plain(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret is not None else ""


def unusable(folder: Path, error: OSError) -> ConfigurationError:
    return ConfigurationError(f"PARLEY_DATA: {folder} cannot be used: {error.strerror}.", field="PARLEY_DATA")


def _made_secret(data: Path, name: str) -> str:
    """The secret kept in the data folder; several processes that start at once agree on one."""
    folder = data / "secrets"
    path = folder / name
    try:
        data.mkdir(mode=0o711, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        if not path.exists():
            draft = folder / f".{name}.{secrets.token_hex(8)}"
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(48))
                file.flush()
                os.fsync(file.fileno())
            try:
                path.hardlink_to(draft)  # fails when another process was first, and its secret counts
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        secret = path.read_text().strip()
    except OSError as error:
        raise unusable(folder, error) from error
    if len(secret) < SHORTEST_SECRET:
        raise ConfigurationError(f"{name}: {path} is damaged; restore it, or remove it to begin anew.", field=name)
    return secret
