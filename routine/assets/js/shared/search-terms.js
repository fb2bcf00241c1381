// @ts-check
/**
 * The words of all entries, each with what it is worth in the entries that have it: by where it stands there, and by
 * how near it is to the word that is asked for.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { words, fold, root, small } = rutin.swedish;

  // A word that an entry is called or asked for by says more than one that stands on its page; one of several in a
  // phrase says less than one alone.
  /** @type {Record<string, number>} */
  const WORTH = { title: 3, also: 3, phrase: 2, text: 1.4, more: 0.9, small: 1 };
  const ELSEWHERE = 0.15; // Of what it is worth there, for each other place with the same word.
  // Before a term: a part of a word, a word without its dots and rings, a small word of a title.
  const MARK = { part: '~', bare: '=', small: '^' };
  const SHORTEST_PART = 3;
  const PIECE_MS = 8;

  /** @param {string} term A root. */
  const both = (term) => (fold(term) === term ? [term] : [term, MARK.bare + fold(term)]);

  /** @param {string} text */
  const telling = (text) => words(text).filter((word) => !small(word));

  /** The words of an entry by where they stand. @param {Hit} entry @returns {Record<string, string[]>} */
  const places = ({ title, text, who = '', also = '', more = '' }) => {
    const phrases = also.split(',').map(telling);
    return {
      title: telling(title),
      also: phrases.filter((phrase) => phrase.length === 1).flat(),
      phrase: phrases.filter((phrase) => phrase.length > 1).flat(),
      text: telling(`${text} ${who}`),
      more: telling(more),
      small: words(`${title}, ${also}`).filter(small),
    };
  };

  /**
   * Takes a compound to pieces: those of its two parts that are words of the entries. Where both are, or the longest.
   * @param {Set<string>} known Roots, as `both` gives them.
   */
  const splitter = (known) => {
    // Most cuts are none: a root begins as its word does.
    const begun = new Set([...known].map((term) => fold(term.replace(MARK.bare, '')).slice(0, SHORTEST_PART)));
    /** @param {string} word */
    const have = (word) => {
      if (!begun.has(fold(word.slice(0, SHORTEST_PART))) || small(word)) return '';
      const term = root(word);
      return [term, MARK.bare + term].find((each) => known.has(each)) ?? '';
    };
    /** @param {string} word @param {number} at */
    const cut = (word, at) => {
      const [first, last] = [word.slice(0, at), word.slice(at)];
      const begins = have(first) || (first.endsWith('s') ? have(first.slice(0, -1)) : '');
      const ends = have(last);
      const length = (begins ? first.length : 0) + (ends ? last.length : 0);
      return { parts: [begins, ends].filter(Boolean), length: begins && ends ? length + word.length : length };
    };
    /** @type {Map<string, string[]>} */
    const done = new Map();
    /** @param {string} word */
    const split = (word) => {
      let best = { parts: /** @type {string[]} */ ([]), length: SHORTEST_PART };
      for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
        const here = cut(word, at);
        if (here.length > best.length) best = here;
      }
      return best.parts.filter((part) => part !== root(word));
    };
    /** @param {string} word */
    return (word) => {
      const parts = done.get(word) ?? (/\d/.test(word) ? [] : split(word));
      done.set(word, parts);
      return parts;
    };
  };

  /**
   * One after another, with room in between for what the reader does: on an old phone all of them take long enough to
   * hold up the keys.
   * @template T, R @param {T[]} all @param {(one: T, at: number) => R} make @returns {Promise<R[]>}
   */
  const inPieces = async (all, make) => {
    const made = [];
    let began = 0; // So that there is room before the first as well.
    for (const [at, one] of all.entries()) {
      if (performance.now() - began > PIECE_MS) {
        await new Promise((done) => setTimeout(done));
        began = performance.now();
      }
      made.push(make(one, at));
    }
    return made;
  };

  /** @param {Hit[]} entries @returns {Promise<SearchTerms>} */
  const terms = async (entries) => {
    const stands = await inPieces(entries, places);
    const rooted = await inPieces(stands, ({ small: _, ...rest }) =>
      Object.values(rest).flat().map(root).flatMap(both)
    );
    const known = new Set(rooted.flat());
    const parts = splitter(known);
    /** @type {Map<string, Map<number, number>>} */
    const worth = new Map();
    /** @param {string} term @param {number} id @param {number} value */
    const put = (term, id, value) => {
      const here = worth.get(term) ?? new Map();
      const before = here.get(id) ?? 0;
      here.set(id, Math.max(before, value) + ELSEWHERE * Math.min(before, value));
      worth.set(term, here);
    };
    /** @param {string} word @param {string} place */
    const named = (word, place) =>
      place === 'small' ? [MARK.small + word] : [...both(root(word)), ...parts(word).map((part) => MARK.part + part)];
    await inPieces(stands, (entry, id) => {
      for (const [place, all] of Object.entries(entry)) {
        for (const term of new Set(all.flatMap((word) => named(word, place)))) put(term, id, WORTH[place]);
      }
    });
    return { worth, parts, title: (id) => stands[id].title.length };
  };

  rutin.searchTerms = { terms, inPieces, MARK };
})();
