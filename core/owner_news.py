"""Notices over WhatsApp, to whom the settings name: on wish, and only to somebody who wrote to the shop before."""

import structlog

from core.conversations import Conversations
from core.database import Database
from core.languages.wording import say
from core.settings import Settings
from models.accounts import AccountStatus, WhatsappAccount
from models.conversations import Conversation, MessageAuthor
from models.customers import Customer
from models.integrations import Webhook
from models.notices import Notice, NoticeKind
from models.payments import PaymentConfig
from models.providers import AiProvider

log = structlog.get_logger()


class OwnerNews:
    def __init__(self, database: Database, settings: Settings, conversations: Conversations) -> None:
        self._database = database
        self._settings = settings
        self._conversations = conversations

    async def tell(self, notice_id: int) -> None:
        """The job of every notice. Done again it tells nothing twice; where nobody wishes it, it does nothing."""
        settings = await self._settings.read()
        notice = await Notice.get_or_none(id=notice_id)
        if notice is None or not settings.notice_phone:
            return
        async with self._database.unit_of_work() as work:
            person = await _reachable(settings.notice_phone)
            if person is None:
                log.info("owner_not_reachable", notice_id=notice_id)
                return
            key = f"notice_{notice.kind.lower()}"
            text = say(key, settings.spoken(person.language), name=await _name(notice))
            conversation = await self._conversations.open_for(work, person)
            await self._conversations.queue_reply(
                work,
                conversation,
                text,
                author=MessageAuthor.PROGRAM,
                is_proactive=True,
                said_once_key=f"notice:{notice.id}",
            )


async def _reachable(phone: str) -> Customer | None:
    """Their chat with a number that is connected now, the default one first; the row is locked."""
    chats = await Customer.filter(phone=phone, blocked_at=None, erased_at=None, merged_into_id=None).order_by("-id")
    numbers = WhatsappAccount.filter(
        id__in=[chat.account_id for chat in chats], status=AccountStatus.CONNECTED, deleted_at=None
    )
    number = await numbers.order_by("-is_default", "id").first()
    if number is None:
        return None
    mine = next(chat for chat in chats if chat.account_id == number.id)
    return await Customer.filter(id=mine.id).select_for_update().first()


async def _name(notice: Notice) -> str:
    """What the notice is about, in a word that staff know; empty when it is gone meanwhile."""
    match notice.kind:
        case (
            NoticeKind.ACCOUNT_BANNED
            | NoticeKind.ACCOUNT_LOGGED_OUT
            | NoticeKind.ACCOUNT_RESTRICTED
            | NoticeKind.PROGRAM_OUTDATED
        ):
            account = await WhatsappAccount.get_or_none(id=notice.subject_id)
            return account.name if account else ""
        case NoticeKind.PROVIDER_KEY_REFUSED | NoticeKind.PROVIDER_OUT_OF_CREDIT | NoticeKind.PROVIDER_MODEL_GONE:
            provider = await AiProvider.get_or_none(id=notice.subject_id)
            return provider.name if provider else ""
        case NoticeKind.PAYEE_CHANGED:
            method = await PaymentConfig.get_or_none(id=notice.subject_id)
            return method.label if method else str(notice.detail.get("label", ""))
        case NoticeKind.CHAT_NEEDS_HUMAN:
            chat = await Conversation.get_or_none(id=notice.subject_id).prefetch_related("customer")
            return (chat.customer.profile_name or chat.customer.phone or "") if chat else ""
        case NoticeKind.WEBHOOK_PAUSED:
            webhook = await Webhook.get_or_none(id=notice.subject_id)
            return webhook.name if webhook else ""
