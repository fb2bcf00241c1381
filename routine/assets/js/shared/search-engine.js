// @ts-check
/**
 * What is found for a query, and in which order: each word of it is worth more the fewer entries have it, and an entry
 * the more of them it has.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { words, fold, root, small, faint } = rutin.swedish;
  const { kinds } = rutin.words.search;

  /** The entries that have a word, by how much; and whether they have it, or the same with a typo. */
  /** @typedef {{ word: string, scores: Map<number, number>, meant: boolean }} Word */

  // A word that an entry is called or asked for by says more than one that stands on its page; one of several in a
  // phrase says less than one alone.
  /** @type {Record<string, number>} */
  const WORTH = { title: 3, also: 3, phrase: 2, text: 1.4, more: 0.9 };
  const ELSEWHERE = 0.15; // Of what it is worth there, for each other place with the same word.
  // How near what is found is to what was written, where it is not the same word.
  const LIKE = 0.4; // Polisanmälan for anmälan, and the other way round; and a typo.
  const FAINT = 0.3; // Of what a word says that most are about.
  const PHRASE = 8; // What one that stands in the query as it does in the entry is worth.
  const FIRST_OF_ALL = 99;
  const MEANT = 0.5; // Of what was written: what a hit must have, to be an answer and not only what lies nearest.
  const FIRST = 3;
  const NEAREST = 2;
  const SHORTEST_PART = 3;
  const PIECE_MS = 8;

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
      text: telling(`${text} ${who}`),
      more: telling(more),
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
   * Takes a compound to pieces: its two parts, where both are words of the entries, or else the longest that is one.
   * @param {Set<string>} known Terms.
   */
  const splitter = (known) => {
    /** @param {string} part */
    const have = (part) => (!small(part) && known.has(term(part)) ? term(part) : '');
    /** @param {string} word @returns {string[]} */
    return (word) => {
      /** @type {string[]} */
      let best = [];
      let longest = SHORTEST_PART;
      for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART && !/\d/.test(word); at += 1) {
        const [first, last] = [word.slice(0, at), word.slice(at)];
        const begins = have(first) || (first.endsWith('s') ? have(first.slice(0, -1)) : '');
        const ends = have(last);
        const both = begins && ends ? word.length : 0;
        const length = both + (begins ? first.length : 0) + (ends ? last.length : 0);
        if (length > longest) [best, longest] = [[begins, ends].filter(Boolean), length];
      }
      return best.filter((part) => part !== term(word));
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

  /**
   * The words of all entries, each with what it is worth in those that have it; and the parts of compounds, apart.
   * @param {Hit[]} entries @returns {Promise<SearchWords>}
   */
  const indexed = async (entries) => {
    const stands = await inPieces(entries, places);
    const parts = splitter(new Set((await inPieces(stands, (all) => Object.values(all).flat().map(term))).flat()));
    /** @type {Map<string, Map<number, number>>[]} */
    const [worth, within] = [new Map(), new Map()];
    /** @param {Map<string, Map<number, number>>} all @param {string} word @param {number} id @param {number} value */
    const put = (all, word, id, value) => {
      const here = all.get(word) ?? new Map();
      const before = here.get(id) ?? 0;
      all.set(word, here.set(id, Math.max(before, value) + ELSEWHERE * Math.min(before, value)));
    };
    await inPieces(stands, (entry, id) => {
      for (const [place, all] of Object.entries(entry)) {
        for (const word of new Set(all.map(term))) put(worth, word, id, WORTH[place]);
        for (const part of new Set(all.flatMap(parts))) put(within, part, id, WORTH[place]);
      }
    });
    return { worth, within, parts };
  };

  /** The entries that have a word, or one near it. @param {SearchWords} index */
  const finder =
    ({ worth, within, parts }) =>
    /** @param {string} word @param {boolean} last Whether it may be half written. @returns {Word} */
    (word, last) => {
      /** @type {Map<number, number>} */
      const scores = new Map();
      /** @param {Map<number, number> | undefined} found @param {number} times */
      const add = (found, times) => {
        for (const [id, value] of found ?? []) scores.set(id, Math.max(scores.get(id) ?? 0, value * times));
      };
      const own = term(word);
      add(worth.get(own), 1);
      add(within.get(own), LIKE);
      if (!scores.size && /^\p{L}{4,}$/u.test(own)) {
        for (const [each, found] of worth) if (near(own, each)) add(found, LIKE);
      }
      const meant = scores.size > 0;
      const times = meant ? LIKE * LIKE : LIKE; // A part says less where the word itself is found.
      for (const part of parts(word)) {
        add(worth.get(part), times);
        add(within.get(part), LIKE * times);
      }
      if (own.length > 3 || (last && own.length > 1)) {
        for (const [each, found] of worth) if (each.startsWith(own)) add(found, own.length / each.length);
      }
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

  /** @param {Hit[]} entries @param {string} theme What all of them are about. @returns {Promise<Search>} */
  const over = async (entries, theme) => {
    if (!entries.length) throw new Error('The index is empty');
    const find = finder(await indexed(entries));
    const subject = new Set(telling(theme).map(term));
    const asked = await inPieces(entries, phrases);
    const acute = entries.find(({ when }) => when === 'acute');
    const last = entries.filter(({ when }) => when === 'opens' || when === 'nothing');
    // What a title of few words is about is that.
    const shape = entries.map(
      ({ kind, title }) => (kinds[kind.replace(/ ≈.*/, '')] ?? 1) * (1 + 0.5 / (1 + telling(title).length))
    );

    /** @param {string} query @returns {Found[]} */
    const ordered = (query) => {
      const own = telling(query);
      const found = (own.length ? own : words(query)).map((word, at, { length }) => find(word, at === length - 1));
      // What all is about says little, but where nothing else is known it is what she means.
      const told = found.map(({ word }) => subject.has(term(word)));
      const other = found.some(({ word, meant }, at) => meant && !faint(word) && !told[at]);
      const tells = found.map(
        ({ word, scores }, at) => (faint(word) || (other && told[at]) ? FAINT : 1) * rare(entries.length, scores)
      );
      const whole = tells.reduce((sum, one) => sum + one, 0);
      const result = entries.map((entry) => ({ ...entry, score: 0, meant: 0 }));
      found.forEach(({ scores, meant }, at) => {
        for (const [id, value] of scores) {
          result[id].score += value * tells[at];
          result[id].meant += meant ? tells[at] / whole : 0;
        }
      });
      // Who says no more than that has the step that opens the case.
      const alone = found.every(({ word }, at) => told[at] || faint(word)) && told.some(Boolean);
      const said = line(query);
      asked.forEach((own, id) => {
        const opens = alone && entries[id].when === 'opens';
        if (!opens && !own.some((phrase) => said.includes(phrase))) return;
        result[id].score += opens || own[0] === said ? FIRST_OF_ALL : PHRASE; // Its whole title, of whatever words.
        result[id].meant = 1;
      });
      result.forEach((each, id) => (each.score *= shape[id]));
      return result.filter(({ score }) => score).sort((a, b) => b.score - a.score);
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

  rutin.searchEngine = { over, answered, indexed };
})();
