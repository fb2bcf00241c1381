"""A release for an operator: one archive, its checksums, and the changes.

May import domain, servers and publish.
"""
