"""Not a socket: what the shop says and understands, one file per language that a translator can edit."""
