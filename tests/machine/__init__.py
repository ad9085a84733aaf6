"""The stage of the state machine: a shop that can be torn down and built anew, what happens to it, what must hold."""
