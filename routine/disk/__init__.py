"""The disk: where things lie, files written whole, what is kept from one time to the next, and how JSON is written.

May import nothing.
"""
