"""What staff write and the assistant says or reads: message templates and the FAQ."""

from tortoise import fields

from models.base import Row


class MessageTemplate(Row):
    """A sentence of the program in one language, e.g. what a customer is told when a payment is approved."""

    key = fields.CharField(max_length=64)
    language = fields.CharField(max_length=12)
    text = fields.TextField()
    version = fields.IntField(default=1)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "message_templates"
        unique_together = (("key", "language"),)


class KnowledgeEntry(Row):
    """One question of the FAQ and its answer."""

    language = fields.CharField(max_length=12)
    question = fields.TextField()
    answer = fields.TextField()
    keywords: list[str] = fields.JSONField(default=list)
    is_active = fields.BooleanField(default=True)
    position = fields.IntField(default=0)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "knowledge_entries"
