"""The files for web servers, and the content security policy of pages.

May import nothing.
"""
