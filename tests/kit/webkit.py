"""WebKit as GTK has it, driven over WebDriver on a screen that nobody sees: a driver of its own for each page.

Now and then it ends by itself, or never starts, whatever page it has: that is told as an EndedError.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.kit.engines import TICK, WAIT, EndedError, Engine, Looks, Opens, RefusedError, Visit
from tests.kit.servers import LOOPBACK, answers, free_port

DRIVER, SCREEN = "WebKitWebDriver", "Xvfb"
# What the driver says when the browser is no longer there to answer it.
GONE = ("Session terminated", "invalid session id", "session not created")
# Debian's place for it, which is on nobody's path.
BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), Path("MiniBrowser"))
# The buttons over the page are as wide as a desk: without their room the window may be as narrow as a phone.
NARROW = "button, entry, headerbar, toolbar, image { min-width: 0; padding: 0; border: 0; margin: 0; font-size: 1px }"
# The driver tells nothing of what goes wrong on a page: this listens before anything of the page's own runs.
LISTENER = """(() => {
  const heard = [];
  const say = console.error;
  console.error = (...given) => { heard.push(`console: ${given.join(' ')}`); say.apply(console, given); };
  addEventListener('error', ({ message, target }) => {
    heard.push(message ? `error: ${message}` : `does not come: ${target.src ?? target.href}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => heard.push(`error: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    heard.push(`refused: ${violatedDirective} ${blockedURI}`);
  });
  Object.defineProperty(window, 'heardInTest', { value: heard });
})();
"""
HEARD_AND_ASKED = """() => {
  const asked = performance.getEntries().filter(({ entryType }) => /navigation|resource/.test(entryType));
  const from = window.askedInTest ?? 0;
  window.askedInTest = asked.length;
  return [(window.heardInTest ?? []).splice(0), asked.slice(from).map(({ name }) => name)];
}"""
SAFE_SCRIPT = "return (async () => (await ({})(...arguments)) ?? null)()"


class Driver:
    """The driver's door, which answers one question at a time."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, method: str, path: str, **given: Any) -> Any:
        connection = HTTPConnection(LOOPBACK, self.port, timeout=3 * WAIT)
        try:
            body = json.dumps(given) if method == "POST" else None
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        except OSError as silence:
            raise EndedError(f"{path}: {silence}") from silence
        finally:
            connection.close()
        if answer.status == 200:
            return value
        refusal = f"{path}: {value['error']}: {value['message']}"
        raise EndedError(refusal) if any(each in refusal for each in GONE) else RefusedError(refusal)


class WebKitVisit(Visit):
    def __init__(self, driver: Driver, session: str) -> None:
        self.driver = driver
        self.session = session
        self.faults: list[str] = []
        self.requests: list[str] = []

    def _post(self, path: str, **given: Any) -> Any:
        try:
            return self.driver.ask("POST", f"/session/{self.session}/{path}", **given)
        except RefusedError:  # Also the first answer of a browser whose page has ended: a second question tells.
            self.driver.ask("GET", f"/session/{self.session}/url")
            raise

    def go(self, address: str) -> None:
        self._listen()
        self._post("url", url=address)

    def back(self) -> None:
        self._listen()
        self._post("back")

    def run(self, function: str, *given: Any) -> Any:
        return self._post("execute/sync", script=SAFE_SCRIPT.format(function), args=list(given))

    def perform(self, *devices: dict[str, Any]) -> None:
        self._listen()
        self._post("actions", actions=list(devices))

    def sized(self, width: int, height: int) -> None:
        """The page's own size, in px: the window is so much higher as what stands over the page."""
        self._wait(lambda: self._fits(width, height), f"a page of {width} × {height} px")

    def _fits(self, width: int, height: int) -> bool:
        now: list[int] = self.run("() => [innerWidth, innerHeight]")
        if now == [width, height]:
            return True
        bar = self.driver.ask("GET", f"/session/{self.session}/window/rect")["height"] - now[1]
        self._post("window/rect", width=width, height=height + bar)
        return False

    def end(self) -> None:
        """The browser goes, as it may by itself."""
        self.driver.ask("DELETE", f"/session/{self.session}")

    def heard(self) -> list[str]:
        self._listen()
        told, self.faults = self.faults, []
        return told

    def asked(self) -> list[str]:
        self._listen()
        told, self.requests = self.requests, []
        return told

    def _listen(self) -> None:
        with suppress(RefusedError):  # A page on its way out has no more to tell.
            heard, asked = self.run(HEARD_AND_ASKED)
            self.faults += heard
            self.requests += [each for each in asked if each != "document"]


@contextmanager
def webkit_started(looks: Looks) -> Iterator[Opens]:
    """A screen. Each page on it is a browser of its own."""
    with TemporaryDirectory(prefix="rutin-webkit-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "gtk-3.0").mkdir()
        (home / "gtk-3.0/gtk.css").write_text(NARROW, encoding="utf-8")
        (home / "listener.js").write_text(LISTENER, encoding="utf-8")
        with _screen(home) as display:
            yield lambda width, height: _session(home, display, _arguments(looks, home), width, height)


def _arguments(looks: Looks, home: Path) -> list[str]:
    arguments = ["--automation", f"--user-script-at-start={home}/listener.js"]
    arguments += ["--dark-mode"] if looks.dark else []
    return arguments + ([] if looks.scripts else ["--enable-javascript-markup=false"])


@contextmanager
def _session(home: Path, display: str, arguments: list[str], width: int, height: int) -> Iterator[Visit]:
    options = {"binary": str(BROWSER), "args": arguments}
    wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
    with _driver(home, display) as driver:
        session = driver.ask("POST", "/session", capabilities=wanted)["sessionId"]
        visit = WebKitVisit(driver, session)
        try:
            visit.sized(width, height)
            yield visit
        finally:
            with suppress(EndedError):
                visit.end()


@contextmanager
def _screen(home: Path) -> Iterator[str]:
    """A screen at a number that it finds itself, and tells."""
    told, tells = os.pipe()
    command = [SCREEN, "-displayfd", str(tells), "-screen", "0", "1400x2000x24", "-nolisten", "tcp"]
    with _running(command, home, pass_fds=(tells,)):
        os.close(tells)
        with os.fdopen(told) as lines:
            yield f":{lines.readline().strip()}"


@contextmanager
def _driver(home: Path, display: str) -> Iterator[Driver]:
    port = free_port()
    places = dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(home))
    shown = {"DISPLAY": display, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "TZ": "Europe/Stockholm"}
    command = [DRIVER, f"--port={port}", f"--host={LOOPBACK}"]
    with _running(command, home, env={**os.environ, **places, **shown}) as process:
        for _ in range(round(WAIT / TICK)):
            if process.poll() is not None or answers(port):
                break
            time.sleep(TICK)
        if process.poll() is not None:
            raise EndedError((home / f"{DRIVER}.log").read_text(encoding="utf-8"))
        yield Driver(port)


@contextmanager
def _running(command: list[str], home: Path, **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own: what it has started ends with it."""
    with (home / f"{command[0]}.log").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True, **options)
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(WAIT)


WEBKIT = Engine("WebKit", (DRIVER, SCREEN, str(BROWSER)), webkit_started)
