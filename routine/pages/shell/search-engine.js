// @ts-check
/**
 * What is found for a query, and in which order: each word of it is worth more the fewer entries have it, and an entry
 * the more of them it has.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { words, fold, root, small, faint } = rutin.swedish;

  /** The entries that have a word, by how much; and whether they have it, or the same with a typo. */
  /** @typedef {{ word: string, scores: Map<number, number>, meant: boolean }} Word */

  // A word that an entry is called or asked for by says more than one that stands on its page; one of several in a
  // phrase says less than one alone.
  /** @type {Record<string, number>} */
  const WORTH = { title: 3, also: 3, phrase: 2, text: 1 };
  const ELSEWHERE = 0.1; // Of what it is worth there, for each other place with the same word.
  const LIKE = 0.4; // Of what is found, where it is not the same word: polisanmälan for anmälan, and a typo.
  const FAINT = 0.3; // Of what a word says that most are about.
  const PHRASE = 8; // What one that stands in the query as it does in the entry is worth.
  const MEANT = 0.5; // Of what was written: what a hit must have, to be an answer and not only what lies nearest.
  const FIRST = 3;
  const NEAREST = 2;
  const LONG = 4; // Letters of a word that is sought in others too.
  const SHORTEST_PART = 3;

  /** @param {string} word */
  const term = (word) => fold(root(word));

  /** @param {string} text */
  const telling = (text) => words(text).filter((word) => !small(word));

  /** The words of an entry by where they stand. @param {Hit} entry @returns {Record<string, string[]>} */
  const places = ({ title, text, who = '', also = '', more = '' }) => {
    const phrases = also.split(',').map(telling);
    return {
      title: telling(title),
      also: phrases.filter((phrase) => phrase.length === 1).flat(),
      phrase: phrases.filter((phrase) => phrase.length > 1).flat(),
      text: telling(`${text} ${who} ${more}`),
    };
  };

  /** Whatever form its words have, between spaces. @param {string} phrase */
  const line = (phrase) => ` ${words(phrase).map(term).join(' ')} `;

  /** The phrases that an entry is called or asked for by. @param {Hit} entry */
  const phrases = ({ title, also = '' }) =>
    [title, ...also.split(',')].map(line).filter((phrase) => phrase.trim().includes(' '));

  /**
   * Whether a word becomes the other by one letter that is another, missing, too many, or in its neighbour's place.
   * @param {string} a @param {string} b
   */
  const near = (a, b) => {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    const [x, y] = [a.slice(at), b.slice(at)];
    if (x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1)) return true;
    return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  };

  /**
   * The words of all entries, each with what it is worth in those that have it.
   * @param {Hit[]} entries @returns {SearchWords}
   */
  const indexed = (entries) => {
    /** @type {SearchWords} */
    const worth = new Map();
    entries.forEach((entry, id) => {
      for (const [place, all] of Object.entries(places(entry)))
        for (const word of all.map(term)) {
          const here = worth.get(word) ?? new Map();
          const both = [here.get(id) ?? 0, WORTH[place]];
          worth.set(word, here.set(id, Math.max(...both) + ELSEWHERE * Math.min(...both)));
        }
    });
    return worth;
  };

  /**
   * The parts of a compound: both, where each is a word of the entries, or else the longest that is one.
   * @param {SearchWords} worth @param {string} word
   */
  const parts = (worth, word) => {
    /** @param {string} part */
    const have = (part) => (!small(part) && worth.has(term(part)) ? term(part) : '');
    /** @type {string[]} */
    let best = [];
    let longest = SHORTEST_PART;
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART && !/\d/.test(word); at += 1) {
      const [first, last] = [word.slice(0, at), word.slice(at)];
      const [begins, ends] = [have(first) || have(first.replace(/s$/, '')), have(last)];
      const length = (begins && ends ? word.length : 0) + (begins ? first.length : 0) + (ends ? last.length : 0);
      if (length > longest) [best, longest] = [[begins, ends].filter(Boolean), length];
    }
    return best.filter((part) => part !== term(word));
  };

  /** The entries that have a word, or one near it. @param {SearchWords} worth */
  const finder =
    (worth) =>
    /** @param {string} word @param {boolean} last Whether it may be half written. @returns {Word} */
    (word, last) => {
      /** @type {Map<number, number>} */
      const scores = new Map();
      /** @param {Map<number, number> | undefined} found @param {number} times */
      const add = (found, times) => {
        for (const [id, value] of found ?? []) scores.set(id, Math.max(scores.get(id) ?? 0, value * times));
      };
      const own = term(word);
      /** @param {number} shortest @param {(term: string) => boolean} like */
      const addLike = (shortest, like) => {
        if (own.length < shortest) return;
        for (const [each, found] of worth) if (like(each)) add(found, LIKE);
      };
      add(worth.get(own), 1);
      addLike(last ? 2 : LONG, (each) => each.startsWith(own));
      addLike(LONG, (each) => each.endsWith(own));
      if (!scores.size && !/\d/.test(own)) addLike(LONG, (each) => near(own, each));
      const meant = scores.size > 0;
      if (!meant) for (const part of parts(worth, word)) add(worth.get(part), LIKE);
      return { word, scores, meant };
    };

  /** No place twice: the first hit there. @param {Found[]} hits */
  const once = (hits) => hits.filter(({ href }, at) => hits.findIndex((each) => each.href === href) === at);

  /** Whether there is an answer among the first hits. @param {Found[]} hits */
  const answered = (hits) => hits.slice(0, FIRST).some(({ meant }) => meant >= MEANT);

  /**
   * How much a word tells: one that is only mentioned stands in less than one entry.
   * @param {number} all @param {Map<number, number>} scores
   */
  const rare = (all, scores) => {
    const about = [...scores.values()].reduce((sum, value) => sum + Math.min(1, value / WORTH.title), 0);
    return Math.log(1 + all / (1 + about)) ** 2;
  };

  /** @param {Hit[]} entries @param {string} theme What all of them are about. @returns {Search} */
  const over = (entries, theme) => {
    if (!entries.length) throw new Error('The index is empty');
    const find = finder(indexed(entries));
    const subject = new Set(telling(theme).map(term));
    const asked = entries.map(phrases);
    const acute = entries.find(({ when }) => when === 'acute');
    const last = entries.filter(({ when }) => when === 'opens' || when === 'nothing');

    /** @param {string} query @returns {Found[]} */
    const ordered = (query) => {
      const found = telling(query).map((word, at, { length }) => find(word, at === length - 1));
      const told = found.map(({ word }) => subject.has(term(word)));
      const vague = found.map(({ word }, at) => faint(word) || told[at]);
      const tells = found.map(({ scores }, at) => (vague[at] ? FAINT : 1) * rare(entries.length, scores));
      const whole = tells.reduce((sum, one) => sum + one, 0);
      const result = entries.map((entry) => ({ ...entry, score: 0, meant: 0 }));
      found.forEach(({ scores, meant }, at) => {
        for (const [id, value] of scores) {
          result[id].score += value * tells[at];
          result[id].meant += meant ? tells[at] / whole : 0;
        }
      });
      // Who says no more than that has the step that opens the case.
      const alone = vague.every(Boolean) && told.some(Boolean);
      const said = line(query);
      asked.forEach((own, id) => {
        const opens = alone && entries[id].when === 'opens';
        if (!opens && !own.some((phrase) => said.includes(phrase))) return;
        result[id].score += opens ? 2 * PHRASE : PHRASE;
        result[id].meant = 1;
      });
      return result.filter(({ score }) => score).sort((a, b) => b.score - a.score || a.title.length - b.title.length);
    };

    return (query) => {
      const hits = ordered(query);
      const led = last.map((each) => ({ ...each, score: 0, meant: 0 }));
      // The number ends no search: what was yesterday has its first step too.
      if (rutin.acute.acute(query) && acute) return once([{ ...acute, score: Infinity, meant: 1 }, ...hits, ...led]);
      const best = once(hits);
      if (answered(best)) return best;
      const near = once([...led, ...hits.filter(({ when }) => !when)]).slice(led.length, led.length + NEAREST);
      return [...near, ...led];
    };
  };

  rutin.searchEngine = { over, answered };
})();
