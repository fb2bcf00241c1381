"""Search words for the site's pages, and the parts of pages to find.

A part is listed where it answers something by itself. The words are about the site, whatever routine it shows: those
for a routine's own content are in the routine.
"""

from __future__ import annotations

from msgspec import Struct

from routine.pages import addresses as at


class SoughtPart(Struct, frozen=True):
    """A part of a page that the search finds, by its heading."""

    title: str
    text: str
    address: str
    also: tuple[str, ...] = ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


# Words for a step with a time limit.
LIMIT = _words(
    "deadline, tidsgräns, tidsfrist, frist, senast, hur lång tid, hur snabbt, hur länge, sista dagen, när senast, "
    "hur många dagar, datum, tidslinje"
)

WORDS: dict[str, tuple[str, ...]] = {
    at.START: _words(
        "startsida, början, vem är du, välj roll, vem är jag, roller, situationer, ny på jobbet, "
        "vad behöver jag veta, innan något händer, vet inte vad jag ska göra, förbereda mig"
    ),
    at.GUIDE: _words(
        "guide, fråga för fråga, steg för steg, vad ska jag göra, hur går det till, nästa steg, vad händer nu, "
        "och sedan då, vad gör vi nu, lämna över till nästa, "
        "lämna över ärendet, har bara fem minuter"
    ),
    at.EASY: _words(
        "lättläst, lätt svenska, enkel svenska, korta meningar, svårt att läsa, klarspråk, lätt att förstå, "
        "andra språk, svenska som andraspråk, läsa upp"
    ),
    at.LEARNS: _words(
        "vem får reda på, informationsväg, sprida, hemlighålla, tystnadsplikt, sekretess, berättar vidare, "
        "får alla veta, vem får veta, läcka ut, hålla tyst, lägga upp, dela, informera vem, berätta för vem, "
        "känner andra till, vem känner till, vem har fått veta, vilka vet, underrätta familjen, berätta för barnen, "
        "underrätta, vill inte att jag säger, dela i chatten"
    ),
    at.WHOLE: _words(
        "källan, original, dokumentet, hela texten, fulltext, tabell, rader, riktlinje, paragraf, punkter, "
        "stycke, handlingsplan, åtgärdsplan, hur många steg"
    ),
    at.PRINT: _words(
        "skriva ut, utskrift, pdf, ladda ner, papper, häfte, plånbokskort, kort för plånboken, logg, "
        "loggblad, loggbok, blankett, broschyr, pärm, hela rutinen som pdf, skriva upp händelser, fylla i, "
        "ta med sig, plånbok, större text, stor stil, större bokstäver, tryckt, skrivare, "
        "ha i fickan"
    ),
    at.VALIDITY: _words(
        "kod, koden på papperet, gäller utskriften, gammal utskrift, gammalt papper, giltig, inaktuell, "
        "kontrollera utskrift, QR-kod, skanna, senaste versionen, stämmer utskriften, är den här aktuell, "
        "sex tecken, koden på utskriften, utkast"
    ),
    at.ADVICE: _words(
        "råd, tips, myndigheter, lagar, "
        "telefonnummer, telefonlista, telefon, ringa, nummer, växel, mejladress, vem ska jag ringa, nå någon, "
        "jour, kontaktuppgifter, jourtelefon, mobilnummer, vem når jag, ringlista, larmlista, polisens nummer, "
        "öppettider, vilket nummer, nummer på natten, nummer på helgen, kontaktlista, "
        "ringa i stället, muntligt, på kvällen"
    ),
    at.ABOUT: _words(
        "ägare, vem äger, ansvarig utgivare, ansvarar för innehållet, antagen, antogs, beslut, "
        "version, utgåva, källa, revidering, öppna frågor, bakgrund, vem har gjort sidan, "
        "godkänd, vem bestämde, när skrevs, tolkningar, kontakt om sidan, styrdokument, policy, "
        "bygger på, vilket dokument, vem ansvarar för sidan, trasig länk, felaktig länk, fel på sidan, "
        "senast uppdaterad, redaktionen, ändringslogg, vad är nytt, revision, "
        "vem ansvarar för webbplatsen, bilaga, ordlista, begrepp, förklaringar, ordförklaring, betyder ordet, "
        "vad betyder, slå upp"
    ),
    at.EDITORS: _words(
        "ändra, redigera, uppdatera, rätta, skriva om, yaml, publicera, ny utgåva, förhandsgranska, "
        "förhandsvisa, granska, nycklar, beslutad ändring, stavningskontroll, ange källor, källhänvisning, "
        "innehåll, lägga till, ta bort, byta, ny roll, nytt steg, ny fråga, nytt nummer, byta namn, felaktigt, "
        "stavfel, rättstavning, ordet är rätt, ändra en text, ändra telefonnummer, "
        "ta bort en roll, ta bort en checklista, byta ansvarig, länk fungerar inte, "
        "webbredaktör, bygga lokalt, sökningen hittar inte, felaktig text, merge, pull request, "
        "synonymer, lägga in, ändringen innan, utkast, felmeddelande, felkod, varning, syntaxfel, indrag, "
        "teckenkodning, bygget stannar, server, webbserver, driftsätta, lägga ut, certifikat, SharePoint, "
        "licens, öppen källkod, egen guide, kopiera, installera, uppgradera, kostnad, annan organisation"
    ),
    at.STATUS: _words(
        "kontrollera källor, se över, översyn, granska igen, när ska källorna läsas, påminnelse, "
        "årlig kontroll, inaktuellt, går ut, gäller till, uppdatera nummer, kontrollera nummer, "
        "när ska den ses över, vad är gammalt, inaktuella källor, senast granskad, "
        "kontrollerades senast"
    ),
    at.ACCESSIBILITY: _words(
        "tillgänglighetsredogörelse, wcag, skärmläsare, funktionsnedsättning, digital service, brist, "
        "tangentbord, digg, förstora texten, synskadad, uppläsning, "
        "mörkt läge, kontrast, knapparna fungerar inte, laddar inte, webbläsare, länk trasig, "
        "lyssna på texten"
    ),
    at.PRIVACY: _words(
        "gdpr, dataskydd, personuppgifter, cookies, kakor, spår, sparas, historik, anonym på sidan, "
        "kan någon se vad jag gör, integritetspolicy, personuppgiftspolicy, spara mina uppgifter, lagras, "
        "logg över besök, min sökning, ip-adress, syns det, märks det, kan någon upptäcka, vem ser, "
        "webbhistorik, säkert att läsa här, kollar min telefon, kollar mobilen"
    ),
}

PARTS: dict[str, tuple[SoughtPart, ...]] = {
    at.WHOLE: (
        SoughtPart(
            "Vem gör vad",
            "Alla steg och rollernas del i dem.",
            at.MATRIX,
            _words(
                "RACI, ansvarsfördelning, ansvarsmatris, matris, vem ansvarar, uppgifter, arbetsfördelning, tabell, "
                "vem gör vad, roller, rollfördelning, vem ska göra, delat ansvar, uppgiftsfördelning, "
                "vem bär ansvaret, vem äger frågan, ansvarig för vad, vem beslutar"
            ),
        ),
        SoughtPart(
            "Vad hänger på vad",
            "Flödesschema: vad som väntar på ett svar eller ett annat steg, och vad som kan göras direkt.",
            at.FLOWCHART,
            _words(
                "diagram, schema, processkarta, process, bild, karta, flöde, översikt, flödesdiagram, grafisk, "
                "se hela vägen"
            ),
        ),
    ),
    at.PRINT: (
        SoughtPart("Så viker du fickkortet", "Skriv ut, vik och klipp.", at.FOLDING, _words("häfte, klippa, vikning")),
        # No word for post, home or telephone: people who write those describe what they have met.
        SoughtPart(
            "Ta med som fil",
            "Hela guiden i en fil, utan nät.",
            at.TAKE,
            _words(
                "utan nät, utan internet, offline, nedladdning, ladda ner, i en fil, bifoga, ingen täckning, app, "
                "på usb, skicka guiden, utan uppkoppling, hemskärm, bokmärke"
            ),
        ),
    ),
    at.PRIVACY: (
        SoughtPart(
            "Det du själv väljer att spara",
            "Vad som sparas på enheten, hur länge, och hur du tar bort det.",
            at.SAVED,
            _words(
                "radera, ta bort det sparade, lagra, sparat ärende, lokal lagring, kryss försvann, rensa, "
                "spara på mobilen, fortsätta senare"
            ),
        ),
        SoughtPart(
            "Det vi inte styr över",
            "Webbläsarens historik och andra spår som blir kvar på enheten eller nätet.",
            at.BEYOND_US,
            _words(
                "historik, rensa historiken, spår, se att jag varit här, någon ser min mobil, jobbdatorn, övervakad, "
                "privat fönster, inkognito"
            ),
        ),
        SoughtPart(
            "Lämna sidan",
            "Hur du snabbt lämnar sidan.",
            at.LEAVING,
            _words("dölja, gömma, snabbt bort, stänga, nödknapp, tre tryck på skift"),
        ),
    ),
    at.ABOUT: (
        SoughtPart(
            "Det som är vår tolkning",
            "Det som källan inte säger är märkt.",
            at.READINGS,
            _words("betyder tolkning, märket, tillägg, vår läsning"),
        ),
    ),
}

# The page with a role's printed sheets.
PRINTED = SoughtPart(
    "Utskrifter",
    "Fickkort, checklista, logg och kort för plånboken.",
    "",
    _words("skriva ut, plånbokskort, loggblad, pdf, stor stil, papper, större text, utan dator, utan mobil"),
)
