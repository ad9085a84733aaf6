"""What WhatsApp's servers answer to a client's questions (`<iq>`)."""

import logging
from collections.abc import Callable

from tests.fake_whatsapp.binary_xml import Node, leaf, node
from tests.fake_whatsapp.companion import Companion
from tests.fake_whatsapp.jid import LIDS, SERVER, Jid
from tests.fake_whatsapp.people import Person
from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.signal_protocol import PreKeyBundle
from tests.fake_whatsapp.tls import MEDIA_HOST
from tests.fake_whatsapp.world import World, digits

log = logging.getLogger(__name__)


class RefusedError(Exception):
    """Answered by `<iq type="error">`."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{code} {text}")
        self.code = code
        self.text = text


class Answers:
    """By namespace and first child; what is not listed gets an empty "yes", which suits whatsmeow."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._table: dict[tuple[str, str], Callable[[Companion, Node], list[Node]]] = {
            ("encrypt", "count"): self._count_keys,
            ("encrypt", "registration"): self._publish_keys,
            ("encrypt", "rotate"): self._rotate_key,
            ("encrypt", "key"): self._hand_out_keys,
            ("usync", "usync"): self._look_people_up,
            ("md", "remove-companion-device"): self._unlink,
            ("w:m", "media_conn"): self._media_hosts,
            ("w:g2", "query"): self._describe_group,
            ("w:g2", "participating"): self._list_groups,
            ("w:profile:picture", "picture"): self._no_picture,
        }

    def answer(self, companion: Companion, question: Node) -> Node:
        number, space = question.text("id"), question.text("xmlns")
        child = question.children[0].tag if question.children else ""
        rule = self._table.get((space, child))
        try:
            content = rule(companion, question) if rule else []
        except RefusedError as refused:
            error = node("error", code=refused.code, text=refused.text)
            return node("iq", error, from_=SERVER, type="error", id=number)
        sender = question.attributes.get("to") or SERVER
        return node("iq", *content, from_=sender, type="result", id=number)

    # Keys

    def _count_keys(self, companion: Companion, _: Node) -> list[Node]:
        return [node("count", value=len(companion.one_time))]

    def _publish_keys(self, companion: Companion, question: Node) -> list[Node]:
        companion.registration = question.at("registration").number
        companion.identity = question.at("identity").data
        self._take_signed(companion, question.at("skey"))
        for key in question.at("list").children:
            companion.one_time[key.at("id").number] = key.at("value").data
        return []

    def _rotate_key(self, companion: Companion, question: Node) -> list[Node]:
        self._take_signed(companion, question.at("rotate", "skey"))
        return []

    @staticmethod
    def _take_signed(companion: Companion, key: Node) -> None:
        companion.signed_id, companion.signed = key.at("id").number, key.at("value").data
        companion.signature = key.at("signature").data

    def _hand_out_keys(self, _: Companion, question: Node) -> list[Node]:
        return [node("list", *(self._keys_of(user.jid("jid")) for user in question.at("key").children))]

    def _keys_of(self, jid: Jid) -> Node:
        owner = self._world.owner(jid)
        if not jid.device:
            return _user_with_keys(jid, owner.device.bundle(), owner.device.signature)
        companion = owner.companions.get(jid.device) if isinstance(owner, Phone) else None
        if companion is None:
            return node("user", node("error", code=404, text="item-not-found"), jid=jid)
        return _user_with_keys(jid, companion.take_bundle(), companion.signature)

    # People

    def _look_people_up(self, companion: Companion, question: Node) -> list[Node]:
        users = [self._user(companion, user) for user in question.at("usync", "list").children]
        return [node("usync", node("list", *users))]

    def _user(self, companion: Companion, asked: Node) -> Node:
        contact = asked.find("contact")
        if "jid" in asked.attributes:
            jid = asked.jid("jid").bare
            owner = self._world.owner(jid)
        elif contact is not None:
            owner = self._world.owner(Jid(digits(contact.data.decode())))
            jid = owner.phone_jid
        else:
            return node("user")
        parts = [node("devices", self._devices(companion, owner))]
        if owner.tells_both_addresses or jid.server == LIDS:
            parts.append(node("lid", val=owner.lid_jid))
        if contact is not None:
            parts.append(leaf("contact", contact.data, type="in" if owner.has_whatsapp else "out"))
        return node("user", *parts, jid=jid)

    @staticmethod
    def _devices(companion: Companion, owner: Person) -> Node:
        # Another shop's phone passes on what it gets, so its companions need no copy of their own.
        numbers = [0, *(companion.phone.companions if owner is companion.phone else [])]
        return node("device-list", *(node("device", id=number) for number in numbers))

    @staticmethod
    def _no_picture(_: Companion, __: Node) -> list[Node]:
        raise RefusedError(404, "item-not-found")

    # The rest

    @staticmethod
    def _unlink(companion: Companion, _: Node) -> list[Node]:
        companion.phone.companions.pop(companion.number, None)
        return []

    @staticmethod
    def _media_hosts(_: Companion, __: Node) -> list[Node]:
        host = node("host", hostname=MEDIA_HOST)
        return [node("media_conn", host, auth="fake", ttl=300, auth_ttl=300, max_buckets=12)]

    def _describe_group(self, _: Companion, question: Node) -> list[Node]:
        group = self._world.find_group(question.jid("to"))
        if group is None:
            raise RefusedError(404, "item-not-found")
        return [group.description()]

    def _list_groups(self, companion: Companion, _: Node) -> list[Node]:
        groups = self._world.groups_of(companion.phone)
        return [node("groups", *(group.description() for group in groups))]


def _user_with_keys(jid: Jid, bundle: PreKeyBundle, signature: bytes) -> Node:
    keys = [
        leaf("registration", bundle.registration.to_bytes(4, "big")),
        leaf("type", b"\5"),
        leaf("identity", bundle.identity[-32:]),
        node(
            "skey",
            leaf("id", bundle.signed_id.to_bytes(3, "big")),
            leaf("value", bundle.signed[-32:]),
            leaf("signature", signature),
        ),
    ]
    if bundle.one_time_id is not None and bundle.one_time is not None:
        one_time = [leaf("id", bundle.one_time_id.to_bytes(3, "big")), leaf("value", bundle.one_time[-32:])]
        keys.append(node("key", *one_time))
    return node("user", *keys, jid=jid)
