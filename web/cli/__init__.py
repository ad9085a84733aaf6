"""The command line: `python -m web.cli --help`."""
