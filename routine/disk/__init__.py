"""What is written to the disk, whole or not at all, and what is kept there from one time to the next.

May import nothing.
"""
