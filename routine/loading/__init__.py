"""From a file, or its bytes, to a routine that holds, or to all that is wrong with it, for people and for programs.

May import disk, domain, reading and rules.
"""
