"""On what it was measured."""

from __future__ import annotations

from bench.machine import machine, processor, told

CPUINFO = (
    "processor\t: 0\nmodel name\t: En liten processor: 2 GHz\nflags\t\t: a b\n\nprocessor\t: 1\nmodel name\t: Annan\n"
)


def test_the_processor_is_called_what_linux_calls_the_first() -> None:
    assert processor(CPUINFO) == "En liten processor: 2 GHz"
    assert processor("processor : 0\n") == ""


def test_the_machine_is_told_in_one_line() -> None:
    said = machine()
    assert "kärnor" in said
    assert "Python 3." in said
    assert "\n" not in said


def test_a_machine_that_does_other_things_as_well_says_so() -> None:
    assert told(0.12, 2) == "belastning 0,1"
    assert told(2.0, 2) == "belastning 2,0"
    assert told(9.4, 2) == "belastning 9,4: annat arbetar också, så tiderna är för långa"
