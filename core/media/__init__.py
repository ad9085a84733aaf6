"""The socket for files: where their bytes are kept."""
