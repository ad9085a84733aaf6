"""Work that happens later, surely: deferred in the transaction that makes it necessary."""
