"""Payment proofs: what counts as one, and whether another order has the same."""

from dataclasses import dataclass

from core.database import UnitOfWork
from core.jobs.queue import Job
from core.media.inspection import PDF, PICTURES, UNKNOWN
from core.order_steps import ProofNotUsableError
from models.conversations import Message, MessageKind
from models.media import MediaFile
from models.orders import Order
from models.payments import ProofLikeness

PROOF_TYPES = frozenset({*PICTURES, PDF})

# Of 512 bits. What was saved again, smaller or worse, differs in 11 at most; another receipt of the same payment app,
# where only the small print is different, in 38 and more.
SAME_PICTURE_DISTANCE = 16

# Any number does that nobody else takes as an advisory lock; this one reads "PROOF".
PROOFS_LOCK = 0x50524F4F46

SAME_FILE = """
select proofs.id
from payment_proofs as proofs join media_files as media on media.id = proofs.media_id
where proofs.order_id <> $1 and media.sha256 = $2
order by proofs.id limit 1
"""

SAME_PICTURE = """
select proofs.id
from payment_proofs as proofs join media_files as media on media.id = proofs.media_id
where proofs.order_id <> $1 and media.perceptual_hash is not null
  and bit_count(('x' || encode(media.perceptual_hash, 'hex'))::bit(512) # ('x' || $2::text)::bit(512)) <= $3
order by proofs.id limit 1
"""


@dataclass(frozen=True, slots=True)
class Likeness:
    kind: ProofLikeness
    proof_id: int


def read_proof_job(proof_id: int) -> Job:
    """Has an AI look at it; whoever reviews it need not wait for that."""
    return Job("read_proof", {"proof_id": proof_id})


def judge_proof(media: MediaFile, message: Message | None) -> None:
    """Raises ProofNotUsableError."""
    if message is not None and message.kind is MessageKind.STICKER:
        raise ProofNotUsableError("A sticker is no proof of payment.", field="mediaId", why="STICKER")
    if media.deleted_at is not None:
        raise ProofNotUsableError("This file was deleted.", field="mediaId", why="GONE")
    if message is not None and message.kind is MessageKind.IMAGE and media.content_type == UNKNOWN:
        raise ProofNotUsableError("This picture cannot be opened.", field="mediaId", why="UNREADABLE")
    if media.content_type not in PROOF_TYPES:
        raise ProofNotUsableError("A proof of payment is an image or a PDF.", field="mediaId", why="TYPE")


async def likeness(work: UnitOfWork, order: Order, media: MediaFile) -> Likeness | None:
    """The oldest proof of another order with the same file, or else with a picture that looks the same.

    Two proofs handed in at the same moment see each other: the second waits until the first is committed.
    """
    await work.fetch("select pg_advisory_xact_lock($1)", PROOFS_LOCK)
    if rows := await work.fetch(SAME_FILE, order.id, media.sha256):
        return Likeness(ProofLikeness.SAME_FILE, rows[0]["id"])
    if media.perceptual_hash is not None:
        hashed = bytes(media.perceptual_hash).hex()
        if rows := await work.fetch(SAME_PICTURE, order.id, hashed, SAME_PICTURE_DISTANCE):
            return Likeness(ProofLikeness.SAME_PICTURE, rows[0]["id"])
    return None
