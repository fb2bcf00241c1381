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
  now: 'Det här kan du göra',
  asked: 'Det här kan du bli ombedd att göra',
  waiting: 'Det här gör andra',
  coming: 'Sedan',
  done: 'Klart',
  unknown: 'Vet inte om det är gjort',

  // What stands under Nu when nothing does.
  nothingNow: 'Rutinen har inget steg för dig just nu.',
  nothingMore: 'Rutinen har inga fler steg för dig. Under ”Det här gör andra” ser du vad som är kvar.',
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

  /** What a step waited for, and how that went. @param {string} step @param {string} how */
  after: (step, how) => `${step}: ${how.charAt(0).toLowerCase()}${how.slice(1)}.`,

  // A question.
  yes: 'Ja',
  no: 'Nej',
  notYet: 'Vet inte än',
  itStays: 'Det är okej. Frågan är kvar tills du vet.',

  /** The answer of who has been heard. @param {string} who */
  saidYes: (who) => `${who} har sagt ja`,
  /** @param {string} who */
  saidNo: (who) => `${who} har sagt nej`,

  // What somebody else does or answers.
  /** @param {string} question */
  answers: (question) => `Svarar på frågan: ${question}`,
  /** @param {string} question */
  answersWhat: (question) => `svarar på frågan: ${question}`,
  known: 'Jag vet att det är klart',
  /** @param {string} who @param {string} does */
  knownOf: (who, does) => `Jag vet att det är klart: ${who} ${does}`,

  // Of whom nobody has called in.
  /** @param {string} who */
  notCalled: (who) => `Enligt det som är ifyllt här har ingen kontaktat ${who}.`,
  askedNobody: 'Då är ingen ombedd att göra det här:',
  /** @param {number} count */
  steps: (count) => (count === 1 ? '1 steg' : `${count} steg`),
  /** @param {string} question */
  openQuestion: (question) => `Öppen fråga i rutinen: ${question}`,

  /** To who takes part, or may stand in. @param {string} who @param {boolean} standsIn */
  responsible: (who, standsIn) => `${who} har ansvaret. ${standsIn ? 'Du kan bli ombedd att göra det' : 'Du deltar'}.`,

  // The day of the event, and the last days that follow from it.
  eventDay: 'Dagen för händelsen',
  eventDayWhy: 'Då visar guiden sista dagen för det som har en tidsgräns.',
  /** @param {string} day */
  last: (day) => `Senast ${day}`,
  /** @param {string} day @param {string} step */
  lastFor: (day, step) => `Senast ${day}: ${step}.`,
  toCalendar: 'Spara i kalendern',
  calendarMade: 'Kalenderfilen är skapad.',

  // What has come and gone, to those who listen.
  cameNow: 'Du kan göra',
  waitsFor: 'Andra kan göra det här',
  /** @param {string} who @param {string} does */
  waitsForWhat: (who, does) => `${who} ${does}`,
  noLongerNow: 'Inte längre nu',
  noLongerApplies: 'Gäller inte längre',
  stands: 'Det som är gjort står kvar',
  changed: 'Ändrat.',

  copied: 'Texten är kopierad.',
  notCopied: 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
};

window.rutin.words.guide = GUIDE_WORDS;
