// @ts-check
/** What the summary and the words to hand over with say: the lines of a text that leaves the guide. */
const SUMMARY_WORDS = {
  title: 'Sammanställning',
  /** @param {string} day @param {string} role */
  head: (day, role) => `Sammanställning ${day}, ${role}`,
  care:
    'Sammanställningen kan innehålla känsliga uppgifter. Rutinen säger inte var den ska förvaras eller vilken ' +
    'sekretess som gäller. Fråga kommunen innan du sparar eller skickar den.',
  /** @param {string} day */
  eventDay: (day) => `Dagen för händelsen: ${day || 'inte ifylld'}`,
  /** @param {string} day @param {string} step */
  last: (day, step) => `Senast ${day}: ${step}`,
  notes: 'Anteckningar',
  print: 'Skriv ut sammanställningen',
  copy: 'Kopiera sammanställningen',
  /** @param {string} step @param {string} who @param {string} how */
  line: (step, who, how) => `- ${step} (${who}). ${how}`,

  // How a step stands.
  /** @param {boolean} done Else left out. @param {string} day @param {string} reason */
  over: (done, day, reason) => {
    const what = done ? 'Klart' : 'Inte aktuellt';
    const dated = day ? `${what} ${day}` : what;
    return reason ? `${dated}: ${reason}` : dated;
  },
  /** @param {string} how */
  overBefore: (how) => `${how}, innan ett svar ändrades. Det som är gjort står kvar`,
  /** @param {boolean} yes */
  answer: (yes) => `Svar: ${yes ? 'Ja' : 'Nej'}`,
  unknown: 'Okänt här',
  doesNotApply: 'Gäller inte',
  noAnswer: 'Inget svar än',
  open: 'Öppet',

  // Handing over.
  handOver: 'Lämna över',
  /** @param {string} who */
  goesOn: (who) => `Det här kan du säga eller skicka till ${who}:`,
  handOverText: 'Text att lämna över',
  copyText: 'Kopiera texten',
  /** @param {string} who */
  to: (who) => `Till: ${who}`,
  /** @param {string} who */
  from: (who) => `Från: ${who}`,
  /** @param {string} day */
  day: (day) => `Dag: ${day}`,
  /** @param {string} step */
  did: (step) => `Gjort: ${step}.`,
  /** @param {string} step @param {string} reason */
  left: (step, reason) => (reason ? `Inte aktuellt: ${step}. Skäl: ${reason}` : `Inte aktuellt: ${step}.`),
  /** @param {string} question @param {boolean} yes */
  answered: (question, yes) => `${question} ${yes ? 'Ja.' : 'Nej.'}`,
};

window.rutin.words.summary = SUMMARY_WORDS;
