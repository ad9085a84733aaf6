"""Which kinds of AI providers there are; an adapter adds its line here, and the contract suite picks it up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProviderType:
    """`seed_model` is what a new provider starts with; staff may name any other."""

    name: str
    label: str
    seed_model: str


TYPES: dict[str, ProviderType] = {
    kind.name: kind
    for kind in (
        ProviderType("CLAUDE", "Claude (Anthropic)", "claude-haiku-5-5"),
        ProviderType("GEMINI", "Gemini (Google)", "gemini-3.8-flash"),
        ProviderType("GROQ", "Groq", "openai/gpt-oss-120b"),
        ProviderType("COHERE", "Cohere", "command-a-plus-05-2026"),
    )
}
