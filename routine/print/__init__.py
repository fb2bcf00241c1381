"""What is printed: PDFs of the same routine for a pocket, a wallet and a wall. Content is plain data;
Typst only sets it.

May import disk, domain, reading, editions, layout and views.
"""
