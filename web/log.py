"""How the program logs: one line an event, readable at a terminal, JSON elsewhere, never a text or a number of a person."""

import logging
import sys
from typing import Any

import structlog

# Loggers of libraries that would print SQL, addresses or message texts.
QUIET = ("asyncio", "aerich", "db_client", "tortoise", "procrastinate", "websockets", "uvicorn.access", "httpx", "PIL")


def set_up_logging(level: str) -> None:
    """`level` is one of LOG_LEVEL's words: DEBUG, INFO, WARNING, ERROR."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    is_terminal = sys.stderr.isatty()
    renderer: Any = structlog.dev.ConsoleRenderer() if is_terminal else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            *shared,
            structlog.processors.format_exc_info if not is_terminal else _as_it_is,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))


def _as_it_is(_logger: object, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    return event
