"""A picture of a sheet has the same shape in greys, and weighs little."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from random import Random

import pytest
from PIL import Image

from audit.built import Site
from routine.print.grey import grey, measures

SIZE = 41, 45
SHADES = Random(7)
PICTURE = bytes(SHADES.choice((0, 64, 128, 192, SHADES.randrange(256))) for _ in range(SIZE[0] * SIZE[1]))


def in_full(shades: bytes) -> bytes:
    """As Typst writes a picture: four bytes a pixel."""
    made = BytesIO()
    Image.frombytes("L", SIZE, shades).convert("RGBA").save(made, "PNG")
    return made.getvalue()


def shown(png: bytes) -> bytes:
    """What somebody sees, a byte a pixel."""
    return Image.open(BytesIO(png)).convert("L").tobytes()


def test_darker_stays_darker_and_a_thin_line_is_no_paper() -> None:
    made = shown(grey(in_full(PICTURE)))
    found = dict(zip(PICTURE, made, strict=True))
    assert made == bytes(found[shade] for shade in PICTURE), "each pixel where it was"
    assert set(found.values()) == {0, 85, 170, 255}
    for (dark, below), (pale, above) in pairwise(sorted(found.items())):
        assert below <= above, (dark, pale)
    assert all((level == 255) == (shade >= 240) for shade, level in found.items())


def test_it_is_as_large_and_the_same_each_time() -> None:
    made = grey(in_full(PICTURE))
    assert measures(made) == SIZE == measures(in_full(PICTURE))
    assert made == grey(in_full(PICTURE))
    assert made[24] == 2, "bits for each pixel"


def test_what_is_written_in_another_way_is_refused() -> None:
    pale = BytesIO()
    Image.frombytes("L", SIZE, PICTURE).save(pale, "PNG")
    for other in (pale.getvalue(), b"GIF89a", b""):
        with pytest.raises(ValueError, match="another way"):
            grey(other)


@pytest.mark.site
def test_every_picture_weighs_little(every_site: Site) -> None:
    pictures = list((every_site.folder / "utskrift/bilder").iterdir())
    assert pictures
    assert all(file.stat().st_size < 12_500 for file in pictures)
