"""How the program logs: one line an event; for eyes at a terminal, JSON elsewhere; nothing personal."""

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
    # The plain traceback: a rich one shows local variables, and with them passwords and people's words.
    last: list[Any] = (
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if sys.stderr.isatty()
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
