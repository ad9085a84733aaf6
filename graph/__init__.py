"""The GraphQL room: ask who, call one rule, shape the answer."""
