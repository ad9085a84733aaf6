"""The event log and its feed: what happened, for everybody who follows."""
