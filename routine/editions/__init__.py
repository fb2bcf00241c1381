"""Which sheets each edition printed, with their codes; how a new edition gets its entry; and what git keeps: older
texts, and whether what lies here is one of them.

May import disk, domain, reading and loading.
"""
