"""The files that tell a web server how to show the site, and what a page may do there.

May import nothing.
"""
