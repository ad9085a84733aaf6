"""Not a socket: the running part. Inbox, turns, outbox, the keeper of accounts, and who starts and stops them."""
