"""What a reader must be able to do in Firefox too, driven by its own Marionette: a page, a press in the guide, and the
way out. In the full run; where there is none it is skipped, but where ENGINES names it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.kit.browsing import Served
from tests.kit.views import of_each_kind

pytestmark = [pytest.mark.browser, pytest.mark.full]

Ask = Callable[..., Any]
SHIFT = "\ue008"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """`ask("Navigate", url=…)`: a command of WebDriver, and what Firefox answers."""
    program, profile = shutil.which("firefox-esr") or shutil.which("firefox"), tmp_path_factory.mktemp("firefox")
    if not program:
        assert "Firefox" not in os.environ.get("ENGINES", ""), "Firefox finns inte på den här maskinen"
        pytest.skip("Firefox finns inte på den här maskinen")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (profile / "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
    command = [program, "--headless", "--marionette", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        line = connected(port).makefile("rwb")

        def answer() -> Any:
            size = b"".join(iter(lambda: line.read(1), b":"))
            return json.loads(line.read(int(size)))

        def asked(name: str, **given: Any) -> Any:
            text = json.dumps([0, 1, f"WebDriver:{name}", given]).encode()
            line.write(b"%d:%s" % (len(text), text))
            line.flush()
            *_, wrong, found = answer()
            assert not wrong, wrong
            return found.get("value") if isinstance(found, dict) else found

        answer()  # Its name.
        asked("NewSession")
        yield asked
        running.terminate()


def connected(port: int) -> socket.socket:
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise AssertionError("Firefox does not answer")


def until(ask: Ask, holds: str) -> None:
    for _ in range(200):
        if ask("ExecuteScript", script=f"return Boolean({holds})", args=[]):
            return
        time.sleep(0.05)
    raise AssertionError(holds)


def click(ask: Ask, selector: str) -> None:
    until(ask, f"document.querySelector('{selector}')")
    found = ask("FindElement", using="css selector", value=selector)
    ask("ElementClick", id=next(iter(found.values())))


def test_a_page_of_each_kind_has_room_and_its_script(ask: Ask, site: Served) -> None:
    for name in of_each_kind(site):
        ask("Navigate", url=site.web(name))
        until(ask, "window.rutin && document.documentElement.scrollWidth <= innerWidth")


def test_a_step_of_the_guide_is_ticked_and_kept_when_that_is_asked_for(ask: Ask, site: Served) -> None:
    ask("Navigate", url=site.web("guide/index.html"))
    for key in ("roll:rektorn", "kryss:flytta-klassen", "spara", "spara-ja"):
        assert ask("ExecuteScript", script="return localStorage.length", args=[]) == 0
        click(ask, f'[data-key="{key}"]')
    until(ask, "localStorage.length === 1")
    ask("Refresh")
    until(ask, "document.querySelector('.rg-case .rg-you')")


def test_three_shifts_put_another_page_in_this_ones_place(ask: Ask, site: Served) -> None:
    ask("Navigate", url=site.web("index.html"))
    ask("Navigate", url=site.web("rad/index.html"))
    other = f"document.querySelector('.rg-leave').href = '{site.web('om/index.html')}'"
    ask("ExecuteScript", script=other, args=[])
    presses = [{"type": kind, "value": SHIFT} for kind in ("keyDown", "keyUp") * 3]
    ask("PerformActions", actions=[{"type": "key", "id": "keys", "actions": presses}])
    until(ask, f"location.href === '{site.web('om/index.html')}'")
    ask("Back")
    until(ask, f"location.href === '{site.web('index.html')}'")
