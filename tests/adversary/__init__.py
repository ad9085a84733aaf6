"""Models that lie, obey strangers, break off and ask for what is not theirs: the shop keeps its rules all the same."""
