"""What each command takes, and what it does: every word that is said at the command line.
A command is the module of its name, and what that calls `run`.

May import everything but __main__.
"""
