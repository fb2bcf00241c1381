"""What each command takes, and what it does: every word that is said at the command line.
A command is the module of its name, and what that calls `run`. Beside them lie what may be written after each
(`options`, `console`), how one ends (`ending`), what stops it (`foreseen`), and the server of `serve` (`preview`).

May import everything but __main__.
"""
