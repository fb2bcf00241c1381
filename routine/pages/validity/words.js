// @ts-check
/** What the page for a sheet's code says. */
const VALIDITY_WORDS = {
  /** Before what is new in it. @param {string} edition */
  edition: (edition) => `${edition}.`,
  /** @param {string} sheet */
  printNew: (sheet) => `Skriv ut det nya: ${sheet} (PDF)`,
  /** @param {string} code @param {string} verdict @param {string} about */
  verdict: (code, verdict, about) => `${code}. ${verdict}. ${about}`,
};

window.rutin.words.validity = VALIDITY_WORDS;
