"""Disk access: paths, whole writes, a cache, and the form of JSON files.

May import nothing.
"""
