"""A strict swim-lane layout for flowcharts, as geometry.

It places boxes, routes edges and returns geometry, no SVG. Pure.

May import nothing else of the package.

Every length is a whole SVG user unit (px at scale 1), x to the right and y downwards from the drawing's top left
corner.

The drawing is a stack of columns and gutters, crossed by rows and channels:

* a column is a (lane, side) pair that occurs; gutter g lies left of column g, and one more lies right of the last;
* a row is a level that occurs; channel k lies above row k, and one more lies below the last;
* a vertical piece of an edge stands in a *corridor*: number 2g is gutter g, number 2c + 1 is column c;
* a horizontal piece lies on a *track* of a channel, from 0 at the top.

No edge can run through a box, because only columns hold boxes and a vertical piece in a column spans empty cells
only. No two edges can lie on each other, because two vertical pieces that meet in a channel get different places in
their corridor, and two horizontal pieces that meet in a channel get different tracks.
"""

from routine.layout.draw import layout
from routine.layout.fit import LEAST_PT, PAPERS, PT_MM, Fitted, fitted
from routine.layout.shapes import Arrow, Block, Box, Drawing, Lane, Link, Point, Segment, TextLine, crossings, segments
from routine.layout.text import BOLD, FONT_SIZE, LABEL_SIZE, LINE_HEIGHT, text_width, wrap

__all__ = [
    "BOLD",
    "FONT_SIZE",
    "LABEL_SIZE",
    "LEAST_PT",
    "LINE_HEIGHT",
    "PAPERS",
    "PT_MM",
    "Arrow",
    "Block",
    "Box",
    "Drawing",
    "Fitted",
    "Lane",
    "Link",
    "Point",
    "Segment",
    "TextLine",
    "crossings",
    "fitted",
    "layout",
    "segments",
    "text_width",
    "wrap",
]
