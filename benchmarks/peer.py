"""The named peer of a turn: procrastinate itself, with jobs that do nothing."""

import asyncio
import time
from pathlib import Path

import procrastinate
from procrastinate.schema import SchemaManager

from core.embedded_postgres import EmbeddedPostgres


async def bare_jobs_per_second(folder: Path, jobs: int) -> float:
    """Each job has a lock of its own, as a customer's turn has; the clock runs from the first defer to the last end."""
    with EmbeddedPostgres(folder) as server:
        await asyncio.to_thread(server.ensure_database, "peer")
        app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=server.dsn("peer"), max_size=4))
        done = 0
        all_done = asyncio.Event()

        @app.task(name="nothing")
        async def nothing() -> None:
            nonlocal done
            done += 1
            if done == jobs:
                all_done.set()

        async with app.open_async():
            await SchemaManager(app.connector).apply_schema_async()
            worker = asyncio.create_task(
                app.run_worker_async(concurrency=24, fetch_job_polling_interval=0.5, install_signal_handlers=False)
            )
            began = time.perf_counter()
            await asyncio.gather(
                *(nothing.configure(lock=f"customer:{number}").defer_async() for number in range(jobs))
            )
            await all_done.wait()
            seconds = time.perf_counter() - began
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)
        return jobs / seconds
