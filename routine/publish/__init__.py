"""The edges that make a site: one registry of pages, macros for MkDocs
and Zensical, page stubs, and the last step over the built folder.

May import disk, domain, reading, editions, views, html, print and servers.
"""
