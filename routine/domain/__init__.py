"""The domain layer: the routine model and its pure functions.

The routine as typed, frozen objects, its graph, the first steps of a case, and the Swedish words for it. May import
nothing else of the package.
"""
