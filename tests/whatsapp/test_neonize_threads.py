"""Between Go's threads and the event loop: nothing is dropped, nobody waits for ever, few threads do."""

import asyncio
import threading
from functools import partial

from core.whatsapp.neonize_arrivals import Arrivals
from core.whatsapp.neonize_library import Crew, Door


async def test_a_full_queue_makes_the_bringer_wait_and_drops_nothing() -> None:
    arrivals: Arrivals[int] = Arrivals(most=3)
    brought = []
    is_full = threading.Event()

    def bring() -> None:
        for number in range(20):
            arrivals.put(number)
            brought.append(number)
            if len(brought) == 3:
                is_full.set()

    thread = threading.Thread(target=bring)
    thread.start()
    await asyncio.to_thread(is_full.wait, 10)
    await asyncio.to_thread(thread.join, 0.2)
    waited_at = len(brought)

    taken = [await arrivals.next(5) for _ in range(20)]

    thread.join(5)
    assert waited_at == 3
    assert taken == list(range(20))
    assert await arrivals.next(0.01) is None


async def test_a_closed_queue_lets_the_bringer_go() -> None:
    arrivals: Arrivals[int] = Arrivals(most=1)
    arrivals.put(1)
    thread = threading.Thread(target=arrivals.put, args=(2,))
    thread.start()

    arrivals.close()
    await asyncio.to_thread(thread.join, 5)

    assert not thread.is_alive()
    assert await arrivals.next(5) is None


def test_threads_are_used_again() -> None:
    crew = Crew()
    threads = set()

    for _ in range(100):
        done = threading.Event()

        def job(done: threading.Event = done) -> None:
            threads.add(threading.get_ident())
            done.set()

        crew.run(job)
        assert done.wait(5)
        # It is idle a moment after it said so; on a busy machine another thread may begin meanwhile.
        threading.Event().wait(0.005)

    assert len(threads) <= 10


def test_a_lent_thread_works_on_and_never_returns() -> None:
    crew = Crew()
    lent, returned, is_over = threading.Event(), threading.Event(), threading.Event()
    lenders, workers = set(), set()

    def stuck() -> None:
        lenders.add(threading.get_ident())
        lent.set()
        crew.lend()
        returned.set()

    def work(worked: threading.Event) -> None:
        workers.add(threading.get_ident())
        worked.set()
        is_over.wait()

    crew.run(stuck)
    assert lent.wait(5)
    # It is free a moment after it said so; before that, another thread takes the work, and stays with it.
    for _ in range(100):
        worked = threading.Event()
        crew.run(partial(work, worked))
        assert worked.wait(5)
        if workers & lenders:
            break
        threading.Event().wait(0.05)
    is_over.set()

    assert workers & lenders
    assert not returned.is_set()


def test_nobody_passes_the_door_while_the_tables_change() -> None:
    door = Door()
    passed, shut = threading.Event(), threading.Event()
    door.shut()

    def go_through() -> None:
        door.pass_through()
        passed.set()

    def change() -> None:
        door.shut()
        shut.set()

    for act in (go_through, change):
        threading.Thread(target=act, daemon=True).start()
    was_passed, was_shut = passed.wait(0.1), shut.wait(0.1)

    door.open()

    assert (was_passed, was_shut) == (False, False)
    assert shut.wait(5)  # one after another
    door.open()
    assert passed.wait(5)
