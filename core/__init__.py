"""The rules of the shop and the sockets they plug into; knows no web, no GraphQL."""
