"""Why the system refused to read or write something, in words of ours: its own are English."""

import errno

from tui.domain.message import Message

_NAMES = {
    "missing": "ENOENT ENOTDIR",
    "not_allowed": "EACCES EPERM",
    "read_only": "EROFS",
    "disk_full": "ENOSPC EDQUOT",
    "too_large": "EFBIG EOVERFLOW",
    "folder": "EISDIR",
    "exists": "EEXIST ENOTEMPTY",
    "name_too_long": "ENAMETOOLONG",
    "no_name": "EINVAL EILSEQ",
    "link_loop": "ELOOP",
    "closed": "EBADF",
    "no_regular_file": "ENXIO ESPIPE",
    "too_many_open": "EMFILE ENFILE",
    "too_many_links": "EMLINK",
    "no_memory": "ENOMEM ENOBUFS",
    "in_use": "EBUSY ETXTBSY EAGAIN EDEADLK ENOLCK",
    "interrupted": "EINTR ECANCELED",
    "reader_gone": "EPIPE",
    "disk_failed": "EIO EREMOTEIO EUCLEAN EBADMSG",
    "disk_gone": "ENODEV ENOMEDIUM EMEDIUMTYPE",
    "not_supported": "ENOTSUP EOPNOTSUPP ENOSYS ENOTTY EXDEV",
    "network": "ESTALE ETIMEDOUT EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENETRESET ENOLINK "
    "ECONNREFUSED ECONNRESET ECONNABORTED ENOTCONN ECOMM EPROTO ESHUTDOWN",
}
"""The reasons of the catalogue, with the system's names for them; not every system has all."""
_REASONS = {
    getattr(errno, name): f"system.{reason}"
    for reason, names in _NAMES.items()
    for name in names.split()
    if hasattr(errno, name)
}


def reason_of(error: OSError) -> Message:
    """Return why the system refused, of whatever it was that it refused."""
    said = error.strerror or str(error) or type(error).__name__
    if not error.errno:
        return Message("system.other", {"reason": said})
    key = _REASONS.get(error.errno)
    if key is not None:
        return Message(key)
    return Message("system.number", {"number": str(error.errno), "reason": said})
