// @ts-check
/** What the guide says in the conversation: its stages, its steps, its days, and what it tells of what was pressed. */
const GUIDE_WORDS = {
  allSteps: 'Alla steg i rutinen',
  failed: 'Guiden slutade fungera. Alla steg står här nedanför.',

  // Who the reader is.
  who: 'Vem är du?',
  onlyHere: 'Det du svarar finns bara på den här sidan. Det försvinner när du lämnar den, om du inte väljer att spara.',
  you: 'Du är: ',
  changeRole: 'Byt roll',

  // The stages.
  now: 'Nu',
  asked: 'Det här kan du bli ombedd att göra',
  waiting: 'Väntar',
  coming: 'Sedan',
  done: 'Klart',
  unknown: 'Vet inte om det är gjort',

  // What stands under Nu when nothing does.
  /** @param {string} starts */
  starts: (starts) => `Din del börjar när ${starts}`,
  beginHere: 'Börja här',
  nothingNow: 'Du behöver inte göra något just nu.',
  nothingMore: 'Du har inget mer att göra. Under Väntar ser du vad som är kvar.',
  allDone: 'Alla steg är klara.',

  // A step of the reader's own.
  skip: 'Inte aktuellt',
  /** @param {string} step */
  skipStep: (step) => `Inte aktuellt: ${step}`,
  why: 'Varför är det inte aktuellt?',
  cancel: 'Avbryt',
  undo: 'Ångra',
  /** @param {string} step */
  undoStep: (step) => `Ångra: ${step}`,

  // A question.
  yes: 'Ja',
  no: 'Nej',
  notYet: 'Vet inte än',
  itStays: 'Det är okej. Frågan är kvar tills du vet.',

  // What somebody else does or answers.
  /** @param {string} question */
  answers: (question) => `svarar på: ${question}`,
  whatAnswer: 'Vad blev svaret?',
  /** @param {string} question */
  whatAnswerTo: (question) => `Vad blev svaret? ${question}`,
  known: 'Jag vet att det är klart',
  /** @param {string} who @param {string} does */
  knownOf: (who, does) => `Jag vet att det är klart: ${who} ${does}`,

  // What comes later.
  answerNow: 'Svara nu',
  doNow: 'Gör det nu',
  /** @param {string} label @param {string} step */
  beginStep: (label, step) => `${label}: ${step}`,
  beforeIsUnknown: 'Det som kommer före står då som okänt.',

  /** To who takes part, or may stand in. @param {string} who @param {boolean} standsIn */
  responsible: (who, standsIn) => `${who} ansvarar. ${standsIn ? 'Du hjälper till om du blir ombedd' : 'Du är med'}.`,

  // The day of the event, and the last days that follow from it.
  eventDay: 'Dagen för händelsen',
  eventDayWhy: 'Då räknar guiden ut sista dagen.',
  /** @param {string} day */
  last: (day) => `Senast ${day}`,
  /** @param {string} day @param {string} step */
  lastFor: (day, step) => `Senast ${day}: ${step}.`,
  toCalendar: 'Spara i kalendern',
  calendarMade: 'Kalenderfilen är skapad.',

  // What has come and gone, to those who listen.
  cameNow: 'Nu',
  waitsFor: 'Väntar på',
  /** @param {string} who @param {string} does */
  waitsForWhat: (who, does) => `${who}, ${does}`,
  noLongerNow: 'Inte längre nu',
  noLongerApplies: 'Gäller inte längre',
  changed: 'Ändrat.',

  copied: 'Texten är kopierad.',
  notCopied: 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
};

window.rutin.words.guide = GUIDE_WORDS;
