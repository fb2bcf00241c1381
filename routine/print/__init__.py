"""Printed sheets of the routine, as PDF for pocket, wallet and wall.

The content of a sheet is plain data; Typst only sets it.

May import disk, domain, reading, editions, layout and views.
"""
