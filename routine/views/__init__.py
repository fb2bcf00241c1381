"""One file a view: Routine → a small frozen object for one page, named as its template.
Views know the model, not each other. Pure.

May import domain, reading, editions and layout.
"""
