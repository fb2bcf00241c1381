"""`kit`: write the files for a web server.

They lie beside the site, and are no part of it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from routine.check.load import load
from routine.deliver.hosting import Hosting, hosting_at
from routine.deliver.kit import kit
from routine.disk import write_all
from routine.site.address import servable
from routine.site.build import configured
from routine.site.folder import only_ours, unwritable

READ_FIRST = "las-mig.txt"


def run(options: argparse.Namespace) -> None:
    """Write the files, for the address in mkdocs.yml or in the options.

    Raises FolderError or CodedError.
    """
    place = hosting_at(servable(configured(options.address)["site_url"]))
    files = kit(place, load(options.file).site.name)
    try:
        only_ours(options.out, set(files))
        write_all({options.out / name: text.encode() for name, text in files.items()})
    except OSError as error:
        raise unwritable(options.out, error) from error
    print(_said(options.out, place))


def _said(folder: Path, place: Hosting) -> str:
    said = f"Filerna till webbservern ligger i {folder}/. Börja med {folder}/{READ_FIRST}."
    if place.known:
        return said
    hint = "skriv site_url i mkdocs.yml, eller lägg till --address och adressen."
    return f"{said}\nAdressen är inte känd: i filerna står {place.host} och roten.\n    Gör så här: {hint}"
