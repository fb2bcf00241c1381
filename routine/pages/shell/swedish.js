// @ts-check
/**
 * Swedish, as far as the search needs it: what is a word, which words say nothing by themselves, how they are written
 * when they are said, and which are forms of the same. What a routine's own things are called stands in the routine.
 */
(() => {
  'use strict';

  /** @typedef {{ sv: { stemmer: (word: string) => string } }} Lunr */
  /** @typedef {Window & { lunr?: Lunr }} Loaded */

  const { rutin } = window;
  const said = rutin.words.swedish;
  const loaded = /** @type {Loaded} */ (/** @type {unknown} */ (window));

  /** @param {string} text */
  const list = (text) => text.split(' ');

  /** Polisanmäl → polisanmal. @param {string} text */
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '');

  // As it is said → as it is written.
  const SPOKEN = new Map(list(said.spoken).map((pair) => /** @type {[string, string]} */ (pair.split(':'))));

  // What binds a question together, or tells who it was, and says nothing of what it is about.
  const SMALL = new Set(list(`${said.small} ${said.names}`));
  const FOLDED = new Set([...SMALL].map(fold));

  // What most are about or do says little of which.
  const FAINT = new Set(list(said.faint).flatMap((word) => [word, fold(word)]));

  // Endings that the stemmer leaves: what is done and the doing of it are then one word.
  // Of a short word they leave another one: a tidning is no tid. And kuvertet loses all that kuvert loses.
  const ENDING = /(?:(?<=.{4})ning|(?<=.{5})ing)(?:ar|en|s)?$|(?<=.{4})(?:els(?:er?)?|t?(?:ande|ets?|an)|it|t|d)$/;
  const SHORTEST = 3;

  // What the stemmer asks of the library that it was made for.
  Object.assign(loaded, {
    lunr: { Pipeline: { registerFunction: () => {} }, generateStopWordFilter: () => {} },
  });

  /** @param {string} word */
  const stemmed = (word) => {
    const stem = loaded.lunr?.sv.stemmer(word) ?? word;
    const shorter = stem
      .replace(ENDING, '')
      .replace(/(?<=.{3})([mn])\1$/, '$1')
      .replace(/(?<=[^aeiouyåäö])el$/, 'l'); // Enklare is enkel, and nycklar nyckel.
    return shorter.length < SHORTEST ? stem : shorter;
  };

  /** @type {Map<string, string>} */
  const roots = new Map();

  /** The same for all forms of a word. @param {string} word */
  const root = (word) => {
    const known = roots.get(word);
    if (known !== undefined) return known;
    const found = /^\d/.test(word) ? word : stemmed(word);
    roots.set(word, found);
    return found;
  };

  // 114 14 and 11414 are one number, and each group of it can be asked for as well.
  const GROUPS = /(?<![\p{L}\d])\d+(?:[ \u00a0\u202f-]\d+)+(?![\p{L}\d])/gu;

  /**
   * Words of letters and digits, as they are written. Composed first, or a separate accent would split its word; soft
   * hyphens are inside words.
   * @param {string} text
   */
  const words = (text) =>
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/\u00ad/g, '')
      .replace(/e-post/g, 'mejl')
      .replace(/\bi (natt|kväll)\b/g, 'i$1')
      .replace(GROUPS, (number) => `${number.replace(/\D/g, '')} ${number}`)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((word) => SPOKEN.get(word) ?? word);

  // Andersson; and one letter.
  const NAMED = /.sson$|^\p{L}$/u;

  /** Ändra is not andra, unless it is written without its dots. @param {string} word */
  const small = (word) => SMALL.has(word) || (fold(word) === word && FOLDED.has(word)) || NAMED.test(word);

  /** @param {string} word */
  const faint = (word) => FAINT.has(word);

  rutin.swedish = { words, fold, root, small, faint };
})();
