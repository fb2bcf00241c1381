"""Every address of the site, counted from its root: `/roller/ombud/#beratta`.
No page, sheet or script knows another one."""

from __future__ import annotations

import unicodedata

from routine.domain.fields import folded

START = "/"
GUIDE = "/guide/"
EASY = "/latt/"
FLOWCHART = "/flode/"
MATRIX = "/vem-gor-vad/"
LEARNS = "/vem-far-veta/"
WHOLE = "/rutinen/"
BOOKLET = "/fickkort/"
FOLDING = "/fickkort/#_vika"
VALIDITY = "/fickkort/kontroll/"
# The page itself, for what is printed: it opens also where a server shows no index.
VALIDITY_FILE = VALIDITY + "index.html"
TAKE = "/ta-med/"
TAKEN = "/ta-med/rutinen.html"
GUIDANCE = "/vagledning/"
CONTACTS = "/kontakter/"
ABOUT = "/om/"
ACCESSIBILITY = "/om/tillganglighet/"
PRIVACY = "/om/integritet/"
LEAVING = "/om/integritet/#lamna-sidan"
SAVED = "/om/integritet/#det-du-sjalv-valjer-att-spara"
BEYOND_US = "/om/integritet/#det-vi-inte-styr-over"
READINGS = "/om/#_tolkningar"
EDITORS = "/redigera/"
STATUS = "/redigera/status/"
NOT_FOUND = "/404.html"

# For programs, and for scripts.
ROUTINE_JSON = "/rutin.json"
ROUTINE_SCHEMA = "/rutin.schema.json"
STATUS_JSON = "/om/status.json"
ICON = "/assets/icon.svg"
SEARCH_INDEX = "/assets/search-index.js"
# What the search has from others, in one file: these under assets/, in this order.
SEARCH_LIBRARY = "/assets/search-library.js"
SEARCH_LIBRARIES = ("vendor/lunr-languages-1.22.0-stemmer.min.js", "vendor/lunr-languages-1.22.0-sv.min.js")

# Parts of a role's page. No id of a step begins so.
BEGINS = "_borjar"
REACHED = "_nas"
ASKED = "_bli-ombedd"
DEEDS = "_andra"
LIMITS = "_tank-pa"
HAND_OVER = "_lamna-over"

PRINTS = "/utskrift/"
WHOLE_SHEET = "rutinen.pdf"
FLOW_SHEET = "flodesschema.pdf"
FLOW_SHEETS = "flodesschema-a4.pdf"
LOG_SHEET = "logg.pdf"


def role(id: str, step: str = "") -> str:
    """A role's page, or one of the steps or parts of it."""
    return f"/roller/{id}/{_anchor(step)}"


def checklist(id: str) -> str:
    """A role's checklist."""
    return f"/checklistor/{id}/"


def prints(id: str) -> str:
    """Everything that a role can print."""
    return f"/utskrifter/{id}/"


def guide(step: str) -> str:
    """A step in the guide."""
    return GUIDE + _anchor(step)


def guide_as(role: str) -> str:
    """The guide for a reader who has this role."""
    return GUIDE + _anchor(f"roll_{role}")


def section(label: str) -> str:
    """A section in the whole routine."""
    return WHOLE + _anchor(section_anchor(label))


def row(action: str) -> str:
    """An action's row in the whole routine."""
    return WHOLE + _anchor(action)


def section_anchor(label: str) -> str:
    """`avsnitt_3-1-2` of 3.1.2, `avsnitt_7-a` of § 7 A: a rule sees to it that no two sections have the same."""
    return f"avsnitt_{folded(label)}"


def guidance(id: str) -> str:
    """A piece of current guidance."""
    return GUIDANCE + _anchor(id)


def contact(id: str) -> str:
    """A contact."""
    return CONTACTS + _anchor(id)


def open_question(id: str) -> str:
    """An open question."""
    return ABOUT + _anchor(id)


def word(term: str) -> str:
    """A word that the page about the guide explains."""
    return ABOUT + _anchor(word_anchor(term))


def word_anchor(term: str) -> str:
    """`ord_atkomstskydd`: letters without their marks, a hyphen for anything else."""
    plain = unicodedata.normalize("NFD", term.lower())
    letters = (letter if letter.isalnum() else "-" for letter in plain if not unicodedata.combining(letter))
    return f"ord_{''.join(letters).strip('-')}"


def of_page(path: str) -> str:
    """The page that a path under docs/ shows, without its ending."""
    return f"/{path}/".replace("/index/", "/")


def of_role(folder: str, id: str) -> str:
    """One of a role's pages."""
    return f"/{folder}/{id}/"


def style(name: str) -> str:
    """A style sheet."""
    return f"/assets/{name}.css"


def script(name: str) -> str:
    """A page's script."""
    return f"/assets/{name}.js"


def sheet(file: str) -> str:
    """A printed file."""
    return PRINTS + file


def picture(file: str, page: int = 1) -> str:
    """What a page of a printed file looks like."""
    return f"{PRINTS}bilder/{file.removesuffix('.pdf')}-{page}.png"


def checklist_sheet(role: str) -> str:
    """The file of a role's checklist."""
    return f"checklista-{role}.pdf"


def large_sheet(role: str) -> str:
    """The same in large print."""
    return f"checklista-{role}-stor-stil.pdf"


def booklet_sheet(role: str) -> str:
    """The file of a role's booklet, to fold."""
    return f"fickkort-{role}.pdf"


def wallet_sheet(role: str) -> str:
    """The file of a role's cards for the wallet, ten on a paper."""
    return f"planbokskort-{role}.pdf"


def form_sheet(id: str) -> str:
    """The file of a form to fill in by hand."""
    return f"blankett-{id}.pdf"


def _anchor(id: str) -> str:
    return f"#{id}" if id else ""
