"""Exit codes of the command line."""

CLEAN = 0
"""Nothing at or above the asked severity."""
FINDINGS = 1
BAD_INPUT = 2
"""Bad usage, or input that cannot be read."""
INTERNAL_ERROR = 3
INTERRUPTED = 130
"""Stopped from the keyboard: 128 and the number of SIGINT, as shells have it."""
