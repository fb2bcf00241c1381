"""HTML from a view and a template: escaping and links.

May import domain and views.
"""
