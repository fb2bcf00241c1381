"""What a body can be: who makes a site is asked which."""

from __future__ import annotations

# A kind of body → what it is called when it is known which, and whose.
BODY_KINDS = {
    "kommun": ("kommunen", "kommunens"),
    "region": ("regionen", "regionens"),
    "skola": ("skolan", "skolans"),
    "förening": ("föreningen", "föreningens"),
    "myndighet": ("myndigheten", "myndighetens"),
    "företag": ("företaget", "företagets"),
    "organisation": ("organisationen", "organisationens"),
}
