"""Which sheets each edition printed, with their codes, how a new edition gets its entry, and older texts out of git.

May import domain, reading and loading.
"""
