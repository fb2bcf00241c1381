"""The edges that make a site: one registry of pages, macros, and all that is published beside the pages.

May import disk, domain, reading, editions, views, html, print and servers.
"""
