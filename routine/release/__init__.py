"""What a keeper is given for each version: one archive, its checksums, what it is made of, and what is new.

May import disk, domain, views, servers and publish.
"""
