"""The chains of a routine: what hangs on what. Pure.

May import model.
"""
