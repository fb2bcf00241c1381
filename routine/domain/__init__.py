"""The ground: the routine as typed, frozen objects, its graph, where a case stands, and the Swedish words for it. Pure.

May import nothing else of the package.
"""
