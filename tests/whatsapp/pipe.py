"""Questions and answers between two processes, both ways at once."""

import asyncio
import itertools
import pickle
import struct
from contextlib import suppress
from typing import Any


class Pipe:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._numbers = itertools.count(1)
        self._asked: dict[int, asyncio.Future[Any]] = {}

    async def ask(self, name: str, *arguments: Any, **named: Any) -> Any:
        """What the other side's method answers or raises."""
        number = next(self._numbers)
        answer = self._asked[number] = asyncio.get_running_loop().create_future()
        self._write(("question", number, name, arguments, named))
        return await answer

    async def serve(self, servant: object) -> None:
        """Until the other side is gone."""
        async with asyncio.TaskGroup() as group:
            try:
                while True:
                    (size,) = struct.unpack(">I", await self._reader.readexactly(4))
                    kind, number, *rest = pickle.loads(await self._reader.readexactly(size))  # noqa: S301 - our own
                    if kind == "question":
                        group.create_task(self._answer(servant, number, *rest))
                    elif not self._asked[number].done():
                        (value, error) = rest
                        future = self._asked.pop(number)
                        if error is None:
                            future.set_result(value)
                        else:
                            future.set_exception(error)
            except (asyncio.IncompleteReadError, ConnectionError):
                pass
            finally:
                for future in self._asked.values():
                    if not future.done():
                        future.set_exception(ConnectionError("the other process is gone"))
                        future.exception()  # whoever waits hears it; nobody else must

    async def close(self) -> None:
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()

    async def _answer(self, servant: object, number: int, name: str, arguments: Any, named: Any) -> None:
        value: Any = None
        error: Exception | None = None
        try:
            value = await getattr(servant, name)(*arguments, **named)
        except Exception as raised:
            error = raised
        self._write(("answer", number, value, error))

    def _write(self, message: Any) -> None:
        data = pickle.dumps(message)
        self._writer.write(struct.pack(">I", len(data)) + data)
