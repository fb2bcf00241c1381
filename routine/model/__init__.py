"""The model of a routine: typed, frozen objects, its graph, and the Swedish words for it.

Pure, and imports no other room.
"""
