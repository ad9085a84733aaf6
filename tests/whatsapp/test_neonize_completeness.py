"""All that WhatsApp may tell is translated; nothing of it hurts, and no message is lost."""

import subprocess
import sys
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.whatsapp.gateway import (
    IdentityLearned,
    InboundEvent,
    MessageEdited,
    MessageReceived,
    MessageRevoked,
    QrRotated,
)
from core.whatsapp.neonize_content import FIELDS, Treatment
from core.whatsapp.neonize_events import translate
from core.whatsapp.neonize_fields import media_message
from models.conversations import MessageKind
from tests.whatsapp.protos import (
    E2E,
    HISTORY,
    LID,
    NOW,
    PHONE_JID,
    VCARD,
    N,
    event,
    from_us,
    jid,
    over_the_wire,
    source,
    text,
)
from tests.whatsapp.telling import edit, presence, protocol, receipt, received, told


def test_every_field_of_a_message_is_named() -> None:
    """A newer neonize brings new kinds of messages: say in FIELDS what becomes of each."""
    assert set(FIELDS) == {described.name for described in E2E.Message.DESCRIPTOR.fields}


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_field_is_read_also_when_it_is_empty(name: str) -> None:
    message = E2E.Message()
    if name == "conversation":
        message.conversation = ""
    else:
        getattr(message, name).SetInParent()

    events = told(message)

    if FIELDS[name] in {Treatment.NOISE, Treatment.PROTOCOL}:
        assert events == []
    else:
        assert [type(each) for each in events] == [MessageReceived]


@pytest.mark.parametrize(
    "name", sorted(name for name, how in FIELDS.items() if how in {Treatment.WRAPPER, Treatment.EDIT})
)
def test_every_wrapper_holds_a_message(name: str) -> None:
    assert (
        E2E.Message.DESCRIPTOR.fields_by_name[name].message_type.fields_by_name["message"].message_type.name
        == "Message"
    )


def test_every_event_of_the_port_comes_from_somewhere() -> None:
    """The codes to scan come over neonize's callback, as texts: they have no protobuf."""
    found = {
        type(each)
        for made in (
            event(text()),
            event(edit()),
            event(NOISE_FREE_REVOKE),
            receipt("READ"),
            presence("COMPOSING"),
            N.OfflineSyncCompleted(Count=0),
            N.StreamReplaced(),
        )
        for each in translate(made, now=NOW)
    }

    assert found | {QrRotated} == set(get_args(InboundEvent))


NOISE_FREE_REVOKE = protocol(E2E.ProtocolMessage.REVOKE, key={"ID": "3EB0B"})


def test_the_library_is_not_loaded_for_shops_without_a_real_number() -> None:
    program = (
        "import sys; from core.whatsapp import neonize_events, neonize_messages; "
        "print([name for name in ('neonize', 'google.protobuf', 'PIL') if name in sys.modules])"
    )

    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert found.stdout == "[]\n"


def test_an_event_that_nobody_asked_for_is_nothing() -> None:
    assert translate(N.KeepAliveRestored(), now=NOW) == []
    assert translate(N.Presence(From=jid(LID), Unavailable=True, LastSeen=1), now=NOW) == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "\x00",
        "a\x00b",
        "x" * 200_000,
        "\u202eevil",
        "﷽" * 5000,
        "👨‍👩‍👧‍👦" * 500,
        "{{7*7}}",
        "'; drop table--",
    ],
)
def test_words_come_as_they_were_written(words: str) -> None:
    assert received(text(words)).text == words


def test_what_is_no_utf_8_is_shown_as_far_as_it_can_be_read() -> None:
    assert received(E2E.Message.FromString(b"\x0a\x04a\xff\xfeb")).text == "a\ufffd\ufffdb"
    made = event(text())
    broken = made.SerializeToString().replace(b"Ayesha", b"Ay\xff\xfeha")
    message = translate(N.Message.FromString(broken), now=NOW)[-1]
    assert isinstance(message, MessageReceived)
    assert message.profile_name == "Ay\ufffd\ufffdha"


def filled(descriptor: Any, *, depth: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Any of the fields of a protobuf with any values, by name."""
    return st.dictionaries(
        st.sampled_from([described.name for described in descriptor.fields]), st.none(), max_size=4
    ).flatmap(
        lambda names: st.fixed_dictionaries({name: _value(descriptor.fields_by_name[name], depth) for name in names})
    )


def _value(described: Any, depth: int) -> st.SearchStrategy[Any]:
    one = _single(described, depth)
    return st.lists(one, max_size=3) if described.is_repeated else one


_WORDS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.sampled_from(
        [LID, PHONE_JID, "\x00", "3EB0B", "/v/1.enc?a=b", "https://mmg.whatsapp.net/v", VCARD, '{"id": 1}']
    ),
)


def _single(described: Any, depth: int) -> st.SearchStrategy[Any]:
    if described.message_type is not None:
        if depth == 0:
            return st.just({})
        return st.deferred(lambda: filled(described.message_type, depth=depth - 1))
    if described.enum_type is not None:
        return st.sampled_from([value.number for value in described.enum_type.values])
    return {
        described.TYPE_STRING: _WORDS,
        described.TYPE_BYTES: st.binary(max_size=40),
        described.TYPE_BOOL: st.booleans(),
        described.TYPE_DOUBLE: st.floats(),
        described.TYPE_FLOAT: st.floats(width=32),
        described.TYPE_UINT32: st.integers(0, 2**32 - 1),
        described.TYPE_FIXED32: st.integers(0, 2**32 - 1),
        described.TYPE_UINT64: st.integers(0, 2**64 - 1),
        described.TYPE_INT32: st.integers(-(2**31), 2**31 - 1),
        described.TYPE_SFIXED32: st.integers(-(2**31), 2**31 - 1),
        described.TYPE_SFIXED64: st.integers(-(2**63), 2**63 - 1),
    }.get(described.type, st.integers(-(2**63), 2**63 - 1))


def _is_only_noise(message: Any) -> bool:
    """Nothing of it, wrappers opened, is anything that a person wrote."""
    names = [described.name for described, _ in message.ListFields()]
    for name in names:
        treatment = FIELDS[name]
        if treatment is Treatment.NOISE:
            continue
        if treatment in {Treatment.WRAPPER, Treatment.EDIT} and getattr(message, name).HasField("message"):
            return _is_only_noise(getattr(message, name).message)
        return treatment is Treatment.PROTOCOL
    return bool(names)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(fields=filled(E2E.Message.DESCRIPTOR), is_from_us=st.booleans(), at_ms=st.integers(-(2**63), 2**63 - 1))
def test_no_message_hurts_and_none_is_lost(fields: dict[str, Any], at_ms: int, *, is_from_us: bool) -> None:
    message = over_the_wire(E2E.Message(**fields))

    events = told(message, where=from_us() if is_from_us else source(), at_ms=at_ms)

    assert events or _is_only_noise(message)
    for each in events:
        if isinstance(each, MessageReceived):
            assert each.sent_at <= NOW
            assert each.is_from_us is is_from_us
            assert each.detail.get("type") != "unreadable"
            if each.media is not None:
                assert media_message(each.media.reference)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(fields=filled(HISTORY.HistorySync.DESCRIPTOR, depth=5))
def test_no_history_hurts(fields: dict[str, Any]) -> None:
    fields["syncType"] = 0
    data = HISTORY.HistorySync(**fields)
    made = N.HistorySync(Data=data)

    for each in translate(
        N.HistorySync.FromString(made.SerializePartialToString()) if made.IsInitialized() else made, now=NOW
    ):
        assert isinstance(each, MessageReceived | MessageEdited | MessageRevoked | IdentityLearned)


def test_a_message_that_cannot_be_read_is_kept_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(part: Any) -> Any:
        raise ValueError(part)

    monkeypatch.setitem(FIELDS, "call", stumble)

    read = received(E2E.Message(call={}))

    assert (read.kind, read.whatsapp_id, read.detail) == (MessageKind.UNSUPPORTED, "3EB0A", {"type": "unreadable"})
