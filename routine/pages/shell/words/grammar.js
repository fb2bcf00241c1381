// @ts-check
/** How Swedish joins and bends what the sentences are made of. */
const GRAMMAR = {
  /** `rektorn och VA-ingenjören` @param {string[]} names */
  series: (names) => (names.length > 1 ? `${names.slice(0, -1).join(', ')} och ${names.at(-1)}` : names.join('')),

  /**
   * A name inside a sentence: `rektorn`, but `VA-ingenjören`, `TiB`, `C3-chefen` and `S-gruppen`.
   * @param {string} name
   */
  inside: (name) =>
    /^(\p{L}+[\p{Lu}\d]|[^AEIPUX]-)/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1),

  /** Names as the beginning of a sentence: `Rektorn och VA-ingenjören`. @param {string[]} names */
  together: (names) => GRAMMAR.capital(GRAMMAR.series(names.map(GRAMMAR.inside))),

  /** @param {string} text */
  capital: (text) => text.charAt(0).toUpperCase() + text.slice(1),

  /** With a full stop, unless it ends as a sentence does. @param {string} text */
  stopped: (text) => (/[.?!…:]$/.test(text) ? text : `${text}.`),
};

window.rutin.grammar = GRAMMAR;
