"""The command line: the arguments of each command, its work, and its output.

A command is the function `run` in the module of its name.
"""
