"""The shapes of the API, one file per word; the only part of this room that knows the tables."""
