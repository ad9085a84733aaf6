"""What staff write and the assistant says or reads: message templates, prompts, canned replies and the FAQ."""

from tortoise import fields
from tortoise.indexes import Index

from models.base import Row
from models.staff import Staff


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
        indexes = (Index(fields=("position", "id")),)


class MessageTemplateVersion(Row):
    """What a template said, and who wrote it so; the newest is what it says now."""

    template: fields.ForeignKeyRelation[MessageTemplate] = fields.ForeignKeyField(
        "models.MessageTemplate", related_name="versions"
    )
    template_id: int
    version = fields.IntField()
    text = fields.TextField()
    staff: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="template_versions", null=True, on_delete=fields.SET_NULL
    )
    staff_id: int | None

    class Meta:
        table = "message_template_versions"
        unique_together = (("template", "version"),)


class SystemPrompt(Row):
    """What an AI is told about its work, in one part for each key, e.g. "salesperson"."""

    key = fields.CharField(max_length=64)
    text = fields.TextField()
    version = fields.IntField(default=1)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "system_prompts"
        unique_together = (("key",),)


class SystemPromptVersion(Row):
    """What a prompt said, and who wrote it so; the newest is what it says now."""

    prompt: fields.ForeignKeyRelation[SystemPrompt] = fields.ForeignKeyField(
        "models.SystemPrompt", related_name="versions"
    )
    prompt_id: int
    version = fields.IntField()
    text = fields.TextField()
    staff: fields.ForeignKeyNullableRelation[Staff] = fields.ForeignKeyField(
        "models.Staff", related_name="prompt_versions", null=True, on_delete=fields.SET_NULL
    )
    staff_id: int | None

    class Meta:
        table = "system_prompt_versions"
        unique_together = (("prompt", "version"),)


class CannedReply(Row):
    """A text that staff send often, found by its shortcut."""

    shortcut = fields.CharField(max_length=40)
    language = fields.CharField(max_length=12)
    text = fields.TextField()
    position = fields.IntField(default=0)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "canned_replies"
        unique_together = (("shortcut", "language"),)
        indexes = (Index(fields=("position", "id")),)
