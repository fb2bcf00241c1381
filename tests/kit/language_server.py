"""A language server that a test talks to as an editor's program does: by JSON-RPC over its input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from tests.kit.paths import PROJECT

SERVER = PROJECT / "audit/node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 30  # seconds


class LanguageServer:
    """A server that has been told of a folder."""

    def __init__(self, ask: IO[bytes], answers: IO[bytes], folder: Path) -> None:
        self._ask, self._folder, self._count = ask, folder, 0
        self._shown = ""
        self._said: queue.Queue[Any] = queue.Queue()
        threading.Thread(target=self._listen, args=(answers,), daemon=True).start()
        here = folder.as_uri()
        self.request("initialize", {"processId": None, "rootUri": here, "capabilities": CAPABILITIES})
        self._send({"method": "initialized", "params": {}})

    def opened(self, file: Path, text: str) -> list[str]:
        """Show it a text as that of a file beside this one. What it marks there: line:column message.

        Each has a name of its own: a busy server may say once more what it said of the one before."""
        self._count += 1
        uri = self._shown = file.with_stem(f"{file.stem}-{self._count}").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": self._count, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while True:
            said = self._next()
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == uri:
                return [self._mark(each) for each in said["params"]["diagnostics"]]

    def completions(self, line: int, column: int) -> list[dict[str, Any]]:
        """What it offers to write at a place in what was opened last, both counted from 1."""
        found = self.request("textDocument/completion", self._at(line, column))
        items = found["items"] if isinstance(found, dict) else found
        return [dict(item) for item in items or []]

    def hover(self, line: int, column: int) -> str:
        """What it says of a place in it."""
        found = self.request("textDocument/hover", self._at(line, column))
        contents = found["contents"] if found else ""
        return str(contents["value"] if isinstance(contents, dict) else contents)

    def request(self, method: str, params: object) -> Any:
        """Ask, and wait for the answer."""
        self._count += 1
        number = self._count
        self._send({"id": number, "method": method, "params": params})
        while True:
            said = self._next()
            if said.get("id") == number and "method" not in said:
                assert "error" not in said, said
                return said["result"]

    def _at(self, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._shown}, "position": {"line": line - 1, "character": column - 1}}

    @staticmethod
    def _mark(found: dict[str, Any]) -> str:
        start = found["range"]["start"]
        return f"{start['line'] + 1}:{start['character'] + 1} {found['message']}"

    def _next(self) -> dict[str, Any]:
        """What it says next. What it asks of a program is answered: it has no settings of its own."""
        said: dict[str, Any] = self._said.get(timeout=PATIENCE)
        if "id" in said and "method" in said:
            asked = said["params"].get("items", []) if said["method"] == "workspace/configuration" else None
            result = [SETTINGS.get(item.get("section")) for item in asked] if asked is not None else None
            self._send({"id": said["id"], "result": result})
        return said

    def _send(self, body: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0"} | body).encode()
        self._ask.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._ask.flush()

    def _listen(self, answers: IO[bytes]) -> None:
        length = 0
        while line := answers.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
            elif not line.strip():
                self._said.put(json.loads(answers.read(length)))


CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}
SETTINGS: dict[str | None, object] = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
}


@contextmanager
def language_server(folder: Path) -> Iterator[LanguageServer]:
    """A server for as long as it is used."""
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield LanguageServer(process.stdin, process.stdout, folder)
        finally:
            process.kill()
