"""The printed sheets, as PDF for pocket, wallet and wall.

The content of a sheet is plain data, and Typst only sets it.
"""
