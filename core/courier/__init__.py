"""The courier: takes something to an address of somebody else's, and to none that it must not reach."""
