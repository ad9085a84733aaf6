"""Queries and mutations, one file per word: each asks for a right, calls one rule and shapes the answer."""
