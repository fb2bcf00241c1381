"""The site: the page registry, the macros and all files beside the pages.

May import disk, domain, reading, editions, views, html, print and servers.
"""
