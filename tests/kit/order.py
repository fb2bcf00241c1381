"""In what order the files are tried."""

from __future__ import annotations

# A file goes to one worker: what takes longest is begun first, so that no worker is left alone with it at the end.
BEGUN_FIRST = ("test_fuzz.py", "browser/test_pages.py", "ours/test_guide_states.py", "browser/test_quiet.py")
