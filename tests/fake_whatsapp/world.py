"""Everything WhatsApp's servers know: numbers, phones, groups, channels, and the programs that wait for a scan."""

import asyncio
import hashlib

from tests.fake_whatsapp.companion import Companion
from tests.fake_whatsapp.connection import Connection
from tests.fake_whatsapp.faults import Faults
from tests.fake_whatsapp.groups import Channel, Group
from tests.fake_whatsapp.jid import GROUPS, LIDS, NEWSLETTERS, Jid
from tests.fake_whatsapp.media import MediaStore
from tests.fake_whatsapp.pairing import Candidate, PairingFailedError
from tests.fake_whatsapp.people import Person
from tests.fake_whatsapp.phone import Phone
from tests.fake_whatsapp.records import Records


def digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit())


def lid_of(number: str) -> str:
    """A name that tells nothing of the number, the same in every life of the server."""
    return str(10**14 + int.from_bytes(hashlib.sha256(number.encode()).digest()[:6], "big") % 10**14)


class World:
    """One for each fake server."""

    def __init__(self) -> None:
        self.faults = Faults()
        self.media = MediaStore(self.faults)
        self.candidates: Records[Candidate] = Records()
        self.logins: Records[Companion] = Records()
        self._people: dict[str, Person] = {}
        self._lids: dict[str, Person] = {}
        self._groups: dict[str, Group] = {}
        self._channels: dict[str, Channel] = {}
        self._closing: set[asyncio.Task[None]] = set()

    # People

    def person(self, number: str, name: str = "") -> Person:
        """Somebody with this number, the same one every time."""
        number = digits(number)
        known = self._people.get(number)
        if known is None:
            known = self._add(Person(number, lid_of(number), name or f"Customer {number[-4:]}"))
        elif name:
            known.name = name
        return known

    def phone(self, number: str, name: str = "Shop") -> Phone:
        """The phone with this number, to which devices can be linked."""
        number = digits(number)
        known = self._people.get(number)
        if known is None:
            known = self._add(Phone(self, number, lid_of(number), name))
        if not isinstance(known, Phone):
            raise TypeError(f"{number} is a customer, not a shop's phone")
        return known

    def _add(self, person: Person) -> Person:
        self._people[person.number] = self._lids[person.lid] = person
        return person

    @property
    def phones(self) -> list[Phone]:
        return [person for person in self._people.values() if isinstance(person, Phone)]

    @property
    def people(self) -> list[Person]:
        return [person for person in self._people.values() if not isinstance(person, Phone)]

    def owner(self, jid: Jid) -> Person:
        """Whose name this is; a number nobody has used yet belongs to a new person."""
        if jid.server == LIDS:
            return self._lids[jid.user]
        return self._people.get(jid.user) or self.person(jid.user)

    # Groups and channels

    def group(self, members: list[Person], subject: str = "A group") -> Group:
        group = Group(Jid(f"1203630{len(self._groups):011d}", GROUPS), subject, list(members))
        self._groups[group.jid.user] = group
        return group

    def find_group(self, jid: Jid) -> Group | None:
        return self._groups.get(jid.user)

    def groups_of(self, member: Person) -> list[Group]:
        return [group for group in self._groups.values() if member in group.members]

    def channel(self, name: str = "A channel") -> Channel:
        channel = Channel(Jid(f"1203639{len(self._channels):011d}", NEWSLETTERS), name)
        self._channels[channel.jid.user] = channel
        return channel

    def find_channel(self, jid: Jid) -> Channel | None:
        return self._channels.get(jid.user)

    # Linking

    def candidate_with(self, ref: str) -> Candidate:
        """The program that shows this QR code."""
        for candidate in reversed(self.candidates):
            if ref in candidate.refs:
                return candidate
        raise PairingFailedError("Nobody shows this QR code; was it the code of another WhatsApp?")

    def candidate_for(self, number: str) -> Candidate:
        """The program that shows a code for this number."""
        for candidate in reversed(self.candidates):
            if candidate.request is not None and candidate.request.number == number:
                return candidate
        raise PairingFailedError(f"Nobody shows a code for {number}.")

    def expire_codes(self) -> None:
        """The codes have run out: WhatsApp closes the line of everybody who waits for a scan."""
        for candidate in self.candidates:
            candidate.connection.drop()

    # The end of connections

    def close_soon(self, connection: Connection) -> None:
        """Leave the client the time to read what was sent last."""

        async def close() -> None:
            await asyncio.sleep(0.2)
            await connection.close()

        task = asyncio.get_running_loop().create_task(close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def finish_closing(self) -> None:
        for task in list(self._closing):
            task.cancel()
        await asyncio.gather(*self._closing, return_exceptions=True)
