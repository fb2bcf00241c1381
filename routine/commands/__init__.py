"""The commands: their arguments, what they do, and what they print.

A command is the function `run` in the module of its name. Beside the commands are the arguments of each (`options`,
`console`), the end of a command (`ending`), the expected errors (`foreseen`), and the server of `serve` (`preview`).

May import everything but __main__.
"""
