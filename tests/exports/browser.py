"""A real browser without a screen, driven through two pipes: that needs no further package."""

import base64
import fcntl
import json
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
"""Where the browser is; None where there is none."""
_FLAGS = (
    "--headless",
    "--no-sandbox",  # root may not have one, and the pages are ours
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--no-first-run",
    "--remote-debugging-pipe",
)
_IN, _OUT = 3, 4
"""The descriptors at which the browser listens and answers."""


class Page:
    """A tab of the browser."""

    def __init__(self, sent: int, heard: int) -> None:
        self._sent, self._heard = sent, heard
        self._rest = b""
        self._count = 0
        self._session: str | None = None
        self.messages: list[Any] = []
        """What the page has complained of since it was opened."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: object) -> Any:
        """Return what the browser answers to a command."""
        self._count += 1
        told: dict[str, object] = {"id": self._count, "method": method, "params": params}
        if self._session is not None:
            told["sessionId"] = self._session
        left = json.dumps(told).encode() + b"\0"
        while left:
            left = left[os.write(self._sent, left) :]
        while True:
            answer = self._next()
            if answer.get("id") == self._count:
                assert "error" not in answer, answer
                return answer["result"]

    def _next(self) -> Any:
        """Return the next message of the browser; note it if the page complains."""
        while b"\0" not in self._rest:
            more = os.read(self._heard, 1 << 20)
            assert more, "the browser is gone"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\0")
        message = json.loads(line)
        if message.get("method") in (
            "Log.entryAdded",
            "Runtime.consoleAPICalled",
            "Runtime.exceptionThrown",
        ):
            self.messages.append(message["params"])
        return message

    def open(self, path: Path, width: int, height: int = 900) -> None:
        """Show a file on a screen of that size, and wait until it is shown."""
        self.messages.clear()
        self.resize(width, height)
        self.colour("light")
        self.call("Page.navigate", url=path.resolve().as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def colour(self, scheme: str) -> None:
        """Prefer a colour scheme."""
        media = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", features=media)

    def resize(self, width: int, height: int = 900) -> None:
        """Make the screen so large; a narrow one is that of a phone."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 640,
        )

    def evaluate(self, script: str) -> Any:
        """Return the value of a script, or of its promise; no policy of the page forbids it."""
        found = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def printed(self) -> bytes:
        """Return the page as a PDF."""
        told = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(told["data"])

    def picture(self) -> bytes:
        """Return what the screen shows as a PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])


def _out_of_the_way(descriptor: int) -> int:
    """Return the same end of a pipe under a number that the browser does not listen at."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved


@contextmanager
def browser(profile: Path) -> Iterator[Page]:
    """Start the browser with an empty folder for what it keeps, and end it."""
    assert CHROMIUM is not None
    hears, sent, heard, answers = map(_out_of_the_way, (*os.pipe(), *os.pipe()))
    process = os.posix_spawn(
        CHROMIUM,
        [CHROMIUM, *_FLAGS, f"--user-data-dir={profile}"],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, hears, _IN),
            (os.POSIX_SPAWN_DUP2, answers, _OUT),
        ],
        setpgroup=0,
    )
    os.close(hears)
    os.close(answers)
    try:
        yield Page(sent, heard)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(sent)
        os.close(heard)
