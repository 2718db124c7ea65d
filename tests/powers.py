"""What the user who runs the tests may do."""

import os
import tempfile
from pathlib import Path


def may_read_all() -> bool:
    """Return whether no permission keeps this user from a file, as none keeps root."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "closed"
        file.touch(mode=0)
        return os.access(file, os.R_OK)
