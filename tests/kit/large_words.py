"""What the large routine says: a hospital without power. Made up, in the words of such plans."""

from __future__ import annotations

# Key → name, what the tab shows, and what it is there for.
ROLES = {
    "va": ("Vakthavande driftteknikern", "Driftens del", "Du ser till att larmet går"),
    "be": ("Beredskapssamordnaren", "Samordnarens del", "Du leder arbetet"),
    "av": ("Avdelningschefen på akutmottagningen", "Mottagningens del", "Du tar emot patienter"),
    "ov": ("Överläkaren i katastrofmedicinsk beredskap", "Läkarens del", "Du bedömer vilka som kan vänta"),
    "el": ("Elkraftsansvariga ingenjören", "Elkraftens del", "Du håller reservkraften i gång"),
    "vf": ("Vattenförsörjningsansvarig", "Vattnets del", "Du ser till att vattnet räcker"),
    "ko": ("Kommunikationsdirektören", "Kommunikationens del", "Du svarar för det som sägs"),
    "in": ("Informationssäkerhetssamordnaren", "Systemens del", "Du skyddar journalerna"),
    "li": ("Livsmedelsförsörjningsansvarig", "Kökets del", "Du ser till att maten räcker"),
    "pe": ("Personalförsörjningschefen", "Personalens del", "Du ser till att alla pass är besatta"),
    "tr": ("Transportsamordnaren för patientförflyttningar", "Transportens del", "Du ordnar alla transporter"),
    "do": ("Dokumentationsansvariga förvaltningssekreteraren", "Arkivets del", "Du skriver upp det som händer"),
}

# A line each: a track, its sections, and in each of them questions and actions in the source's order.
# Of a question its id, who answers, the question, and what yes and no mean; of an action who, the verb three times
# and what it is about. Then what holds: `om` a question's answer, `efter` an action's row.
OUTAGE = """
spår Larm och ledning
avsnitt § 1: Larmet
va Ring, ringer, ringt: driftcentralen om strömavbrottet | kort
va Larma, larmar, larmat: beredskapssamordnaren | kort | efter 1
be Kalla in, kallar in, kallat in: den särskilda sjukvårdsledningen | kort | efter 2
fråga langvarigt; be; Väntas avbrottet vara längre än en timme?; om avbrottet väntas bli långt; om avbrottet väntas \
bli kort | efter 2
be Besluta, beslutar, beslutat: om stabsläge | om langvarigt ja | efter 3 | inom 1 dagar
be+ov Besluta, beslutar, beslutat: om katastrofläge för hela sjukvårdsområdet | om langvarigt ja | efter 4
do Öppna, öppnar, öppnat: krisledningens dagbok | efter 3
do Skriv, skriver, skrivit: upp varje beslut med klockslag | efter 6
be Avblås, avblåser, avblåst: larmet | om langvarigt nej

spår Elförsörjning
avsnitt § 2: Reservkraften
fråga startar; el; Startar reservkraftverket av sig självt?; om reservkraftverket startar; om reservkraftverket inte \
startar | efter 1
el Starta, startar, startat: reservkraftverket för hand | kort | om startar nej
el Kontrollera, kontrollerar, kontrollerat: laddningen i batterierna | om startar ja
fråga bransle; el; Räcker bränslet i mer än åtta timmar?; om bränslet räcker i åtta timmar; om bränslet inte räcker \
i åtta timmar | om langvarigt ja
el+va Stäng, stänger, stängt: av belysningen där ingen vårdas | om bransle nej | efter 10
el Beställ, beställer, beställt: dieselbränsle från beredskapslagret | om bransle nej | inom 1 dagar
tr Hämta, hämtar, hämtat: bränslet med sjukvårdsområdets tankbil | om bransle nej | efter 12 | inom 2 dagar
avsnitt § 2 a: Elnätet
va Läs, läser, läst: av alla elmätare i ställverket | om langvarigt ja
el Rapportera, rapporterar, rapporterat: till elnätsföretaget | om langvarigt ja | efter 14 | samråd be va
el Återkoppla, återkopplar, återkopplat: ordinarie nät stegvis | efter 15

spår Vattenförsörjning
avsnitt 3.1: Vattnet
fråga tryck; vf; Finns det tryck i vattenledningarna?; om det finns tryck; om trycket saknas | efter 1
vf Sätt, sätter, satt: upp vattentankar vid huvudentrén | kort | om tryck nej
vf Dela, delar, delat: ut flaskvatten till varje vårdavdelning | om tryck nej | efter 17
vf Provta, provtar, provtagit: dricksvattnet | om tryck ja | inom 2 dagar
fråga otjanligt; vf+ov; Visar provet att vattnet är otjänligt?; om vattnet är otjänligt; om vattnet är tjänligt \
| om tryck ja | efter 19
vf+ko Utfärda, utfärdar, utfärdat: kokningsrekommendation | om otjanligt ja
vf Anmäl, anmäler, anmält: till livsmedelskontrollen | om otjanligt ja | efter 20 | inom 3 dagar
avsnitt 3.2: Maten
li Byt, byter, bytt: till matsedeln för reservdrift
li Kasta, kastar, kastat: livsmedel som har blivit varma | om langvarigt ja
li Beställ, beställer, beställt: färdiglagad specialkost för allergiker | om langvarigt ja | efter 23
li+tr Kör, kör, kört: ut maten till avdelningarna | efter 22

spår Patientsäkerhet
avsnitt A.1: Akutmottagningen
av Räkna, räknar, räknat: patienterna som har elberoende behandling | kort
ov Bedöm, bedömer, bedömt: vilka patienter som kan vänta | kort | efter 26
fråga intensivvard; ov; Behöver intensivvårdspatienter flyttas?; om intensivvårdspatienter behöver flyttas; om \
ingen intensivvårdspatient behöver flyttas | efter 27
ov Ring, ringer, ringt: intensivvårdskoordinatorn i grannregionen | om intensivvard ja
tr Beställ, beställer, beställt: intensivvårdsambulanser | kort | om intensivvard ja | efter 28 | samråd ov av
fråga vagarna; tr; Är vägarna framkomliga för ambulanserna?; om vägarna är framkomliga; om vägarna inte är \
framkomliga | om intensivvard ja | efter 29
tr Kalla, kallar, kallat: på ambulanshelikopter | om vagarna nej
tr+av Flytta, flyttar, flyttat: patienterna vägen över ambulanshallen | om vagarna ja
av Lämna över, lämnar över, lämnat över: läkemedelslistorna på papper | om intensivvard ja | efter 31
avsnitt A.2: Operation och förlossning
ov Ställ, ställer, ställt: in planerade operationer | om langvarigt ja | efter 27
ov+av Avsluta, avslutar, avslutat: pågående operationer på ett säkert sätt | om startar nej
av Bemanna, bemannar, bemannat: förlossningsavdelningen med dubbla jourer | om langvarigt ja

spår Informationssystem
avsnitt B: Journaler och telefoner
fråga journal; in; Går patientjournalerna att nå?; om journalerna går att nå; om journalerna inte går att nå | efter 1
in Starta, startar, startat: reservjournalsystemet | kort | om journal nej
av Skriv, skriver, skrivit: ordinationer på papper | om journal nej
in Säkerhetskopiera, säkerhetskopierar, säkerhetskopierat: alla journalservrar | om journal ja | efter 10
fråga intrang; in; Kan avbrottet bero på ett dataintrång?; om ett dataintrång misstänks; om inget dataintrång \
misstänks | om journal nej
in+be Anmäl, anmäler, anmält: it-incidenten till tillsynsmyndigheten | om intrang ja | inom 1 dagar
in Koppla, kopplar, kopplat: bort alla nätverk utåt | om intrang ja
in Dela, delar, delat: ut kommunikationsradio till avdelningarna | om langvarigt ja | efter 4

spår Personalförsörjning
avsnitt C.1: Bemanningen
pe Räkna, räknar, räknat: vilka pass som saknar bemanning | kort | efter 3
fråga bemanning; pe; Räcker bemanningen det närmaste dygnet?; om bemanningen räcker; om bemanningen inte räcker \
| efter 42
pe Kalla, kallar, kallat: in ledig personal | om bemanning nej
pe+be Begär, begär, begärt: förstärkning av frivilliga försvarsorganisationer | om bemanning nej | om langvarigt ja \
| efter 43
pe Ordna, ordnar, ordnat: barnomsorg åt dem som arbetar över | om bemanning nej | efter 43
li Ordna, ordnar, ordnat: mat åt personal som stannar kvar | om bemanning nej
pe Följ, följer, följt: upp vilotiderna för varje arbetslag | om langvarigt ja | inom 1 veckor

spår Kommunikation och anhöriga
avsnitt 7 a: Det som sägs utåt
ko Skriv, skriver, skrivit: det första meddelandet till allmänheten | kort | efter 3 | samråd be
ko Öppna, öppnar, öppnat: upplysningscentralen för anhöriga | om langvarigt ja | efter 48
ko Ring, ringer, ringt: lokalradion | om langvarigt ja | efter 48
fråga pressen; ko+be; Har någon redaktion begärt en intervju?; om en redaktion vill ha en intervju; om ingen \
redaktion vill ha en intervju | efter 48
ko Håll, håller, hållit: presskonferens utanför sjukhuset | om pressen ja
av+ko Ring, ringer, ringt: anhöriga till dem som har flyttats | om intensivvard ja | efter 31
do Spara, sparar, sparat: alla meddelanden som har skickats | efter 48

spår Återställning och uppföljning
avsnitt 8: Efteråt
be Avsluta, avslutar, avslutat: stabsläget | om langvarigt ja | efter 16
va+el Provkör, provkör, provkört: alla elektromedicinska apparater | efter 16 | inom 1 veckor
in För, för, fört: in pappersjournalerna i journalsystemet | om journal nej | inom 2 veckor
fråga skada; ov; Har någon patient fått en vårdskada?; om någon har fått en vårdskada; om ingen har fått en vårdskada \
| efter 16
ov Anmäl, anmäler, anmält: vårdskadan enligt patientsäkerhetslagen | om skada ja | inom 4 veckor
do Samla, samlar, samlat: alla handlingar i ärendet | efter 7 | inom 3 veckor
be+do Utvärdera, utvärderar, utvärderat: händelsen tillsammans med alla ansvariga | efter 58 | inom 8 veckor
be Lämna, lämnar, lämnat: utvärderingen till sjukvårdsnämnden | efter 59 | inom 12 veckor
"""
