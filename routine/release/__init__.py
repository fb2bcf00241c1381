"""What a keeper is given for each version: one archive, its checksums, and what is new.

May import domain, servers and publish.
"""
