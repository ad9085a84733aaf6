"""The linters of schema.graphql: programs for Node, which comes from PyPI, and what calls them."""
