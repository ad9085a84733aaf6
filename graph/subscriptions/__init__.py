"""Streams of events, one file per word: each asks for its right before every event."""
