"""Becomes another program with less memory and time.

Usage: ``python limited.py MEMORY SECONDS FILE_SIZE PROGRAM …``. Run as a script by `converters`: a
separate process sets the limits on itself, because code between fork and exec is not safe in a
program with threads.
"""

import os
import resource
import sys


def main() -> None:
    """Set the limits and become the program; exit code 127 if it cannot be started."""
    memory, seconds, size = (int(argument) for argument in sys.argv[1:4])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        os.execvp(sys.argv[4], sys.argv[4:])
    except OSError:
        sys.exit(127)


if __name__ == "__main__":
    main()
