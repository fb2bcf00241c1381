"""What a web server is told about the site: what a page may do, and what goes with each answer. One description, and a
writer for each server.

May import nothing.
"""
