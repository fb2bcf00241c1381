"""Checks of the published routine and its pages, for an editor.

They say in Swedish where our own pages do not hold, whoever changed the text. `make content` runs them.

The tests check the code, and read a routine that no editor changes; these checks read the one that is published. May
import routine and audit.
"""
