"""``python -m reader`` and the command ``reader``."""

import sys


def main() -> None:
    """Run the command line and exit with its status."""
    from reader.cli import run  # noqa: PLC0415  (so that the engine process can import this package cheaply)

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
