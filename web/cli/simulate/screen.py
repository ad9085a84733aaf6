"""What the simulate command shows: both sides of the chat as bubbles, and what happens behind it."""

import re
import sys
from datetime import datetime

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

_BOLD = re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])")
_WIDEST = 68
_TICKS = {
    "RECEIVED": "✓✓",
    "QUEUED": "…",
    "SENDING": "…",
    "SENT": "✓",
    "DELIVERED": "✓✓",
    "READ": "✓✓ read",
    "FAILED": "✗ not sent",
    "AMBIGUOUS": "? perhaps not sent",
    "DISCARDED": "✗ not sent",
}


def ticks(state: str) -> str:
    """A message's state as people know it from their phones."""
    return _TICKS.get(state, "")


class Screen:
    """Plain lines without a terminal. Bubbles have no right edge: the widths of Urdu and Arabic differ by terminal."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False, soft_wrap=False, legacy_windows=False)
        self.is_terminal = self.console.is_terminal

    def title(self, text: str) -> None:
        self.console.print()
        self.console.rule(Text(text, style="bold"), style="green", align="left")

    def note(self, text: str) -> None:
        """Something that happened, in the shop's own voice."""
        self.console.print(Text(f"· {text}", style="dim"), soft_wrap=True)

    def news(self, text: str) -> None:
        """Something that matters: an order moved, the sale is done."""
        self.console.print(Text.assemble(("● ", "bold green"), (text, "bold")), soft_wrap=True)

    def problem(self, text: str) -> None:
        Console(stderr=True, highlight=False).print(Text(text, style="bold red"), soft_wrap=True)

    def shop_says(self, text: str, *, who: str, at: datetime) -> None:
        self._bubble(text, f"{who}  {_clock(at)}", style="green", indent=0)

    def customer_says(self, text: str, *, who: str, at: datetime, state: str) -> None:
        width = min(self.console.width, 100)
        longest = max((cell_len(line) for line in text.splitlines()), default=0)
        indent = max(4, width - max(longest, 24) - 8) if self.is_terminal else 8
        self._bubble(text, f"{who}  {_clock(at)} {ticks(state)}", style="cyan", indent=min(indent, 30))

    def _bubble(self, text: str, head: str, *, style: str, indent: int) -> None:
        room = max(20, min(_WIDEST, self.console.width - indent - 4))
        pad = " " * indent
        self.console.print()
        self.console.print(Text.assemble(pad, ("╭ ", style), (head, "dim")))
        for line in _styled(text).wrap(self.console, room):
            line.rstrip()
            self.console.print(Text.assemble(pad, ("│ ", style), line), soft_wrap=True)
        self.console.print(Text.assemble(pad, ("╰", style)))


def is_interactive() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _styled(text: str) -> Text:
    """WhatsApp prints what stands between stars bold."""
    styled = Text()
    end = 0
    for found in _BOLD.finditer(text):
        styled.append(text[end : found.start()])
        styled.append(found[1], style="bold")
        end = found.end()
    styled.append(text[end:])
    return styled


def _clock(at: datetime) -> str:
    return at.astimezone().strftime("%H:%M:%S")
