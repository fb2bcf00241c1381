"""Loading of a valid routine, or of everything that is wrong with it.

From a file or its bytes, for people and for programs.

May import disk, domain, reading and rules.
"""
