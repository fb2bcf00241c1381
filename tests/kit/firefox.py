"""Firefox as it is installed, driven over WebDriver BiDi: its own protocol, with no driver in between."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.kit.engines import TICK, WAIT, Engine, Looks, Opens, RefusedError, Visit

PROGRAM = "firefox-esr"
LISTENS = "WebDriver BiDi listening on "
STARTED = 60  # Seconds, on a machine that does much else.
HEARD_OF = ("log.entryAdded", "network.beforeRequestSent", "network.responseCompleted")
# Nothing leaves the machine: every other host is asked for at a door that is shut. And no page of Firefox's own comes.
PREFERENCES: dict[str, bool | int | str] = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "intl.accept_languages": "sv-SE, sv",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1, localhost",
    # By itself Firefox is laxer when it is driven: a file may then read others, and no reader's Firefox lets it.
    "remote.prefs.recommended": False,
    "toolkit.telemetry.enabled": False,
    "ui.prefersReducedMotion": 1,
    "ui.useOverlayScrollbars": 1,  # As on a phone: the page has all of the width.
}
# What Firefox asks for by itself, whatever a page says: where no icon has come when the page is left.
BY_ITSELF = "/favicon.ico"
# A page without scripts keeps no promise either: what is known at once is answered at once.
SAFE_CALL = """(given) => {{
  const said = (found) => JSON.stringify(found ?? null);
  const found = ({})(...JSON.parse(given));
  return found instanceof Promise ? found.then(said) : said(found);
}}"""


class Bidi:
    """A conversation with Firefox: a question has one answer, and what happens meanwhile is told in between."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.count = 0
        self.told: dict[str, list[dict[str, Any]]] = {}

    def ask(self, method: str, **given: Any) -> Any:
        self.count += 1
        self.connection.send(json.dumps({"id": self.count, "method": method, "params": given}))
        while True:
            answer = json.loads(self.connection.recv(timeout=3 * WAIT))
            if answer.get("id") == self.count:
                if answer["type"] == "error":
                    raise RefusedError(f"{method}: {answer['message']}")
                return answer["result"]
            if answer.get("type") == "event":
                self._hear(answer["method"], answer["params"])

    def _hear(self, method: str, event: dict[str, Any]) -> None:
        place = event.get("context") or event.get("source", {}).get("context") or ""
        self.told.setdefault(place, []).append({**event, "method": method})

    def listen(self, context: str) -> list[dict[str, Any]]:
        """All that has been told of a page since last time, also what is on its way."""
        self.ask("browsingContext.getTree", root=context)
        return self.told.pop(context, [])


class FirefoxVisit(Visit):
    def __init__(self, bidi: Bidi, context: str) -> None:
        self.bidi = bidi
        self.context = context
        self.faults: list[str] = []
        self.requests: list[str] = []

    def go(self, address: str) -> None:
        self.bidi.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def back(self) -> None:
        self.bidi.ask("browsingContext.traverseHistory", context=self.context, delta=-1)

    def run(self, function: str, *given: Any) -> Any:
        answer = self.bidi.ask(
            "script.callFunction",
            functionDeclaration=SAFE_CALL.format(function),
            arguments=[{"type": "string", "value": json.dumps(given)}],
            target={"context": self.context},
            awaitPromise=True,
            userActivation=False,
        )
        if answer["type"] == "exception":
            raise RefusedError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def perform(self, *devices: dict[str, Any]) -> None:
        self.bidi.ask("input.performActions", context=self.context, actions=list(devices))

    def heard(self) -> list[str]:
        self._sort()
        told, self.faults = self.faults, []
        return told

    def asked(self) -> list[str]:
        self._sort()
        told, self.requests = self.requests, []
        return told

    def _sort(self) -> None:
        for event in self.bidi.listen(self.context):
            if event.get("request", {}).get("url", "").endswith(BY_ITSELF):
                continue
            match event["method"]:
                case "log.entryAdded" if event["level"] == "error":
                    self.faults.append(f"{event['type']}: {event['text']}")
                case "network.beforeRequestSent":
                    self.requests.append(event["request"]["url"])
                case "network.responseCompleted" if event["response"]["status"] >= 400:
                    self.faults.append(f"{event['response']['status']}: {event['request']['url']}")


@contextmanager
def firefox_started(looks: Looks) -> Iterator[Opens]:
    """A Firefox of its own, with a profile of its own, at a port that it finds itself."""
    with TemporaryDirectory(prefix="rutin-firefox-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        profile = work / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(_preferences(looks), encoding="utf-8")
        with _running(work, profile) as address, connect(f"{address}/session", max_size=None) as connection:
            bidi = Bidi(connection)
            bidi.ask("session.new", capabilities={})
            bidi.ask("session.subscribe", events=list(HEARD_OF))
            yield lambda width, height: _opened(bidi, width, height)
            with suppress(Exception):
                bidi.ask("browser.close")


def _preferences(looks: Looks) -> str:
    asked = {"ui.systemUsesDarkTheme": int(looks.dark), "javascript.enabled": looks.scripts}
    asked["layout.css.prefers-color-scheme.content-override"] = 0 if looks.dark else 1
    return "".join(
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in (PREFERENCES | asked).items()
    )


@contextmanager
def _opened(bidi: Bidi, width: int, height: int) -> Iterator[Visit]:
    user = bidi.ask("browser.createUserContext")["userContext"]
    try:
        context = bidi.ask("browsingContext.create", type="tab", userContext=user)["context"]
        bidi.ask("browsingContext.setViewport", context=context, viewport={"width": width, "height": height})
        bidi.ask("emulation.setTimezoneOverride", timezone="Europe/Stockholm", contexts=[context])
        yield FirefoxVisit(bidi, context)
    finally:
        bidi.ask("browser.removeUserContext", userContext=user)


@contextmanager
def _running(work: Path, profile: Path) -> Iterator[str]:
    command = [PROGRAM, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)]
    said = work / "said"
    with said.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, env={**os.environ, "HOME": str(work)})
        try:
            yield _address(process, said)
        finally:
            try:
                process.wait(WAIT)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(WAIT)


def _address(process: subprocess.Popen[bytes], said: Path) -> str:
    for _ in range(round(STARTED / TICK)):
        text = said.read_text(encoding="utf-8", errors="replace")
        if LISTENS in text and text.rpartition(LISTENS)[2].endswith("\n"):
            return text.rpartition(LISTENS)[2].split()[0]
        if process.poll() is not None:
            break
        time.sleep(TICK)
    process.kill()
    raise AssertionError(f"{PROGRAM} does not start:\n{said.read_text(encoding='utf-8', errors='replace')}")


FIREFOX = Engine("Firefox", (PROGRAM,), firefox_started)
