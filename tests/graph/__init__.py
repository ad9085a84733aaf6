"""Tests of the GraphQL room."""
