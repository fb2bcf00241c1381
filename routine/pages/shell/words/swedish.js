// @ts-check
/**
 * The Swedish that the search knows, whatever the routine is about: what a routine's own things are called by stands in
 * the routine. Nothing of it is shown.
 */
const SWEDISH = {
  // As it is said:as it is written.
  spoken:
    'ja:jag e:är de:det dom:de mej:mig dej:dig sej:sig nån:någon nåt:något nånting:något ' +
    'nånstans:någonstans nåra:några sån:sådan sånt:sådant o:och å:och va:vara me:med ha:har sa:sade ' +
    'la:lade ska:skall vart:var inge:inget ingenting:inget när:när fatta:förstå kolla:titta stan:staden ' +
    'mail:mejl epost:mejl maila:mejla mobil:telefon mobilen:telefon lur:telefon snuten:polis aina:polis ' +
    'printa:utskrift jobb:arbete jobbet:arbete morsan:mamma farsan:pappa mall:blankett ' +
    'formulär:blankett ihjäl:döda mörda:döda tjej:kvinna kille:man numret:nummer numren:nummer ' +
    'pappret:papper papperet:papper oxå:också sajten:sidan hemsidan:sidan webbsidan:sidan webbplatsen:sidan ' +
    'såg:se ser:se sett:se mms:sms nätter:natt nätterna:natt',

  // What binds a question together, and says nothing of what it is about.
  small:
    'aldrig all alla allt alltid alltså an annan annat andra att av bara bli blir blev blivit borde bort ' +
    'bra då där därför den denna deras dess dessa det detta de dem dig din dina dit ditt du efter eller ' +
    'en er era ert ett fast fick få fått för först från får ge genom ger gick gjort gjorde går gång gånger ' +
    'gör göra ha hade haft han hans har hej hela hen hennes henne hit hon honom hos hur här i iaf ibland in innan ' +
    'inga ingen inget inte ja jag ju just kan kanske knappt kom komma kommer kommit kunde kunna lite lär ' +
    'man många massa med mellan men mer mera mest mig min mina mitt mot mycket måste ner nej ni nog nu ' +
    'någon någonstans någonting något några när nästan och också om oss på precis redan rätt råkar råkat ' +
    'samma sedan sig sin sina sitt själv skall skit skulle snart snälla som så sådan sådant sådana ' +
    'står stå tack tar ta till tog tycker under upp ur ut vad vara varför varit var varje vem ' +
    'vems verkligen vet veta vi vid vilka vilken vilket vill ville vore vår vårt våra väl än är även åt över finns ' +
    'behöver jävla fan faktiskt ens liksom typ ungefär ok okej hjälp hälsningar',

  // Who does it, by name, says nothing of what it is about.
  names:
    'anna eva maria karin kristina lena sara kerstin emma ingrid marie malin jenny hanna inger linda annika ' +
    'susanne elin monica monika birgitta sofia sofie johanna carina elisabeth elisabet ulla julia ulrika katarina ' +
    'ida agneta maja frida camilla sandra anita helena cecilia marianne gunilla ann berit ' +
    'yvonne anneli åsa pia therese jessica elsa alice astrid ebba wilma vera agnes linnea erika emelie ' +
    'amanda caroline josefin louise rebecka matilda moa tove fatima leila amina lars per mikael ' +
    'anders johan erik peter jan daniel karl carl thomas tomas fredrik andreas stefan hans mats marcus markus ' +
    'mattias magnus jonas niklas martin alexander nils bengt henrik patrik lennart leif oscar oskar björn joakim ' +
    'robert gustav gustaf viktor victor simon christer christian kristian johannes mohammed mohamed muhammed ali ' +
    'ahmed omar hassan ibrahim hussein david emil filip philip anton göran jesper rikard richard tobias kjell ' +
    'sven jörgen rolf roger olof ulf håkan urban åke arne roland ove bertil lukas lucas elias hugo oliver axel ' +
    'adam william liam noah leo sebastian robin kevin dennis pontus rasmus isak ludvig olle kalle pelle ' +
    'lasse nisse tommy conny kenneth kent tony sonny jimmy ronny michael',

  // What every page is about says little of which; nor does that somebody says something, or once more.
  faint:
    'rutin rutinen guide guiden sida sidan sidor webbplats webbplatsen appen grej grejen sak saker säga ' +
    'säger sade prata pratar pratat tala talar berätta berättar fråga frågar skriva skriver skrivit svara ' +
    'svarar undra undrar tänker lägga lägger lagt ligger sätta sätter satt håller hålla låta låter försöker försöka ' +
    'börja börjar sluta slutar behöva vilja nästa igen händer hänt hände hända tänk tänka tror tro',

  // Danger whoever it is that does it, and whatever else is said.
  danger:
    'vapen överfall hugger skjuter skjut skjuta skjuten skjutit skott yxa yxan slår slå slog slagit slagen ' +
    'slagsmål slåss dödar döda dödad dödshot brann eld elden brand branden bryter bryta rån rånas blöder blod ' +
    'andas jagar jagad jagas rädd rädda fara akut akuta larma sos skadad skadade olycka olyckan påkörd gömmer dö ' +
    'dör do gas lukt lukten luktar syra',

  // The beginnings of such words, without dots and rings.
  dangerous:
    'kniv vapn bevapn pistol gevar skjutning skottl skotts bomb granat handgranat sprang explo pulv misshand bensin ' +
    'spark knuff stryp mord brinn inbrott overfalle overfoll ranad medvetslos svimm avsvimm valdta kidnap gisslan ' +
    'attack anfall livradd livsf skrackslag panik nodlage nodsit ambulans sjalvmord suicid overdos forgift fratand ' +
    'hjartinfarkt hjartstopp',

  // What somebody does who is close by.
  close:
    'utanför inne trappan trapphuset trappuppgången dörren ytterdörren porten tomten trädgården altanen ' +
    'fönstret bankar knackar bultar rycker följer förföljer förföljd följde skuggar skriker närmar kastar ' +
    'krossar bråkar aggressiv',

  // What may have been sent or left, and what is odd about it.
  things:
    'paket paketet paketen brev brevet breven kuvert kuvertet väska väskan försändelse försändelsen föremål ' +
    'föremålet låda lådan post posten',
  odd:
    'misstänkt misstänkta konstig konstigt konstiga okänd okänt okända märklig märkligt skum skumt kvarglömd tickar ' +
    'läcker rinner avsändare',

  // What is danger when it happens now.
  threat: 'hot hotar hotad hotas hotfull våld väntar ringer står kommer väg händer pågår',

  // How somebody asks what comes next.
  asked: /vad händer/i,

  // What somebody may want to end, and how it is said that she does.
  life: 'liv livet leva',
  ended: 'ta tar tagit avsluta avslutar göra slut inte orkar vill',

  // When it happens.
  now: 'nu ikväll inatt pågår',

  // Who does it.
  somebody:
    'han hon hen det dem någon några man mannen män folk gäng gänget person personen personer besökare ' +
    'kvinna kvinnan människa människor bil grannen',
};

window.rutin.words.swedish = SWEDISH;
