// @ts-check
/** What the guide says in the conversation: its stages, its steps, its days, and what it tells of what was pressed. */
const GUIDE_WORDS = {
  allSteps: 'Alla steg i rutinen',
  failed: 'Guiden slutade fungera. Alla steg står nedanför.',

  // Who the reader is, and whether it is kept.
  changeRole: 'Byt roll',
  goOn: 'Fortsätt som förut',
  notSaved: 'Inte sparat',
  notSavedYet: 'Inte sparat, borta när du lämnar',
  save: 'Spara',
  askSave: 'Spara på den här enheten?',
  /** @param {boolean} dated Whether the day of the event is asked for. @param {boolean} asks @param {string} last */
  whatIsSaved: (dated, asks, last) =>
    `Det här sparas: din roll, ${dated ? 'dagen för händelsen, ' : ''}${asks ? 'dina svar, ' : ''}` +
    'det du har bockat av, med dagar, klockslag och skäl. ' +
    `Det sparas till och med ${last} och tas sedan bort. Ändras rutinen tas det bort tidigare.`,
  /** @param {boolean} leaves Whether there is a way to leave the site. */
  whoSeesIt: (leaves) =>
    `Den som använder enheten efter dig kan se det.${leaves ? ' Lämna sidan tar inte bort det som är sparat.' : ''}`,
  replaces: 'Det som redan är sparat i en annan flik ersätts.',
  saved: 'Sparat.',
  /** @param {string} last */
  savedUntil: (last) => `Sparat till och med ${last}`,
  blocked:
    'Webbläsaren låter inte guiden spara på den här enheten. Det du fyller i finns kvar så länge sidan är öppen.',
  full: 'Ändringen är inte sparad, för webbläsaren tog inte emot den. Det du sparade tidigare finns kvar.',
  /** @param {string} chosen @param {string} saved */
  savedAs: (chosen, saved) =>
    `Du valde ${chosen}, men här finns det som är sparat för ${saved}. Välj Byt roll för att läsa det som ${chosen}. ` +
    'Det som är sparat finns kvar.',

  // What was saved and is not there any more.
  /** @param {number} days */
  expired: (days) => `Det du sparade har tagits bort, eftersom ${days} dagar har gått.`,
  unreadable: 'Det du sparade gick inte att läsa och är borttaget. Börja om här.',
  otherEdition: 'Rutinen har ändrats sedan du sparade. Det du sparade stämmer inte längre med den och är borttaget.',

  // What another tab has done.
  otherChanged: 'En annan flik har sparat en ändring. Här visas nu det som den sparade.',
  otherErased: 'Det sparade har raderats i en annan flik. Det du ser här finns bara på den här sidan.',
  otherUnreadable:
    'En annan flik har sparat något som inte går att läsa här. Det du ser här finns bara på den här sidan.',

  // The stages.
  first: 'Ett steg i taget',
  answerFirst: 'Svara först',
  now: 'Just nu',
  decides: 'Du bestämmer',
  also: 'Kan också göras nu',
  waiting: 'Det här gör andra',
  onlyHere: 'Guiden vet bara det du själv fyller i.',
  coming: 'Sedan',
  // What holds up all that comes later: the step that opens the case.
  notBegun: 'Guiden tar det som står överst först.',
  done: 'Klart',
  unknown: 'Vet inte om det är gjort',
  /** @param {number} count */
  questions: (count) => (count === 1 ? '1 fråga' : `${count} frågor`),

  summary: 'Sammanställning',
  noSummary: 'Sammanställningen gick inte att hämta. Stäng den och försök igen.',

  // What stands first when nothing is the reader's to do.
  nothingNow: 'Rutinen har inget steg för dig just nu.',
  nothingMore: 'Rutinen har inga fler steg för dig. Det som är kvar står under ”Det här gör andra”.',
  /** @param {string} questions How many. @param {string | false} stage What all of them stand under, if anything. */
  asksLeft: (questions, stage) => `Du har ${questions} kvar` + (stage ? ` under ”${stage}”.` : '.'),
  noneLeft: 'Rutinen har inga fler steg för dig.',
  allDone: 'Alla steg är klara.',

  // A step of the reader's own.
  isDone: 'Det är gjort',
  /** @param {string} who */
  oneContact: (who) => `Gör det i samma kontakt med ${who}`,
  inOneContact: 'Gör det i samma kontakt',
  more: 'Mer om steget',
  moreOfQuestion: 'Mer om frågan',
  // Before what guides is called.
  guidance: 'Vägledning:',
  skip: 'Inte aktuellt',
  why: 'Varför är det inte aktuellt? Svara om du vill.',
  cancel: 'Avbryt',
  undo: 'Ångra',

  /** What a step waited for, and how that went. @param {string} step @param {string} how */
  after: (step, how) => `${step}: ${window.rutin.grammar.stopped(window.rutin.grammar.inside(how))}`,

  // A call.
  call: 'Jag är i samtal',
  back: '‹ Tillbaka till guiden',
  finish: 'Samtalet är slut',
  inCall: 'Samtal',
  /** @param {string} who */
  callWith: (who) => `Samtal med ${who}`,

  // When it was.
  whenDone: 'När blev det gjort?',
  whenContact: 'När var kontakten?',
  when: 'När hände det?',
  isToday: 'I dag',
  otherDay: 'Annan dag',
  unknownDay: 'Vet inte',
  day: 'Dag',
  time: 'Klockslag, om du vill',
  setDay: 'Klar',
  setTime: 'Ange klockslag',
  noDay: 'Välj en dag, eller Vet inte.',
  changeDay: 'Ändra dag',
  noDaySaid: 'Ingen dag angiven',

  // A question.
  meanings: 'Vad svaren innebär',
  // Before it is answered what the reader decides.
  sendsNothing: 'Guiden skickar inget.',
  /** @param {string} who */
  notSent: (who) => `Guiden skickar inget. Säg ditt svar till ${who}, eller skicka texten här nedanför.`,
  together: 'Tillsammans',
  chooses: 'Du väljer',
  ownNext: 'Ditt eget steg',
  yes: 'Ja',
  no: 'Nej',
  notYet: 'Vet inte än',
  itStays: 'Det är okej. Frågan är kvar tills du vet.',

  /** The answer of who has been heard. @param {string} who */
  saidYes: (who) => `${who} har sagt ja`,
  /** @param {string} who */
  saidNo: (who) => `${who} har sagt nej`,
  /** @param {string} who @param {string} question */
  hasSaid: (who, question) => `Vad har ${who} sagt? ${question}`,

  // What somebody else does or answers.
  // After a question that is our reading.
  ours: ' ≈\u00a0tolkning',
  /** After who does. @param {string} question */
  answers: (question) => `svarar på frågan: ${question}`,
  known: 'Jag vet att det är klart',

  // Of whom nobody has called in.
  /** @param {string} who */
  notCalled: (who) => `Enligt det som är ifyllt här har ingen kontaktat ${who}.`,
  inDoubt: ', om kontakt har tagits ≈\u00a0tolkning',
  askedNobody: 'Då är det inte säkert att det här görs',
  /** @param {number} count */
  steps: (count) => (count === 1 ? '1 steg' : `${count} steg`),
  /** @param {string} question */
  openQuestion: (question) => `Öppen fråga i rutinen: ${question}`,

  /** To who takes part, or may stand in, and is told so. @param {string} who @param {string | false} standsIn */
  responsible: (who, standsIn) => `${who} har ansvaret. ${standsIn || ''}`,

  // The day of the event, and the last days that follow from it.
  days: 'Nästa datum',
  gone: 'Datum',
  /** @param {string} day */
  happened: (day) => `Det hände ${day}.`,
  notKnown: 'Dagen då det hände är inte känd.',
  /** @param {string} day */
  last: (day) => `Senast ${day}`,
  /** @param {string} day @param {string} step */
  lastFor: (day, step) => `Senast ${day}: ${window.rutin.grammar.stopped(step)}`,
  late: 'Tiden har gått ut. Vårt råd: gör det så snart det går, och skriv när det blev gjort.',
  lateWaiting:
    'Tiden har gått ut. Vårt råd: gör det så snart det som steget väntar på är klart, och skriv när det blev gjort.',
  lateUnknown: 'Tiden har gått ut. Ett svar som inte är ifyllt här avgör om steget gäller.',
  lateUntold:
    'Tiden har gått ut. Enligt det som är ifyllt här har ingen annan fått veta något. Börja med det som står först.',
  lateOfOthers: 'Tiden har gått ut. Fråga den som ansvarar om det är gjort.',
  showStep: 'Visa steget',
  toCalendar: 'Spara i kalendern',
  calendarMade: 'Kalenderfilen är klar.',

  // Last, and apart.
  oneCase: 'Har det hänt något mer? Guiden klarar en händelse i taget.',
  again: 'Det har hänt igen',
  askAgain: 'Börja om med en ny händelse?',
  /** @param {boolean} counted Whether the routine has limits. */
  whatAgain: (counted) => [
    `${counted ? 'Dagarna räknas då från den nya händelsen, och dina' : 'Dina'} bockar och svar tas bort.`,
    'Vill du ha kvar det du har fyllt i? Kopiera eller skriv ut sammanställningen först.',
  ],
  startAgain: 'Börja om',
  begunAgain: 'Guiden har börjat om.',
  erase: 'Radera allt',
  askErase: 'Radera allt?',
  whatErase: ['Allt du har fyllt i, och allt som är sparat på den här enheten, försvinner för alltid.'],
  erased: 'Svaren är raderade. Inget var sparat. Kopierad text, kalenderfiler och historik finns kvar.',
  erasedAll: 'Svaren är raderade, och allt som var sparat. Kopierad text, kalenderfiler och historik finns kvar.',
  cannotErase: 'Det gick inte att radera. Ta bort webbplatsens data i webbläsaren.',

  // What has come and gone, to those who listen.
  cameNow: 'Nytt för dig',
  waitsFor: 'Nytt att göra för andra',
  noLongerNow: 'Inte längre nu',
  // That it then does not apply no source says: it says when something does.
  noLongerApplies: 'Det som då inte gäller ≈\u00a0tolkning',
  changed: 'Ändrat.',

  copied: 'Texten är kopierad.',
  notCopied: 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
};

window.rutin.words.guide = GUIDE_WORDS;
