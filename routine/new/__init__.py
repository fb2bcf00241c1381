"""A body's own site, laid out with an example to replace, and carried over to this version. `own/` is its files.

May import loading, publish and reading.
"""
