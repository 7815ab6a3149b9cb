"""Exchange two folders in one step, where the system can.

There is no such call in Python's library: Linux has renameat2 with RENAME_EXCHANGE (renameat2(2)),
macOS has renamex_np with RENAME_SWAP (rename(2)). Elsewhere, and on file systems that do not know
it, the answer is no, and nothing has happened.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2

#: The system or the file system does not know the call (a sandbox may answer with EPERM).
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Give each of two folders on one file system the other's name; neither is ever missing.

    Returns whether it was done; raises OSError where it failed for another reason than that the
    system does not know how.
    """
    code = _call(os.fsencode(one), os.fsencode(other))
    if code in _UNKNOWN:
        return False
    if code:
        raise OSError(code, os.strerror(code), str(one), None, str(other))
    return True


def _call(one: bytes, other: bytes) -> int:
    """The system's error number; 0 where it went well."""
    if not sys.platform.startswith(("linux", "darwin")):
        return errno.ENOSYS
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(one, other, ctypes.c_uint(_RENAME_SWAP))
        else:
            flags = ctypes.c_uint(_RENAME_EXCHANGE)
            failed = library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, flags)
    except AttributeError:  # an old C library
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
