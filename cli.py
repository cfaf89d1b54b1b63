"""``python cli.py …`` does the same as ``corruptex …``, straight from a checkout."""

from corruptex.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
