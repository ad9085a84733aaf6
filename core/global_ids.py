"""How a thing is called outside: one opaque id for its kind and its key."""

import base64


def global_id(kind: str, key: int) -> str:
    """`kind` is the name of the type in the schema."""
    return base64.urlsafe_b64encode(f"{kind}:{key}".encode()).decode().rstrip("=")
