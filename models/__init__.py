"""The tables, one file per word of the shop; this room knows nothing above it."""
