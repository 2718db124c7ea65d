"""Why the system refused to read or write something, in words of ours: its own are English."""

import errno

from tui.domain.message import Message

_REASONS = {
    errno.ENOENT: "system.missing",
    errno.ENOTDIR: "system.missing",
    errno.EACCES: "system.not_allowed",
    errno.EPERM: "system.not_allowed",
    errno.EROFS: "system.not_allowed",
    errno.ENOSPC: "system.disk_full",
    errno.EDQUOT: "system.disk_full",
    errno.EISDIR: "system.folder",
    errno.EEXIST: "system.exists",
    errno.ENAMETOOLONG: "system.name_too_long",
    errno.EINVAL: "system.no_name",
    errno.ELOOP: "system.link_loop",
    errno.EBADF: "system.closed",
    errno.ENXIO: "system.no_regular_file",
    errno.EMFILE: "system.too_many_open",
    errno.ENFILE: "system.too_many_open",
}


def reason_of(error: OSError) -> Message:
    """Return why the system refused, of whatever it was that it refused."""
    key = _REASONS.get(error.errno or 0)
    if key is not None:
        return Message(key)
    return Message("system.other", {"reason": error.strerror or str(error) or type(error).__name__})
