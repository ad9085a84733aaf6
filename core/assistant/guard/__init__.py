"""What an AI wrote, held against the facts of the turn before a customer sees it."""
