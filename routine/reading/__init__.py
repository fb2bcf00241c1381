"""The way in: the text of a YAML file to nodes with positions, and what is wrong with it, said to an editor. Pure.

May import domain.
"""
