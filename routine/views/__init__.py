"""Views: one file per page, named as its template.

Each view takes a Routine and returns a small frozen object for one page.

A page's view knows the model and the modules that several views share: addresses, calls, deciding (for editors),
drawing, facts, listed, parts, reachable, readings, shell and situations. It knows no other page's view. Pure.

May import domain, reading, editions and layout.
"""
