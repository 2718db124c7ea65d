"""What the system refuses is told in the user's language, never by an English word alone."""

import errno
import os
import re

import pytest

from tui.diagnostics.system_errors import reason_of
from tui.i18n import LANGUAGES, Language, Phrases

OF_FILES = [
    *("EACCES", "EAGAIN", "EBADF", "EBUSY", "EDEADLK", "EDQUOT", "EEXIST", "EFBIG", "EINTR"),
    *("EINVAL", "EIO", "EISDIR", "ELOOP", "EMFILE", "EMLINK", "ENAMETOOLONG", "ENFILE", "ENODEV"),
    *("ENOENT", "ENOLCK", "ENOMEM", "ENOSPC", "ENOTDIR", "ENOTEMPTY", "ENOTSUP", "ENOSYS"),
    *("ENXIO", "EOVERFLOW", "EPERM", "EPIPE", "EROFS", "ESPIPE", "ESTALE", "ETIMEDOUT", "ETXTBSY"),
    "EXDEV",
]
"""What the manual pages name of open, read, write, fsync, link, rename, unlink, mkdir and lock."""


def error(code: int) -> OSError:
    return OSError(code, os.strerror(code))


@pytest.mark.parametrize("name", OF_FILES)
def test_what_files_can_meet_has_words_in_both_languages(name: str) -> None:
    reason = reason_of(error(getattr(errno, name)))
    assert reason.key not in ("system.other", "system.number")
    said = {language: Phrases(language).say(reason) for language in LANGUAGES}
    assert re.search("[A-Za-z]", said[Language.CHINESE]) is None
    assert said[Language.ENGLISH] != said[Language.CHINESE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_anything_else_is_told_with_its_number_and_what_the_system_says(
    language: Language,
) -> None:
    say = Phrases(language)
    for code in errno.errorcode:
        reason = reason_of(error(code))
        if reason.key == "system.number":
            assert re.search(rf"\b{code}\b", say.say(reason))
            assert os.strerror(code) in say.say(reason)
        else:
            assert os.strerror(code) not in say.say(reason)
    assert say.say(reason_of(OSError("odd"))).endswith("odd")
