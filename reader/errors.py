"""The one family of errors that is shown to the user as it is.

Anything else that is raised is a bug of ours: it goes to the log file and a dialog says so.
"""


class ReaderError(Exception):
    """Something outside the program is in the way: a file, the disk, a setting.

    ``str(error)`` is one plain sentence (or two) for the user: what is wrong and what to do.
    It holds no traceback and no jargon.
    """


class DamagedError(ReaderError):
    """A database of the user's cannot be read (any more): its file is damaged, or is something else."""
