"""The addresses of the site, counted from its root.

An example is `/roller/ombud/#beratta`. Pages, sheets and scripts use no address that is not here.
"""

from __future__ import annotations

import unicodedata

from routine.model.fields import folded

START = "/"
GUIDE = "/guide/"
EASY = "/latt/"
LEARNS = "/vem-far-veta/"
WHOLE = "/rutinen/"
MATRIX = "/rutinen/#vem-gor-vad"
FLOWCHART = "/rutinen/#flode"
PRINT = "/skriv-ut/"
FOLDING = "/skriv-ut/#_vika"
VALIDITY = "/skriv-ut/kontroll/"
# Stands on the sheets of the first edition, and leads on.
MOVED = "/fickkort/kontroll/"
# The file itself, for printed addresses: it opens even where a server does not show an index.
VALIDITY_FILE = VALIDITY + "index.html"
TAKE = "/skriv-ut/#_ta-med"
TAKEN = "/ta-med/rutinen.html"
ADVICE = "/rad/"
CONTACTS = "/rad/#_nummer"
ABOUT = "/om/"
ACCESSIBILITY = "/om/tillganglighet/"
PRIVACY = "/om/integritet/"
LEAVING = "/om/integritet/#lamna-sidan"
SAVED = "/om/integritet/#det-du-sjalv-valjer-att-spara"
BEYOND_US = "/om/integritet/#det-vi-inte-styr-over"
READINGS = "/om/#_tolkningar"
OPEN_QUESTIONS = "/om/#_oppna"
EDITORS = "/redigera/"
STATUS = "/redigera/status/"
OWN = "/egna/"
NOT_FOUND = "/404.html"

# For programs and scripts.
ROUTINE_JSON = "/rutin.json"
ROUTINE_SCHEMA = "/rutin.schema.json"
STATUS_JSON = "/om/status.json"
ICON = "/assets/icon.svg"
SEARCH_INDEX = "/assets/search-index.js"
# The search's third-party libraries in one file: these files under assets/, in this order.
SEARCH_LIBRARY = "/assets/search-library.js"
SEARCH_LIBRARIES = ("vendor/lunr-languages-1.22.0-stemmer.min.js", "vendor/lunr-languages-1.22.0-sv.min.js")

# Anchors of parts of a role's page. No id of a step begins with an underscore.
BEGINS = "_borjar"
DEEDS = "_andra"

PRINTS = "/utskrift/"
WHOLE_SHEET = "rutinen.pdf"
FLOW_SHEET = "flodesschema.pdf"
FLOW_SHEETS = "flodesschema-a4.pdf"
LOG_SHEET = "logg.pdf"


def role(id: str, step: str = "") -> str:
    """Return the address of a role's page, or of a step or part of it."""
    return f"/roller/{id}/{_anchor(step)}"


def prints(id: str) -> str:
    """Return the address of everything that a role can print."""
    return PRINT + _anchor(prints_anchor(id))


def prints_anchor(id: str) -> str:
    """Return the anchor of a role's sheets."""
    return f"roll_{id}"


def own(name: str) -> str:
    """Return the address of a page that the body has added."""
    return f"{OWN}{name}/"


def guide_as(role: str) -> str:
    """Return the address of the guide for a reader who has this role."""
    return GUIDE + _anchor(path_anchor(role))


def path_anchor(role: str) -> str:
    """Return the anchor of a role's path through the guide."""
    return f"roll_{role}"


def guide_past(situation: str) -> str:
    """Return the address of the path for somebody in a situation."""
    return GUIDE + _anchor(past_anchor(situation))


def past_anchor(situation: str) -> str:
    """Return the anchor of the path for somebody in a situation."""
    return f"lage_{situation}"


def section(label: str) -> str:
    """Return the address of a section in the whole routine."""
    return WHOLE + _anchor(section_anchor(label))


def row(action: str) -> str:
    """Return the address of an action's row in the whole routine."""
    return WHOLE + _anchor(action)


def section_anchor(label: str) -> str:
    """Return the anchor of a section.

    It is `avsnitt_3-1-2` for 3.1.2 and `avsnitt_7-a` for § 7 A. A rule ensures that no two sections have the same
    anchor.
    """
    return f"avsnitt_{folded(label)}"


def guidance(id: str) -> str:
    """Return the address of a piece of current guidance."""
    return ADVICE + _anchor(id)


def contact(id: str) -> str:
    """Return the address of a contact."""
    return ADVICE + _anchor(contact_anchor(id))


def contact_anchor(id: str) -> str:
    """Return the anchor of a contact; a piece of guidance may have its id."""
    return f"nummer_{id}"


def open_question(id: str) -> str:
    """Return the address of an open question."""
    return ABOUT + _anchor(id)


def word(term: str) -> str:
    """Return the address of a word explained on the page about the site."""
    return ABOUT + _anchor(word_anchor(term))


def word_anchor(term: str) -> str:
    """Return the anchor of an explained word, such as `ord_atkomstskydd`.

    Letters lose their diacritics, and any other character becomes a hyphen.
    """
    plain = unicodedata.normalize("NFD", term.lower())
    letters = (letter if letter.isalnum() else "-" for letter in plain if not unicodedata.combining(letter))
    return f"ord_{''.join(letters).strip('-')}"


def of_page(path: str) -> str:
    """Return the address of the page for a path under docs/.

    The path has no file ending.
    """
    return f"/{path}/".replace("/index/", "/")


def of_role(folder: str, id: str) -> str:
    """Return the address of one of a role's pages."""
    return f"/{folder}/{id}/"


def style(name: str) -> str:
    """Return the address of a style sheet."""
    return f"/assets/{name}.css"


def script(name: str) -> str:
    """Return the address of a page's script."""
    return f"/assets/{name}.js"


def sheet(file: str) -> str:
    """Return the address of a printed file."""
    return PRINTS + file


def picture(file: str) -> str:
    """Return the address of the image of a printed file's first page."""
    return f"{PRINTS}bilder/{file.removesuffix('.pdf')}.png"


def checklist_sheet(role: str) -> str:
    """Return the file name of a role's checklist."""
    return f"checklista-{role}.pdf"


def large_sheet(role: str) -> str:
    """Return the file name of a role's checklist in large print."""
    return f"checklista-{role}-stor-stil.pdf"


def booklet_sheet(role: str) -> str:
    """Return the file name of a role's booklet, to fold."""
    return f"fickkort-{role}.pdf"


def wallet_sheet(role: str) -> str:
    """Return the file name of a role's wallet cards, ten on a sheet."""
    return f"planbokskort-{role}.pdf"


def form_sheet(id: str) -> str:
    """Return the file name of a form to fill in by hand."""
    return f"blankett-{id}.pdf"


def _anchor(id: str) -> str:
    return f"#{id}" if id else ""
