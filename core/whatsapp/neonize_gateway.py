"""A real number over neonize: links, follows, sends, and brings itself back; what it hears is told in order.

Everything that is not asked from outside happens inside of `events`: one hand, no tasks of its own. whatsmeow
connects again by itself after a cut; only an attempt that the library gave up is built anew, after a rest.
"""

import asyncio
import threading
from asyncio import to_thread
from collections.abc import AsyncGenerator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, assert_never

import structlog

from core import clock
from core.whatsapp import neonize_calls as calls
from core.whatsapp.gateway import (
    AccountLine,
    BacklogCompleted,
    ConnectionChanged,
    InboundEvent,
    LeaseLostError,
    NotConnectedError,
    OutgoingMessage,
    PairingCode,
    QrRotated,
    SentMessage,
)
from core.whatsapp.neonize_arrivals import Arrivals
from core.whatsapp.neonize_client import (
    LINKED,
    STILL_LINKING,
    CodeShown,
    Ended,
    Happening,
    LinkingEnded,
    NeonizeClient,
    Told,
)
from core.whatsapp.neonize_connection import connected, translate_connection, translate_login_status
from core.whatsapp.neonize_duties import Duties, Duty, Patience, monotonic
from core.whatsapp.neonize_ear import Ear
from core.whatsapp.neonize_jids import LID_SERVER, Jid, jid_of
from core.whatsapp.neonize_library import load
from core.whatsapp.neonize_reach import reaches_whatsapp
from core.whatsapp.neonize_session import SessionBrokenError, SessionFile, Waiting
from models.accounts import AccountStatus

logger = structlog.get_logger()

FIRST_CODE_SECONDS = 60.0
NEXT_CODE_SECONDS = 20.0
CODES = 6
# So many times in a row the library is not as it said.
STRIKES = 3
ENDS = frozenset({AccountStatus.DISCONNECTED, AccountStatus.BANNED})
LOST = ConnectionChanged(AccountStatus.CONNECTING, "connection_lost")
NO_NETWORK = ConnectionChanged(AccountStatus.CONNECTING, "no_network")
FAILED = ConnectionChanged(AccountStatus.CONNECTING, "line_failed")
UNREADABLE = ConnectionChanged(AccountStatus.DISCONNECTED, "line_failed", must_link_again=True)


class NeonizeGateway:
    def __init__(self, line: AccountLine, file: SessionFile, clients: dict[int, NeonizeClient], patience: Patience):
        self._line = line
        self._file = file
        # The newest of each number in this process, for one that still dials cannot be ended at once.
        self._clients = clients
        self._patience = patience
        self._log = logger.bind(account_id=line.account_id)
        self._ear: Ear | None = None
        self._client: NeonizeClient | None = None
        self._arrivals: Arrivals[tuple[NeonizeClient, Happening, bool]] = Arrivals()
        self._one_at_a_time = threading.Lock()
        self._duties = Duties()
        self._is_open = False
        self._is_closed = False
        self._laying_out: asyncio.Future[tuple[Waiting, ...]] | None = None
        self._is_linked = line.session is not None
        self._is_online = False
        self._must_save_first = False
        self._awaits_backlog = False
        self._had_backlog = False
        self._me: Any = None
        self._codes_shown = 0
        self._codes_end: datetime | None = None
        self._failures = 0
        self._strikes = 0
        self._online_since = 0.0
        self._told: ConnectionChanged | None = None
        self._saved: tuple[int, ...] | None = None

    async def connect(self) -> None:
        self._is_open = not self._is_closed

    async def close(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self._is_open = self._is_online = False
        self._arrivals.close()
        if self._client is not None:
            await self._client.stop()
        if self._laying_out is None:
            return
        # A thread that lays it out goes on when nobody waits for it any more.
        await asyncio.wait([self._laying_out])
        if self._is_linked and self._laying_out.exception() is None:
            try:
                await self._save()
            except LeaseLostError:
                self._log.info("session_belongs_to_another")
            except Exception:
                # Better a private file left behind than a link with the phone that is lost.
                self._log.exception("session_left_on_disk")
                self._file.let_go()
                return
        await to_thread(self._file.remove)

    async def log_out(self) -> None:
        try:
            client = self._connected()
            async with asyncio.timeout(self._patience.log_out):
                await calls.log_out(client)
        finally:
            self._is_linked = False
            await self.close()

    async def events(self) -> AsyncGenerator[InboundEvent, None]:
        try:
            left = await self._lay_out()
        except SessionBrokenError:
            self._log.error("session_broken")
            yield UNREADABLE
            return
        for waiting in left:
            told = Told(waiting.code, waiting.data)
            for event in await self._ready_ear().translate(told, is_backlog=True):
                yield event
            self._file.settle()
        self._duties.set(Duty.BUILD, 0.0)
        while True:
            heard = await self._arrivals.next(self._duties.seconds_to_next(self._patience.look))
            if not self._is_open:
                return
            events = await (self._take(*heard[:2]) if heard else self._look_after())
            for event in events:
                if isinstance(event, ConnectionChanged):
                    if event == self._told:
                        continue
                    self._told = event
                yield event
                if isinstance(event, ConnectionChanged) and event.status in ENDS:
                    return
            if heard and heard[2]:
                self._file.settle()

    async def send(self, message: OutgoingMessage) -> SentMessage:
        client, library = self._connected(), self._ready_ear().library
        try:
            return await calls.send(client, library, message, self._own(message.chat))
        finally:
            self._duties.set_once(Duty.SAVE, self._patience.save)

    async def show_typing(self, chat: str, *, typing: bool) -> None:
        await calls.show_typing(self._connected(), chat, typing=typing)
        if typing:
            self._duties.set(Duty.STEP_AWAY, self._patience.typing)

    async def download(self, reference: bytes) -> bytes:
        return await calls.download(self._connected(), self._ready_ear().library, reference)

    async def pairing_code(self, phone: str) -> PairingCode:
        client, ends = self._client, self._codes_end
        if client is None or ends is None or ends <= clock.now():
            raise NotConnectedError
        code = await calls.pairing_code(client, self._ready_ear().library, phone)
        return PairingCode(code, ends)

    # --- The session -------------------------------------------------------------------------------------------------

    async def _lay_out(self) -> tuple[Waiting, ...]:
        self._ear = Ear(await to_thread(load))
        await self._wait_for_old_client()
        if not self._is_open:
            return ()
        restoring = to_thread(self._file.restore, self._line.session, self._line.session_saved_at)
        self._laying_out = asyncio.ensure_future(restoring)
        return await asyncio.shield(self._laying_out)

    async def _save(self) -> None:
        """Raises LeaseLostError, SessionBusyError, SessionBrokenError, or what the database has to say."""
        signature = self._file.signature()
        if signature != self._saved:
            await self._line.save_session(await to_thread(self._file.copy))
            self._saved = signature

    async def _save_or_later(self) -> bool:
        if not self._is_linked:
            return False
        try:
            await self._save()
        except LeaseLostError:
            raise
        except Exception as error:
            self._log.warning("session_not_saved_yet", error=type(error).__name__)
            self._duties.set(Duty.SAVE, self._patience.save_again)
            return False
        return True

    # --- What is due -------------------------------------------------------------------------------------------------

    async def _look_after(self) -> list[InboundEvent]:
        events: list[InboundEvent] = []
        for duty in self._duties.take():
            events.extend(await self._do(duty))
        return events

    async def _do(self, duty: Duty) -> list[InboundEvent]:
        match duty:
            case Duty.BUILD:
                # The library loses a file handle with every attempt, so it is not asked while there is no way out.
                if self._failures and not await reaches_whatsapp(self._line.proxy, self._patience.reach):
                    return await self._rebuild(NO_NETWORK)
                self._build()
            case Duty.GIVE_UP_DIALING | Duty.GIVE_UP_SILENCE:
                self._log.warning("whatsapp_connection_stuck", duty=duty)
                return await self._rebuild(LOST)
            case Duty.END_BACKLOG:
                return self._end_backlog()
            case Duty.SAVE:
                if await self._save_or_later() and self._must_save_first:
                    self._must_save_first = False
                    return self._go_online()
            case Duty.LOOK:
                self._duties.set(Duty.LOOK, self._patience.look)
                await self._save_or_later()
            case Duty.WATCH:
                self._duties.set(Duty.WATCH, self._patience.watch)
                return await self._watch()
            case Duty.STEP_AWAY:
                await self._step_away()
            case _:
                assert_never(duty)
        return []

    async def _watch(self) -> list[InboundEvent]:
        """Compares what the library told with what it is: a connection may be dead and silent."""
        client = self._client
        if client is None or self._codes_end is not None:
            return []
        try:
            async with asyncio.timeout(self._patience.watch):
                has_socket, is_in = [bool((await client.call(name))[0]) for name in ("IsConnected", "IsLoggedIn")]
        except (NotConnectedError, TimeoutError):
            return []
        is_as_told = is_in == self._is_online and (is_in or not has_socket)
        self._strikes = 0 if is_as_told else self._strikes + 1
        if self._strikes < STRIKES:
            return []
        self._log.warning("whatsapp_connection_not_as_told", is_logged_in=is_in)
        return self._go_online() if is_in else await self._rebuild(LOST)

    async def _step_away(self) -> None:
        client = self._client
        if client is not None and self._is_online:
            with suppress(NotConnectedError, TimeoutError):
                async with asyncio.timeout(self._patience.save):
                    await calls.be_there(client, is_there=False)

    # --- One attempt of the library ----------------------------------------------------------------------------------

    async def _wait_for_old_client(self) -> None:
        """Two at once would throw each other out."""
        old = self._clients.get(self._line.account_id)
        if old is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._patience.old_client):
                    await old.has_ended.wait()

    def _build(self) -> None:
        ear = self._ready_ear()

        def tell(happening: Happening) -> None:
            # An old attempt may still speak while the new one begins.
            with self._one_at_a_time:
                is_noted = isinstance(happening, Told) and ear.is_kept(happening) and self._note(happening)
                self._arrivals.put((client, happening, is_noted))

        client = NeonizeClient(ear.library, self._file.path, self._line.proxy, ear.heard, tell)
        self._client = self._clients[self._line.account_id] = client
        self._codes_shown, self._codes_end, self._strikes = 0, None, 0
        client.start()
        self._duties.set(Duty.GIVE_UP_DIALING, self._patience.dial)

    def _note(self, told: Told) -> bool:
        try:
            self._file.keep_waiting(Waiting(told.code, told.data))
        except OSError as error:
            # No room is left: it is told all the same, and lost only if the program is killed before it is stored.
            self._log.error("event_not_noted", error=error.strerror)
            return False
        return True

    async def _rebuild(self, why: ConnectionChanged) -> list[InboundEvent]:
        """After a rest: every attempt costs the library a file handle and some memory that it never gives back."""
        client, self._client = self._client, None
        was_steady = self._is_online and monotonic() - self._online_since >= self._patience.steady
        events = self._go_offline(why)
        if client is not None:
            await client.stop()
        self._failures = 0 if was_steady else self._failures
        self._duties.clear()
        self._duties.set(Duty.BUILD, self._patience.rest(self._failures))
        self._failures += 1
        return events

    # --- What is heard -----------------------------------------------------------------------------------------------

    async def _take(self, client: NeonizeClient, happening: Happening) -> list[InboundEvent]:
        is_current = client is self._client
        match happening:
            case Told():
                return await self._take_told(happening, is_current=is_current)
            case CodeShown() if is_current:
                return [self._show(happening.text)]
            case LinkingEnded() if is_current:
                return await self._take_linking_end(happening.word)
            case Ended() if is_current and self._is_open:
                is_unreached = Duty.GIVE_UP_DIALING in self._duties and "dial" in happening.error
                why = NO_NETWORK if is_unreached else FAILED
                self._log.warning("whatsapp_library_gave_up", reason=why.reason, codec=happening.error[:6] == "proto:")
                return await self._rebuild(why)
            case _:
                return []

    def _show(self, code: str) -> QrRotated:
        now = clock.now()
        if self._codes_end is None:
            self._codes_end = now + timedelta(seconds=FIRST_CODE_SECONDS + (CODES - 1) * NEXT_CODE_SECONDS)
        # What was laid out is no link any more, if it ever was one.
        self._is_linked = False
        self._duties.drop(Duty.GIVE_UP_DIALING)
        self._codes_shown += 1
        return QrRotated(
            code, now + timedelta(seconds=FIRST_CODE_SECONDS if self._codes_shown == 1 else NEXT_CODE_SECONDS)
        )

    async def _take_linking_end(self, word: str) -> list[InboundEvent]:
        if word == STILL_LINKING:
            return []
        self._codes_end = None
        if word == LINKED:
            self._is_linked = self._must_save_first = True
            self._duties.set(Duty.GIVE_UP_DIALING, self._patience.dial)
            return []
        ended = translate_login_status(word)
        return [ended] if ended else await self._rebuild(FAILED)

    async def _take_told(self, told: Told, *, is_current: bool) -> list[InboundEvent]:
        ear = self._ready_ear()
        if ear.is_kept(told):
            self._duties.set_once(Duty.SAVE, self._patience.save)
            is_backlog = self._awaits_backlog or not self._is_online
            if self._awaits_backlog:
                self._duties.set(Duty.END_BACKLOG, self._patience.backlog)
            return await ear.translate(told, is_backlog=is_backlog)
        if not is_current:
            return []
        match ear.name(told):
            case "Device":
                self._me = self._ready_ear().parse(told)
                return []
            case "Connected":
                return await self._arrive()
            case "KeepAliveRestored":
                # The same connection as before: nothing was kept for us meanwhile.
                return [*await self._arrive(), *self._end_backlog()]
            case "KeepAliveTimeout":
                self._duties.set_once(Duty.GIVE_UP_SILENCE, self._patience.silent)
                return self._go_offline(LOST) if self._is_online else []
            case "OfflineSyncCompleted":
                self._had_backlog = not self._is_online
                return self._end_backlog()
            case "ChatPresence":
                return await ear.translate(told, is_backlog=False)
            case _:
                return await self._change(told)

    async def _change(self, told: Told) -> list[InboundEvent]:
        change = translate_connection(self._ready_ear().parse(told), now=clock.now())
        if change is None:
            return []
        if change.must_link_again:
            self._is_linked = False
        if change.reason == FAILED.reason and change.status is FAILED.status:
            return await self._rebuild(change)
        # From here on whatsmeow tries by itself.
        self._duties.drop(Duty.GIVE_UP_DIALING)
        return self._go_offline(change)

    async def _arrive(self) -> list[InboundEvent]:
        if self._must_save_first:
            if not await self._save_or_later():
                return []  # told when it is saved
            self._must_save_first = False
        return self._go_online()

    def _go_online(self) -> list[InboundEvent]:
        if self._is_online or self._me is None:
            return []
        self._is_online = True
        self._online_since = monotonic()
        self._strikes = 0
        self._duties.drop(Duty.GIVE_UP_DIALING, Duty.GIVE_UP_SILENCE)
        self._duties.set(Duty.STEP_AWAY, 0.0)
        self._duties.set_once(Duty.WATCH, self._patience.watch)
        self._duties.set_once(Duty.LOOK, self._patience.look)
        self._awaits_backlog = True
        self._duties.set(Duty.END_BACKLOG, self._patience.backlog)
        return [connected(self._me), *(self._end_backlog() if self._had_backlog else ())]

    def _go_offline(self, why: ConnectionChanged) -> list[InboundEvent]:
        self._is_online = self._awaits_backlog = self._had_backlog = False
        self._duties.drop(Duty.END_BACKLOG)
        return [why]

    def _end_backlog(self) -> list[InboundEvent]:
        """Once after each CONNECTED."""
        if not self._awaits_backlog:
            return []
        self._awaits_backlog = self._had_backlog = False
        self._duties.drop(Duty.END_BACKLOG)
        return [BacklogCompleted()]

    def _own(self, chat: str) -> Jid | None:
        """Our address as the other side of this chat knows it."""
        return jid_of(self._me.LID if chat.endswith(f"@{LID_SERVER}") else self._me.JID) if self._me else None

    def _connected(self) -> NeonizeClient:
        if self._client is None or not self._is_online:
            raise NotConnectedError
        return self._client

    def _ready_ear(self) -> Ear:
        if self._ear is None:
            raise NotConnectedError
        return self._ear


class NeonizeFactory:
    """`folder` is where the sessions lie in the clear while their numbers are open."""

    def __init__(self, folder: Path, patience: Patience | None = None) -> None:
        self._folder = folder
        self._patience = patience or Patience()
        self._clients: dict[int, NeonizeClient] = {}

    def open(self, line: AccountLine) -> NeonizeGateway:
        return NeonizeGateway(line, SessionFile(self._folder, line.account_id), self._clients, self._patience)
