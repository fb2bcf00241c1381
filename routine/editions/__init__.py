"""Editions: their printed sheets with codes, and their history in git.

How a new edition gets its entry; and what git keeps: older texts, and whether the files here are one of them.

May import disk, domain, reading and loading.
"""
