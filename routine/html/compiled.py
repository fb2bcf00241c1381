"""Templates as compiled code, kept where Python keeps that of its modules: in `__pycache__`, beside what it is made of.

Compiling them is a fifth of a build. Whoever can write there can change the code of every module as well, so that
nobody gets in by it; what lies in `.cache/` is still never run. Where nothing can be written, nothing is kept, and what
does not fit is made anew.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import jinja2
from jinja2.bccache import Bucket

DIGEST_BYTES = 32


class Compiled(jinja2.BytecodeCache):
    """A file for each template in `folder`. `made_with` is all that the code follows from beside the template's text:
    what a filter or the like makes of a constant stands there as it was then."""

    def __init__(self, folder: Path, *made_with: bytes) -> None:
        self.folder = folder
        self.made_with = b"".join((jinja2.__version__.encode(), *made_with))

    def get_source_checksum(self, source: str) -> str:
        """By which Jinja knows that what is kept is of this text."""
        return sha256(self.made_with + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket its code, if what is kept is whole."""
        with suppress(OSError):
            entry = self._file(bucket).read_bytes()
            if sha256(code := entry[DIGEST_BYTES:]).digest() == entry[:DIGEST_BYTES]:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Whole or not at all; not at all where Python keeps nothing either."""
        if sys.dont_write_bytecode:
            return
        file, code = self._file(bucket), bucket.bytecode_to_string()
        new = file.with_name(f"{uuid4().hex}.ny")
        with suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            try:
                new.write_bytes(sha256(code).digest() + code)
                new.replace(file)
            finally:
                new.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.jinja"
