// @ts-check
/** How a step stands, and the words to hand over with. */
const STANDING_WORDS = {
  // How a step stands.
  /** @param {boolean} done Else left out. @param {string} day @param {string} reason */
  over: (done, day, reason) => {
    const what = done ? 'Klart' : 'Inte aktuellt';
    const dated = day ? `${what} ${day}` : what;
    return reason ? `${dated}: ${reason}` : dated;
  },
  /** Whether it was done before the answer was changed or after, nobody has said. @param {string} how */
  overStands: (how) => `${how}. Det som är gjort står kvar, även när ett svar ändras`,
  /** @param {boolean} yes */
  answer: (yes) => `Svar: ${yes ? 'Ja' : 'Nej'}`,
  /** @param {string} day @param {string} time */
  at: (day, time) => (time ? `${day} kl.\u00a0${time.replace(':', '.')}` : day),
  unknown: 'Okänt här',
  doesNotApply: 'Gäller inte ≈\u00a0tolkning',
  noAnswer: 'Inget svar än',
  open: 'Öppet',

  // Handing over.
  handOver: 'Text att lämna över',
  // After whom our reading of the source has told.
  reading: ' ≈\u00a0tolkning',
  /** @param {string} who */
  to: (who) => `Till ${who}`,
  /** @param {string} who */
  how: (who) => `Säg det till ${who}, eller skicka texten:`,
  toNobody: 'Här står inte vem du berättar det för. Så här kan du säga:',
  copyText: 'Kopiera texten',
  /** @param {string} done @param {string} when */
  did: (done, when) => (when ? `Jag har ${done}, ${when}.` : `Jag har ${done}.`),
  /** Whom to ring back. */
  reply: 'Du når mig på: …',
  /** @param {string} day @param {string} time */
  onDay: (day, time) => (time ? `${day} klockan ${time.replace(':', '.')}` : day),
  /** @param {string} question @param {boolean} yes */
  answered: (question, yes) => `${question} ${yes ? 'Svaret är ja.' : 'Svaret är nej.'}`,
};

window.rutin.words.standing = STANDING_WORDS;
