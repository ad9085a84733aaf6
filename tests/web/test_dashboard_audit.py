"""The audit page has a word for whatever the program writes into its audit log."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]

AUDIT = ROOT / "web/dashboard/src/audit"
# A file in an archive, not something that was done.
OTHERS = {"customer.json"}


def recorded() -> set[str]:
    """Every action that a rule names in one piece; those it puts together of two words are told by their verbs."""
    words = "|".join(named())
    sources = (path for path in (ROOT / "core").rglob("*.py") if "events" not in path.parts)
    return {
        action for path in sources for action in re.findall(rf'"((?:{words})\.[a-z_]+)"', path.read_text())
    } - OTHERS


def named() -> dict[str, dict[str, str]]:
    return dict(json.loads((AUDIT / "en.json").read_text())["actions"])


def test_every_action_has_a_word_and_can_be_filtered_by() -> None:
    known = {f"{word}.{verb}" for word, verbs in named().items() for verb in verbs}
    offered = (AUDIT / "words.ts").read_text()

    assert {"customer.block", "settings.change", "turn.replay"} <= recorded()
    assert recorded() - known == set()
    for word, verbs in named().items():
        listed = re.search(rf"^  {word}: \[(.*?)\]", offered, re.DOTALL | re.MULTILINE)
        assert listed is not None, word
        assert set(re.findall(r'"([a-z_]+)"', listed[1])) == set(verbs), word
