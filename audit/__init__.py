"""Measurements of the built site.

`make audit` measures with tools that no test needs, and prints a table of the figures with their limits.
"""
