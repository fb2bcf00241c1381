"""Changes: two versions of the routine compared, and a new edition entered.

May import model, check, flow, pages, paper and site.
"""
