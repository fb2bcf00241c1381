"""Which sheets each edition printed, with their codes, and how a new edition gets its entry.

May import domain, reading, rules, parse and load.
"""
