"""Conversations: who answers them, what is said and noted in them, and the words that are kept ready."""

from models.accounts import WhatsappAccount
from models.conversations import Conversation, Turn
from tests.graph import rows
from tests.graph.mutations.calls import Call, Failure, on, plain
from tests.graph.mutations.catalog import told_again_after_it_was_deleted
from tests.graph.mutations.scene import Input, Scene, id_of

READY = {"shortcut": "thanks", "language": "en", "text": "Thank you!"}
LATER = "2100-01-01T00:00:00Z"


async def _to_a_colleague(scene: Scene) -> Input:
    return {"id": id_of(await scene.conversation()), "staffId": id_of(await scene.colleague())}


async def _over_a_number_that_was_deleted(scene: Scene) -> Input:
    conversation = await scene.conversation()
    account = await WhatsappAccount.get(id=conversation.account_id)
    await scene.do("whatsappAccountDelete", {"id": id_of(account), "name": account.name})
    return {"conversationId": id_of(conversation), "text": "Hello"}


async def _note_told_again_after_it_was_deleted(scene: Scene) -> Input:
    asked = {"conversationId": id_of(await scene.conversation()), "text": "Calls at nine.", "idempotencyKey": "note"}
    added = await scene.do("conversationNoteAdd", asked)
    await scene.do("conversationNoteDelete", {"id": added["note"]["id"]})
    return asked


async def _taken_shortcut(scene: Scene) -> Input:
    taken = await scene.canned_reply()
    return {"shortcut": taken.shortcut, "language": taken.language, "text": "Another."}


async def _shortcut_of_another(scene: Scene) -> Input:
    taken = await scene.canned_reply()
    return {"id": id_of(await scene.canned_reply()), "changes": {"shortcut": taken.shortcut}}


async def _tried_again_already(scene: Scene) -> Input:
    asked = {"id": id_of(await scene.failed_message())}
    await scene.do("messageRetry", asked)
    return asked


async def _answered_by_the_assistant(scene: Scene) -> Conversation:
    return await scene.conversation()


async def _turn(scene: Scene) -> Turn:
    conversation = await scene.conversation()
    turn = await rows.make_turn(conversation)
    await rows.make_message(conversation, "hello", turn=turn)
    return turn


async def _turn_from_before(scene: Scene) -> Turn:
    turn = await _turn(scene)
    await Turn.filter(id=turn.id).update(record={"asked": "menu"})
    return turn


async def _after_twenty_replays(scene: Scene) -> Input:
    asked = {"id": id_of(await _turn(scene))}
    for _ in range(20):
        assert (await scene.do("turnReplay", asked))["__typename"] == "TurnReplayPayload"
    return asked


CALLS = {
    "turnReplay": Call(on(_turn)),
    "conversationTakeOver": Call(on(Scene.conversation)),
    "conversationHandBack": Call(on(Scene.human_conversation)),
    "conversationPause": Call(on(Scene.conversation, until=LATER)),
    "conversationAssign": Call(_to_a_colleague),
    "conversationTag": Call(on(Scene.conversation, tags=["vip"])),
    "conversationMarkRead": Call(on(Scene.human_conversation)),
    "conversationClearAttention": Call(on(Scene.human_conversation)),
    "conversationNoteAdd": Call(on(Scene.conversation, "conversationId", text="Likes to bargain.")),
    "conversationNoteDelete": Call(on(Scene.note)),
    "messageSend": Call(on(Scene.conversation, "conversationId", text="Hello")),
    "messageRetry": Call(on(Scene.failed_message)),
    "cannedReplyCreate": Call(plain(**READY)),
    "cannedReplyUpdate": Call(on(Scene.canned_reply, changes={"text": "Ten to six."})),
    "cannedReplyDelete": Call(on(Scene.canned_reply)),
}

FAILURES = {
    ("turnReplay", "ConflictError"): Failure(on(_turn_from_before), "TURN_NOT_REPLAYABLE", ("id",)),
    ("turnReplay", "RateLimitedError"): Failure(_after_twenty_replays, "RATE_LIMITED"),
    ("conversationHandBack", "ConflictError"): Failure(on(_answered_by_the_assistant, at=LATER), "ASSISTANT_ANSWERS"),
    ("messageSend", "ConflictError"): Failure(_over_a_number_that_was_deleted, "NUMBER_REMOVED"),
    ("messageRetry", "ConflictError"): Failure(_tried_again_already, "MESSAGE_NOT_RETRIABLE", ("id",)),
    ("cannedReplyCreate", "InvalidInputError"): Failure(
        plain(**{**READY, "shortcut": "two words"}), "INVALID_INPUT", ("shortcut",)
    ),
    ("cannedReplyCreate", "NotFoundError"): Failure(
        told_again_after_it_was_deleted("cannedReplyCreate", "cannedReplyDelete", "cannedReply", plain(**READY)),
        "NOT_FOUND",
    ),
    ("cannedReplyCreate", "ConflictError"): Failure(_taken_shortcut, "SHORTCUT_TAKEN", ("shortcut",)),
    ("cannedReplyUpdate", "ConflictError"): Failure(_shortcut_of_another, "SHORTCUT_TAKEN", ("changes", "shortcut")),
}
