"""The command line: the arguments of each command, its work, and its output.

A command is a function, as `run_check`, in the module of its name or of a command that it is near.
"""
