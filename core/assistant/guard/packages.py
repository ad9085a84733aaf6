"""Names of packages that the shop does not have."""

from core.assistant.guard.knowledge import Knowledge
from core.assistant.guard.sentence import Doubt, Kind, Sentence


def invented_packages(sentence: Sentence, knowledge: Knowledge) -> list[Doubt]:
    row = sentence.row
    taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
    generic = knowledge.lexicon.excuses["generic"].by_first
    for first, last in knowledge.lexicon.claims["package"].find(sentence.lows()):
        for index in (first - 1, last):
            if not 0 <= index < len(row) or index in taken or row[index].kind != "word":
                continue
            token = row[index]
            if token.low in generic or token.low in knowledge.words:
                continue
            if token.text[0].isupper() and index > 0:
                return [Doubt(Kind.PACKAGE, token.text)]
    endings = {name[-1] for name in knowledge.names if len(name) > 1}
    for index, token in enumerate(row):
        if index in taken or token.low not in endings or index == 0 or not token.text[0].isalpha():
            continue
        before = row[index - 1]
        is_name = (
            before.kind == "word" and before.text[0].isupper() and before.low not in generic and index - 1 not in taken
        )
        if is_name and index > 1:
            return [Doubt(Kind.PACKAGE, f"{before.text} {token.text}")]
        if is_name and index == 1 and before.low not in knowledge.words:
            return [Doubt(Kind.PACKAGE, f"{before.text} {token.text}")]
    return []
