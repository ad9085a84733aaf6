"""The fake server itself: a CONNECT proxy on loopback, behind it TLS, and behind that WhatsApp's two hosts."""

import asyncio
import contextlib
import logging
import shutil
import ssl
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from tests.fake_whatsapp.answers import Answers
from tests.fake_whatsapp.binary_xml import Node, leaf, node
from tests.fake_whatsapp.companion import Companion
from tests.fake_whatsapp.connection import Connection
from tests.fake_whatsapp.faults import Faults, Refusal
from tests.fake_whatsapp.groups import Status
from tests.fake_whatsapp.http import serve_requests
from tests.fake_whatsapp.jid import SERVER
from tests.fake_whatsapp.noise import Authority
from tests.fake_whatsapp.pairing import Candidate, CodeRequest
from tests.fake_whatsapp.posting import Posting
from tests.fake_whatsapp.records import Records
from tests.fake_whatsapp.tls import CHAT_HOST, MEDIA_HOST, make_trust
from tests.fake_whatsapp.world import World

log = logging.getLogger(__name__)

ROOT_KEY = "FAKE_WHATSAPP_ROOT_KEY"


class FakeWhatsApp:
    """`async with FakeWhatsApp() as whatsapp:`; then `whatsapp.world` has the people and phones."""

    def __init__(self) -> None:
        self.world = World()
        self.posting = Posting(self.world)
        self.status = Status()
        self.visits: Records[str] = Records()  # each CONNECT's target
        self.complaints: Records[str] = Records()  # what this server should have understood
        self.folder = Path(tempfile.mkdtemp(prefix="fake-whatsapp-"))
        self._authority = Authority()
        self._answers = Answers(self.world)
        self._trusted, self._tls = make_trust(self.folder)
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()
        self._stanzas: dict[str, Callable[[Companion, Node], None]] = {
            "iq": self._on_question,
            "message": self.posting.post,
            "receipt": self.posting.take_receipt,
            "chatstate": self.posting.take_typing,
            "ack": self._on_ack,
        }

    @property
    def faults(self) -> Faults:
        return self.world.faults

    @property
    def proxy(self) -> str:
        """What to give a program as its proxy."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def environment(self) -> dict[str, str]:
        """What a process must be started with to take this server for WhatsApp."""
        return {"SSL_CERT_FILE": str(self._trusted), ROOT_KEY: self._authority.root.public.hex()}

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._on_client, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self.world.finish_closing()
        await self._server.wait_closed()
        shutil.rmtree(self.folder, ignore_errors=True)

    # The doors

    async def _on_client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            await self._serve(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError, OSError) as error:
            log.debug("a connection ended: %r", error)
        except asyncio.CancelledError:
            pass  # only the end of the whole server cancels a connection; it waits for this task
        except Exception:
            log.exception("a connection broke")
        finally:
            self._open.discard(task)
            with contextlib.suppress(Exception):
                writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        method, target, *_ = request.split(b"\r\n")[0].decode().split(" ")
        host = target.partition(":")[0]
        self.visits.add(target)
        if method != "CONNECT" or host not in (CHAT_HOST, MEDIA_HOST) or self.faults.refuses_connections:
            writer.write(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
            return
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await writer.drain()
        await writer.start_tls(self._tls)
        if host == MEDIA_HOST:
            await serve_requests(reader, writer, self.world.media.answer)
        else:
            await self._chat(Connection(reader, writer))

    async def _chat(self, connection: Connection) -> None:
        await connection.shake_hands(self._authority)
        if connection.payload.HasField("devicePairingData"):
            await self._pair(connection)
            return
        companion = await self._log_in(connection)
        if companion is None:
            return
        try:
            async for stanza in connection.nodes():
                self._take(companion, stanza)
                await connection.drain()
        finally:
            if companion.connection is connection:
                companion.connection, companion.is_active = None, False

    def _take(self, companion: Companion, stanza: Node) -> None:
        take = self._stanzas.get(stanza.tag)
        if take is None:
            return
        try:
            take(companion, stanza)
        except Exception as error:
            # The line must go on, and a test must be able to see that something is missing here.
            log.exception("a stanza was not understood")
            self.complaints.add(f"{stanza.tag} {stanza.text('xmlns')}: {error!r}")

    # Linking

    async def _pair(self, connection: Connection) -> None:
        candidate = Candidate(connection, self.faults.qr_codes)
        connection.send(candidate.offer())
        self.world.candidates.add(candidate)
        try:
            async for stanza in connection.nodes():
                if stanza.tag == "iq":
                    self._on_pairing_question(candidate, stanza)
        finally:
            self.world.candidates.remove(candidate)

    def _on_pairing_question(self, candidate: Candidate, question: Node) -> None:
        if question.find("pair-device-sign") is not None or question.text("type") == "error":
            candidate.on_signed(question)
        stage = question.find("link_code_companion_reg")
        if question.text("type") in ("result", "error"):
            return
        answer = node("iq", from_=SERVER, type="result", id=question.text("id"))
        error = self.faults.pairing_code_error
        if stage is not None and stage.text("stage") == "companion_hello":
            if error is not None:
                answer = node(
                    "iq", node("error", code=error, text="refused"), from_=SERVER, type="error", id=question.text("id")
                )
            else:
                wrapped = stage.at("link_code_pairing_wrapped_companion_ephemeral_pub").data
                candidate.request = CodeRequest(stage.jid("jid").user, wrapped)
                ref = leaf("link_code_pairing_ref", candidate.request.ref)
                answer.content = [node("link_code_companion_reg", ref, stage="companion_hello")]
        elif stage is not None:
            candidate.on_finish(stage)
        candidate.connection.send(answer)

    # Logged in

    async def _log_in(self, connection: Connection) -> Companion | None:
        payload = connection.payload
        phone = next((one for one in self.world.phones if one.number == str(payload.username)), None)
        companion = phone.companions.get(payload.device) if phone is not None else None
        refusal = phone.faults.next_refusal() if phone is not None else None
        if companion is None and refusal is None:
            refusal = Refusal(401)
        if refusal is not None or companion is None:
            assert refusal is not None
            failure = node("failure", reason=refusal.reason, code=refusal.code, expire=refusal.expire, location="fake")
            connection.send(failure)
            await connection.drain()
            await asyncio.sleep(0.2)  # the client must read it before the wire is cut
            return None
        if companion.connection is not None:
            conflict = node("conflict", type="replaced")
            companion.connection.send(node("stream:error", conflict))
            self.world.close_soon(companion.connection)
        companion.connection, companion.is_active = connection, False
        connection.send(node("success", t=int(time.time()), lid=companion.lid, location="fake"))
        return companion

    def _on_question(self, companion: Companion, question: Node) -> None:
        if question.text("type") in ("result", "error"):
            return
        assert companion.connection is not None
        companion.connection.send(self._answers.answer(companion, question))
        if question.text("xmlns") == "passive" and question.find("active") is not None:
            companion.activate()
            self.world.logins.add(companion)

    @staticmethod
    def _on_ack(companion: Companion, ack: Node) -> None:
        companion.confirm(ack.text("class"), ack.text("id"))
