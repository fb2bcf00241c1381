"""Walks through the guide: who reads, and row by row what is pressed, and what is then to be done now, the first thing
first, later, and is done or answered. By the ids of the steps."""

from __future__ import annotations

Row = tuple[str, str, str, str]
WALKS: tuple[tuple[str, str, tuple[Row, ...]], ...] = (
    (
        "real",
        "den-utsatte",
        (
            ("", "beratta ska-polisanmalas", "bedom-laget bedom-stodbehov behovs-professionellt-stod", ""),
            (
                "nej:ska-polisanmalas",
                "beratta",
                "bedom-laget bedom-stodbehov behovs-professionellt-stod",
                "ska-polisanmalas",
            ),
            ("kryss:beratta", "bedom-laget bedom-stodbehov", "behovs-professionellt-stod", "beratta ska-polisanmalas"),
            (
                "kryss:bedom-stodbehov",
                "behovs-professionellt-stod bedom-laget",
                "",
                "bedom-stodbehov ska-polisanmalas beratta",
            ),
            (
                "ja:behovs-professionellt-stod",
                "bedom-laget",
                "",
                "behovs-professionellt-stod ska-polisanmalas beratta bedom-stodbehov",
            ),
            (
                "ja:ska-polisanmalas",
                "bedom-laget",
                "",
                "behovs-professionellt-stod ska-polisanmalas beratta bedom-stodbehov",
            ),
            (
                "person:kommunchefen kryss:polisanmal kryss:begar-atkomstskydd kryss:uppge-uppdraget",
                "bedom-laget",
                "",
                (
                    "ska-polisanmalas behovs-professionellt-stod beratta polisanmal begar-atkomstskydd "
                    "uppge-uppdraget bedom-stodbehov"
                ),
            ),
        ),
    ),
    (
        "real",
        "den-utsatte",
        (
            (
                "vet-inte:ska-polisanmalas",
                "beratta ska-polisanmalas",
                "bedom-laget bedom-stodbehov behovs-professionellt-stod",
                "",
            ),
            ("kryss:beratta", "bedom-laget bedom-stodbehov ska-polisanmalas", "behovs-professionellt-stod", "beratta"),
            ("kryss:beratta", "beratta ska-polisanmalas", "bedom-laget bedom-stodbehov behovs-professionellt-stod", ""),
            (
                "hoppa:beratta utgar:beratta",
                "bedom-stodbehov ska-polisanmalas",
                "behovs-professionellt-stod",
                "beratta",
            ),
            (
                "byt-roll roll:partiets-sakerhetsansvarig",
                (
                    "bedom-laget behovs-vard behovs-strategen forsta-stod vald-stodperson sallskap-hem "
                    "sallskap-hemma informera-grupper informera-medier forsta-samtal bedom-stodbehov"
                ),
                "kontakta-strategen sallskap-till-vard dokumentera-samtalet fler-samtal behovs-professionellt-stod",
                "beratta",
            ),
            (
                "kryss:bedom-laget",
                (
                    "behovs-strategen behovs-vard forsta-stod vald-stodperson sallskap-hem sallskap-hemma "
                    "informera-grupper informera-medier forsta-samtal bedom-stodbehov"
                ),
                "kontakta-strategen sallskap-till-vard dokumentera-samtalet fler-samtal behovs-professionellt-stod",
                "bedom-laget beratta",
            ),
            (
                "byt-roll roll:den-utsatte",
                "bedom-stodbehov ska-polisanmalas",
                "behovs-professionellt-stod",
                "beratta bedom-laget",
            ),
        ),
    ),
    (
        "real",
        "partiets-sakerhetsansvarig",
        (
            (
                "",
                (
                    "bedom-laget behovs-vard behovs-strategen forsta-stod vald-stodperson sallskap-hem "
                    "sallskap-hemma informera-grupper informera-medier forsta-samtal bedom-stodbehov"
                ),
                "kontakta-strategen sallskap-till-vard dokumentera-samtalet fler-samtal behovs-professionellt-stod",
                "",
            ),
            (
                "ja:behovs-strategen",
                (
                    "bedom-laget behovs-vard kontakta-strategen forsta-stod vald-stodperson sallskap-hem "
                    "sallskap-hemma informera-grupper informera-medier forsta-samtal bedom-stodbehov"
                ),
                "sallskap-till-vard dokumentera-samtalet fler-samtal behovs-professionellt-stod",
                "behovs-strategen",
            ),
            (
                "ja:behovs-vard",
                (
                    "bedom-laget kontakta-strategen forsta-stod vald-stodperson sallskap-till-vard sallskap-hem "
                    "sallskap-hemma informera-grupper informera-medier forsta-samtal bedom-stodbehov"
                ),
                "dokumentera-samtalet fler-samtal behovs-professionellt-stod",
                "behovs-vard behovs-strategen",
            ),
            (
                "hoppa:informera-medier utgar:informera-medier kryss:informera-grupper",
                (
                    "bedom-laget kontakta-strategen forsta-stod vald-stodperson sallskap-till-vard sallskap-hem "
                    "sallskap-hemma forsta-samtal bedom-stodbehov"
                ),
                "dokumentera-samtalet fler-samtal behovs-professionellt-stod",
                "behovs-strategen behovs-vard informera-grupper informera-medier",
            ),
            (
                "kryss:forsta-stod kryss:vald-stodperson kryss:sallskap-hem kryss:sallskap-hemma",
                "bedom-laget kontakta-strategen sallskap-till-vard forsta-samtal bedom-stodbehov",
                "dokumentera-samtalet fler-samtal behovs-professionellt-stod",
                (
                    "behovs-strategen behovs-vard sallskap-hemma forsta-stod vald-stodperson sallskap-hem "
                    "informera-grupper informera-medier"
                ),
            ),
            (
                "kryss:kontakta-strategen kryss:sallskap-till-vard kryss:bedom-laget",
                "forsta-samtal bedom-stodbehov",
                "dokumentera-samtalet fler-samtal behovs-professionellt-stod",
                (
                    "bedom-laget behovs-strategen behovs-vard kontakta-strategen forsta-stod vald-stodperson "
                    "sallskap-till-vard sallskap-hem sallskap-hemma informera-grupper informera-medier"
                ),
            ),
            (
                "kryss:forsta-samtal",
                "dokumentera-samtalet fler-samtal bedom-stodbehov",
                "behovs-professionellt-stod",
                (
                    "forsta-samtal behovs-strategen behovs-vard bedom-laget kontakta-strategen forsta-stod "
                    "vald-stodperson sallskap-till-vard sallskap-hem sallskap-hemma informera-grupper "
                    "informera-medier"
                ),
            ),
            (
                "kryss:dokumentera-samtalet",
                "fler-samtal bedom-stodbehov",
                "behovs-professionellt-stod",
                (
                    "dokumentera-samtalet behovs-strategen behovs-vard bedom-laget kontakta-strategen forsta-stod "
                    "vald-stodperson sallskap-till-vard sallskap-hem sallskap-hemma informera-grupper "
                    "informera-medier forsta-samtal"
                ),
            ),
        ),
    ),
    (
        "real",
        "kommunens-sakerhetsstrateg",
        (
            (
                "",
                "kontakta-polisen informera-grupper bedom-stodbehov",
                "behovs-professionellt-stod bestall-stod",
                "beratta",
            ),
            (
                "kryss:kontakta-polisen kryss:informera-grupper",
                "bedom-stodbehov",
                "behovs-professionellt-stod bestall-stod",
                "informera-grupper kontakta-polisen beratta",
            ),
        ),
    ),
    (
        "real",
        "kommunchefen",
        (
            ("", "ska-polisanmalas", "polisanmal begar-atkomstskydd uppge-uppdraget", "beratta"),
            ("ja:ska-polisanmalas", "polisanmal begar-atkomstskydd uppge-uppdraget", "", "ska-polisanmalas beratta"),
            ("kryss:polisanmal", "begar-atkomstskydd uppge-uppdraget", "", "ska-polisanmalas polisanmal beratta"),
            ("nej:ska-polisanmalas", "begar-atkomstskydd uppge-uppdraget", "", "ska-polisanmalas polisanmal beratta"),
        ),
    ),
    (
        "real",
        "ombud",
        (("", "beratta", "", ""),),
    ),
    (
        "real",
        "initialt-stod",
        (("", "forsta-stod vald-stodperson", "", "beratta"),),
    ),
    (
        "real",
        "stodperson",
        (("", "vald-stodperson sallskap-hemma", "", "beratta"),),
    ),
    (
        "small",
        "upptackaren",
        (
            ("", "sag-till", "", ""),
            ("kryss:sag-till", "", "", "sag-till"),
        ),
    ),
    (
        "small",
        "rektorn",
        (
            (
                "",
                "flytta-klassen rinner-det beratta-for-hemmen",
                "byt-roret torkar-salen hyr-flaktar gor-aterbesok skriv-i-loggen",
                "",
            ),
            (
                "ja:rinner-det kryss:flytta-klassen",
                "beratta-for-hemmen torkar-salen",
                "byt-roret hyr-flaktar gor-aterbesok skriv-i-loggen",
                "flytta-klassen rinner-det",
            ),
            (
                "kryss:beratta-for-hemmen ja:torkar-salen",
                "gor-aterbesok skriv-i-loggen",
                "byt-roret",
                "torkar-salen rinner-det flytta-klassen beratta-for-hemmen",
            ),
            (
                "vet-inte:torkar-salen nej:torkar-salen",
                "hyr-flaktar",
                "byt-roret gor-aterbesok skriv-i-loggen",
                "torkar-salen rinner-det flytta-klassen beratta-for-hemmen",
            ),
        ),
    ),
    (
        "small",
        "vaktmastaren",
        (
            (
                "",
                "stang-kranen rinner-det flytta-klassen beratta-for-hemmen",
                "byt-roret hyr-flaktar gor-aterbesok",
                "sag-till",
            ),
            (
                "kryss:stang-kranen",
                "byt-roret rinner-det flytta-klassen beratta-for-hemmen",
                "hyr-flaktar gor-aterbesok",
                "stang-kranen sag-till",
            ),
        ),
    ),
    (
        "small",
        "va-ingenjoren",
        (
            ("", "rinner-det", "mata-flodet ar-det-natet grav-upp-ledningen byt-roret gor-aterbesok", "sag-till"),
            (
                "ja:rinner-det ja:ar-det-natet",
                "mata-flodet grav-upp-ledningen",
                "byt-roret gor-aterbesok",
                "rinner-det ar-det-natet sag-till",
            ),
            ("nej:rinner-det", "", "byt-roret gor-aterbesok", "rinner-det sag-till"),
        ),
    ),
    (
        "small",
        "eleven",
        (("", "sag-till stang-kranen grav-upp-ledningen", "", ""),),
    ),
)
