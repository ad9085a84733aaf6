"""The socket for AI: the port of a provider, and the adapters that plug into it."""
