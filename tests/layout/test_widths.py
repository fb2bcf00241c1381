"""The bound on a text's width, held against what the fonts' own tables say:
thousandths of an em, rounded up, one number for each of LETTERS."""

from __future__ import annotations

from routine.layout import BOLD, text_width, wrap

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ059 .,:-()/+*?\"'@&%–≈"
# fmt: off
DEJAVU = [
    613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612,
    635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 613, 613, 612,
    685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558, 863, 749, 788,
    604, 788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 685, 685, 788,
    637, 637, 637, 318, 318, 318, 337, 361, 391, 391, 337, 838, 500, 531, 460, 275, 1000, 780, 951, 500, 838,
]
LIBERATION = [
    557, 557, 500, 557, 557, 278, 557, 557, 223, 223, 500, 223, 834, 557, 557,
    557, 557, 334, 500, 278, 557, 500, 723, 500, 500, 500, 557, 557, 557,
    667, 667, 723, 723, 667, 611, 778, 723, 278, 500, 667, 557, 834, 723, 778,
    667, 778, 723, 667, 611, 723, 667, 944, 667, 667, 611, 667, 667, 778,
    557, 557, 557, 278, 278, 278, 278, 334, 334, 334, 278, 584, 390, 557, 355, 191, 1016, 667, 890, 557, 549,
]
VERDANA = [
    601, 624, 521, 624, 596, 352, 624, 633, 275, 345, 592, 275, 973, 633, 607,
    624, 624, 427, 521, 395, 633, 592, 819, 592, 592, 526, 601, 601, 607,
    684, 686, 699, 771, 633, 575, 776, 752, 421, 455, 693, 557, 843, 749, 788,
    604, 788, 696, 684, 617, 732, 684, 989, 686, 616, 686, 684, 684, 788,
    636, 636, 636, 352, 364, 364, 455, 455, 455, 455, 455, 819, 636, 546, 459, 269, 1001, 727, 1077, 636, 819,
]
DEJAVU_BOLD = [
    675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688,
    716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 675, 675, 688,
    774, 763, 734, 831, 684, 684, 821, 837, 373, 373, 775, 638, 996, 837, 851,
    733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 774, 774, 851,
    696, 696, 696, 349, 380, 380, 400, 416, 458, 458, 366, 838, 523, 581, 521, 307, 1000, 873, 1002, 500, 838,
]
# fmt: on
TITLES = [
    "Den utsatte",
    "Partiets säkerhetsansvarig",
    "Kommunens säkerhetsstrateg",
    "Kommunchefen",
    "Polisen",
    "Ordförande i kommunstyrelsen",
    "Initialt",
]


def test_a_letter_takes_what_the_widest_font_takes_and_no_hundredth_more() -> None:
    for letter, *widths in zip(LETTERS, DEJAVU, LIBERATION, VERDANA, strict=True):
        assert 0 <= text_width(letter, 1000) - max(widths) < 10 + 1e-9, letter


def test_a_bold_title_fits_its_bound() -> None:
    for title in TITLES:
        assert sum(DEJAVU_BOLD[LETTERS.index(each)] for each in title) <= text_width(title, 1000) * BOLD, title


def test_an_unknown_sign_is_wide_and_a_soft_hyphen_takes_nothing() -> None:
    assert text_width("‰", 1000) >= 1522
    assert text_width("a\u00adb", 1000) == text_width("ab", 1000)


def test_a_line_keeps_to_its_width() -> None:
    text = "Ring polisen om någon är i fara och dokumentera sedan händelsen i kommunens system för incidenter"
    for width in range(40, 300, 7):
        assert all(text_width(line) <= width for line in wrap(text, width)), width


def test_what_a_no_break_space_joins_stands_on_one_line() -> None:
    for width in range(40, 200, 7):
        lines = wrap("Ring polisen om någon är\u00a0≈ i fara", width)
        assert any("är\u00a0≈" in line for line in lines), (width, lines)
