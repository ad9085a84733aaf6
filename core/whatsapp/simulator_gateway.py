"""A number of the simulated network: links by a rotating QR code, receives, sends, drops, is banned."""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import choice, token_urlsafe

import orjson

from core import clock
from core.database import Database
from core.whatsapp.gateway import (
    AccountLine,
    AmbiguousSendError,
    BacklogCompleted,
    ConnectionChanged,
    InboundEvent,
    NotConnectedError,
    OutgoingMessage,
    PairingCode,
    PairingRefusedError,
    QrRotated,
    ReachOutRestrictedError,
    SendRejectedError,
    SentMessage,
)
from core.whatsapp.simulator import LONGEST_TEXT, Delivery, SimulatedNetwork, new_whatsapp_id, put
from core.whatsapp.simulator_wire import CONDITIONS, CONTROLS, FAULTS, Wire, read_moment, to_inbound, until_of, written
from models.accounts import AccountStatus


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds. WhatsApp's first code lives 60 s, each further one 20 s, and it gives six."""

    first_code: float = 60.0
    next_code: float = 20.0
    codes: int = 6
    pairing_code: float = 160.0
    delivered_after: float = 0.2
    # What another process put on its way is found by looking; what this one did rings.
    poll: float = 1.0


# A bell may ring before its transaction is committed: look again so soon, and a little later.
LOOK_AGAIN = (0.02, 0.05, 0.1, 0.2, 0.4)

PHONE = re.compile(r"\+[1-9]\d{6,14}")
# As WhatsApp's own: none that a reader could take for another.
PAIRING_LETTERS = "123456789ABCDEFGHJKLMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class _Step:
    """One event to tell, and what is acknowledged once it was stored."""

    event: InboundEvent
    delivery_id: int | None = None
    copies: int = 1
    is_last: bool = False


class SimulatorGateway:
    def __init__(self, line: AccountLine, network: SimulatedNetwork, database: Database, timing: Timing) -> None:
        self._line = line
        self._account_id = line.account_id
        self._network = network
        self._database = database
        self._timing = timing
        self._bell = network.listen(line.account_id)
        self._is_open = False
        self._is_online = False
        self._linked = orjson.loads(line.session) if line.session else None
        self._code: QrRotated | None = None
        self._pairing: PairingCode | None = None
        self._pairing_phone: str | None = None
        self._codes_shown = 0
        # Younger deliveries are news, older ones backlog; None: the backlog was delivered.
        self._away_until: datetime | None = None
        self._looks: list[float] = []

    async def connect(self) -> None:
        self._is_open = True

    async def close(self) -> None:
        self._is_open = self._is_online = False
        self._network.end_listening(self._account_id, self._bell)
        self._bell.set()

    async def log_out(self) -> None:
        # The network remembers, so that the old session never connects again.
        await self._network.log_out_from_phone(self._account_id)
        await self.close()

    async def events(self) -> AsyncGenerator[InboundEvent, None]:
        await self._network.forget_old(self._account_id)
        while self._is_open:
            steps = await self._look()
            for step in steps:
                for _ in range(step.copies):
                    yield step.event
                if step.is_last:
                    return
                # Being asked for the next event says that this one is stored.
                if step.delivery_id is not None:
                    await self._network.take(step.delivery_id)
            if not steps:
                await self._rest()

    async def send(self, message: OutgoingMessage) -> SentMessage:
        if not self._is_online:
            raise NotConnectedError
        if len(message.text) > LONGEST_TEXT:
            raise SendRejectedError("too_long")
        if not message.text and message.media is None:
            raise SendRejectedError("empty")
        sent = SentMessage(new_whatsapp_id(), clock.now())
        async with self._database.unit_of_work() as work:
            rows = await work.fetch(
                "select id, event->>'type' as type, event->>'until' as until, event->>'reason' as reason "
                "from simulated_deliveries where account_id = $1 and taken_at is null and event->>'type' = any($2) "
                "order by id for update",
                self._account_id,
                [Wire.BANNED, Wire.DROPPED, *FAULTS],
            )
            cut = [row for row in rows if row["type"] in CONDITIONS]
            if any(row["until"] is None or read_moment(row["until"]) > work.now for row in cut):
                self._bell.set()
                raise NotConnectedError
            fault = next((row for row in rows if row["type"] in FAULTS), None)
            if fault:
                await work.execute("update simulated_deliveries set taken_at = $2 where id = $1", fault["id"], work.now)
            if fault is None or fault["type"] == Wire.CUT_SEND:
                deliver_at = work.now + timedelta(seconds=self._timing.delivered_after)
                await put(
                    work,
                    self._account_id,
                    {
                        "type": Wire.ACCEPTED,
                        "whatsapp_id": sent.whatsapp_id,
                        "chat": message.chat,
                        "text": message.text,
                        "quoted": message.quoted_whatsapp_id,
                        "media": message.media.content_type if message.media else None,
                        "at": written(deliver_at),
                    },
                    deliver_at=deliver_at,
                )
        self._bell.set()
        if fault is None:
            return sent
        if fault["type"] == Wire.REJECT_SEND:
            if fault["reason"] == "reach_out_restricted":
                raise ReachOutRestrictedError(read_moment(fault["until"]) if fault["until"] else None)
            raise SendRejectedError(fault["reason"])
        if fault["type"] == Wire.REFUSE_SEND:
            raise NotConnectedError
        raise AmbiguousSendError

    async def show_typing(self, chat: str, *, typing: bool) -> None:  # noqa: ARG002 - nobody looks at it here
        if not self._is_online:
            raise NotConnectedError

    async def download(self, reference: bytes) -> bytes:
        if not self._is_online:
            raise NotConnectedError
        return await self._network.download(reference)

    async def pairing_code(self, phone: str) -> PairingCode:
        if self._code is None or not self._is_open:
            raise NotConnectedError
        if not PHONE.fullmatch(phone):
            raise PairingRefusedError("not_a_phone")
        code = "".join(choice(PAIRING_LETTERS) for _ in range(8))
        self._pairing = PairingCode(code, clock.now() + timedelta(seconds=self._timing.pairing_code))
        self._pairing_phone = phone
        return self._pairing

    async def _conditions(self, waiting: list[Delivery]) -> dict[Wire, Delivery]:
        """How the network is now; what ended by its own time is acknowledged."""
        lasting: dict[Wire, Delivery] = {}
        for delivery in waiting:
            if delivery.type not in CONDITIONS:
                continue
            until = until_of(delivery.event)
            if until is not None and until <= clock.now():
                await self._network.take(delivery.id)
            else:
                lasting[delivery.type] = delivery
        return lasting

    async def _look(self) -> list[_Step]:
        """What comes next; nothing: wait."""
        waiting = await self._network.waiting(self._account_id)
        conditions = await self._conditions(waiting)
        if ban := conditions.get(Wire.BANNED):
            self._is_online = False
            reason = str(ban.event.get("reason") or "banned")
            until = until_of(ban.event)
            return [_Step(ConnectionChanged(AccountStatus.BANNED, reason, banned_until=until), is_last=True)]
        if Wire.DROPPED in conditions:
            was_online, self._is_online = self._is_online, False
            return [_Step(ConnectionChanged(AccountStatus.CONNECTING, "connection_lost"))] if was_online else []
        if self._linked is None:
            steps = await self._link(waiting)
            if steps is not None:
                return steps
            waiting = [delivery for delivery in waiting if delivery.type is not Wire.LOG_OUT]
        if end := await self._end_of_line(waiting):
            self._is_online = False
            return [_Step(end, is_last=True)]
        if not self._is_online:
            self._is_online = True
            self._away_until = clock.now()
            return [_Step(self._connected())]
        if Wire.HELD in conditions:
            return []
        return self._arrivals([delivery for delivery in waiting if delivery.type not in CONTROLS])

    def _arrivals(self, deliveries: list[Delivery]) -> list[_Step]:
        steps = []
        for delivery in deliveries:
            is_backlog = self._away_until is not None and delivery.deliver_at <= self._away_until
            event = to_inbound(delivery.event, is_backlog=is_backlog)
            steps.append(_Step(event, delivery_id=delivery.id, copies=delivery.copies))
        if self._away_until and all(delivery.deliver_at > self._away_until for delivery in deliveries):
            self._away_until = None
            steps.insert(0, _Step(BacklogCompleted()))
        return steps

    async def _link(self, waiting: list[Delivery]) -> list[_Step] | None:
        """None: a shown code was used and the number is linked."""
        for scan in (delivery for delivery in waiting if delivery.type is Wire.SCAN):
            await self._network.take(scan.id)
            shown = [code for code in (self._code, self._pairing) if code is not None and code.expires_at > clock.now()]
            used = next((code for code in shown if code.code == scan.event.get("code")), None)
            if used is not None:
                phone = self._pairing_phone if used is self._pairing else None
                phone = phone or _phone(self._account_id)
                self._code = self._pairing = None
                self._linked = {"linked": True, "jid": f"{phone[1:]}:1@s.whatsapp.net", "phone": phone}
                # What ended an earlier link does not end this one.
                for old in waiting:
                    if old.type is Wire.LOG_OUT:
                        await self._network.take(old.id)
                await self._line.save_session(orjson.dumps(self._linked))
                return None
        if self._code and self._code.expires_at > clock.now():
            return []
        if self._codes_shown >= self._timing.codes:
            end = ConnectionChanged(AccountStatus.DISCONNECTED, "qr_timeout", must_link_again=True)
            return [_Step(end, is_last=True)]
        seconds = self._timing.next_code if self._codes_shown else self._timing.first_code
        self._codes_shown += 1
        self._code = QrRotated(f"2@{token_urlsafe(48)}", clock.now() + timedelta(seconds=seconds))
        return [_Step(self._code)]

    def _connected(self) -> ConnectionChanged:
        linked = self._linked or {}
        phone = linked.get("phone") or _phone(self._account_id)
        return ConnectionChanged(AccountStatus.CONNECTED, jid=linked.get("jid"), phone=phone)

    async def _end_of_line(self, waiting: list[Delivery]) -> ConnectionChanged | None:
        for delivery in waiting:
            if delivery.type is Wire.LOG_OUT:
                self._linked = None
                return ConnectionChanged(AccountStatus.DISCONNECTED, "logged_out", must_link_again=True)
            if delivery.type is Wire.REPLACED:
                await self._network.take(delivery.id)
                if self._is_online:
                    return ConnectionChanged(AccountStatus.DISCONNECTED, "replaced")
        return None

    async def _rest(self) -> None:
        """Until something may have happened."""
        if self._bell.is_set():
            self._bell.clear()
            self._looks = list(LOOK_AGAIN)
            return
        seconds = self._timing.poll
        rotates_at = self._code.expires_at if self._code else None
        for moment in (await self._network.next_at(self._account_id), rotates_at):
            if moment is not None:
                seconds = min(seconds, max(0.0, (moment - clock.now()).total_seconds()))
        if self._looks:
            seconds = min(seconds, self._looks.pop(0))
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._bell.wait()
        if self._bell.is_set():
            self._bell.clear()
            self._looks = list(LOOK_AGAIN)


class SimulatorFactory:
    def __init__(self, database: Database, network: SimulatedNetwork, timing: Timing | None = None) -> None:
        self._database = database
        self._network = network
        self._timing = timing or Timing()

    def open(self, line: AccountLine) -> SimulatorGateway:
        return SimulatorGateway(line, self._network, self._database, self._timing)


def _phone(account_id: int) -> str:
    """A number of the range that is kept for fiction."""
    return f"+1202555{account_id % 10_000:04d}"
