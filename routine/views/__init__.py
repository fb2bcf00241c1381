"""One file a view: Routine → a small frozen object for one page, named as its template.
A page's view knows the model, and what several share: addresses, calls, deciding (for editors), drawing, facts,
listed, parts, reachable, readings, shell and situations. It knows no other page's. Pure.

May import domain, reading, editions and layout.
"""
