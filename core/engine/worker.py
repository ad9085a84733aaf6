"""What the jobs do: the name of each task, the rule it calls, and those that come back by the clock."""

from core.assistant.summaries import Summaries
from core.conversations import Conversations
from core.engine.inbox import Inbox
from core.engine.media_fetcher import MediaFetcher
from core.engine.turns import Turns
from core.jobs.queue import Task
from core.orders import Orders
from core.owner_news import OwnerNews
from core.privacy import Privacy
from core.proof_reading import ProofReading
from core.retention import Retention

# Cron of six fields, the seconds last; the minutely ones apart from one another.
EVERY_TEN_SECONDS = "* * * * * */10"


def tasks(
    inbox: Inbox,
    turns: Turns,
    orders: Orders,
    conversations: Conversations,
    privacy: Privacy,
    retention: Retention,
    owner_news: OwnerNews,
    media_fetcher: MediaFetcher,
) -> tuple[Task, ...]:
    """Those without attempts to spare are repeated by the clock anyway."""
    return (
        Task("answer_customer", turns.answer, give_up=turns.give_up),
        Task("tell_owner", owner_news.tell),
        Task("release_backlog", inbox.release),
        Task("forget_unused_file", retention.forget_unused),
        Task("resume_due", conversations.resume_due, attempts=1, every=EVERY_TEN_SECONDS),
        Task("expire_orders", orders.expire_due, attempts=1, every="* * * * * 5"),
        Task("remind_of_orders", orders.remind_due, attempts=1, every="* * * * * 25"),
        Task("abandon_silent_chats", conversations.abandon_silent, attempts=1, every="* * * * * 45"),
        Task("forget_early_amendments", inbox.forget_old_amendments, attempts=1, every="41 3 * * * 0"),
        Task("give_up_old_files", media_fetcher.give_up_old, attempts=1, every="11 4 * * * 0"),
        Task("forget_old_rows", retention.run, attempts=1, every="23 2 * * * 0"),
        Task("forget_erased_files", privacy.forget_erased_files, every="11 * * * * 0"),
    )


def advice(proof_reading: ProofReading, summaries: Summaries) -> tuple[Task, ...]:
    """What an AI does beside the turns; nothing waits for it, and nothing is wrong without it."""
    return (
        Task("read_proof", proof_reading.read, attempts=3),
        Task("summarise_chat", summaries.renew, attempts=3),
    )
