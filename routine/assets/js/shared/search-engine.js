// @ts-check
/**
 * What is found for a query, and in which order: each word of it is worth more the fewer entries have it, and an entry
 * the more of them it has.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { words, fold, root, small, faint } = rutin.swedish;
  const { terms, inPieces, MARK } = rutin.searchTerms;
  const { kinds } = rutin.words.search;

  /**
   * Itself: the word stands there. Meant: or one with a typo. Sure: and not a short one, that may as well be another.
   * @typedef {{ word: string, scores: Map<number, number>, itself: boolean, meant: boolean, sure: boolean }} Word
   */
  /** @typedef {{ score: number, meant: number }} Scored */

  // How near what is found is to what was written, where it is not the same word.
  const PART = 0.5; // Polisanmälan for anmälan, and the other way round.
  const BARE = 0.9; // Anmalan for anmälan.
  const BEGINS = 0.6; // Times how much of the word it is.
  const TYPO = 0.45;
  const TYPO_SHORT = 0.225;
  const SHORT = 5; // Letters.
  const FAINT = 0.3;
  const BESIDE = 0.5; // Of a part, where the word itself is found.
  const UNSURE = 0.6; // Of how rare a word is, where only others like it are found.
  const FULL = 3; // What a word is worth in the title: the entry is about it.
  const RARE = 1.5; // How much more one rare word tells than a common one.
  const WHOLE_PHRASE = 8; // For a phrase that stands in the query as it does in the entry.
  const SPREAD_PHRASE = 4; // And for one whose words stand there with others between them.
  const FIRST_OF_ALL = 99;
  const SHORT_TITLE = 0.5;
  // How much of what was written a hit must have, for it to be an answer and not only what lies nearest.
  const MEANT = 0.5;
  const FIRST = 3;
  const NEAREST = 2;
  const BEGUN_ALIKE = 4; // Letters.
  // What is written with a capital inside a sentence.
  const CALLED = /(?<=\S\s+)\p{Lu}\p{Ll}+/gu;

  // A number in full, which is that and no other: not each of its groups.
  const NUMBER = /(?<![\d-])0[\d\s-]{6,}\d/g;

  /** @param {string} a @param {string} b How many letters they begin with alike. */
  const alike = (a, b) => {
    let at = 0;
    while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
    return at;
  };

  /**
   * Whether a word becomes the other by one letter that is missing, too many, or in its neighbour's place.
   * @param {string} a @param {string} b
   */
  const slipped = (a, b) => {
    const at = alike(a, b);
    const [x, y] = [a.slice(at), b.slice(at)];
    if (x.slice(1) === y || x === y.slice(1)) return true;
    return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  };

  /** The same, or by one that is wrong. @param {string} a @param {string} b */
  const oneOff = (a, b) => {
    const after = alike(a, b) + 1;
    return slipped(a, b) || a.slice(after) === b.slice(after);
  };

  /** The same for two letters, each on its own, in words that begin alike. @param {string} a @param {string} b */
  const twoOff = (a, b) => {
    const at = alike(a, b);
    const [x, y] = [a.slice(at), b.slice(at)];
    return at > 0 && (oneOff(x.slice(1), y.slice(1)) || oneOff(x.slice(1), y) || oneOff(x, y.slice(1)));
  };

  /** @param {string} a @param {string} b */
  const near = (a, b) => {
    const apart = Math.abs(a.length - b.length);
    return (apart < 2 && oneOff(a, b)) || (apart < 3 && a.length > 7 && twoOff(a, b));
  };

  /** The entries that have a word, or one near it. @param {SearchTerms} index */
  const finder = ({ worth, parts }) => {
    const all = [...worth.keys()];

    /**
     * @param {string} word @param {boolean} last Whether it may be half written.
     * @param {boolean} [strict] Whether nothing is guessed. @returns {Word}
     */
    return (word, last, strict = false) => {
      /** @type {Map<number, number>} */
      const scores = new Map();
      /** @param {string} term @param {number} times */
      const add = (term, times) => {
        for (const [id, value] of worth.get(term) ?? []) scores.set(id, Math.max(scores.get(id) ?? 0, value * times));
      };
      const term = root(word);
      const bare = fold(term);
      if (small(word)) add(MARK.small + word, 1);
      else add(term, 1);
      add(MARK.part + term, PART);
      const itself = scores.size > 0;
      if (bare === term || !itself) add(MARK.bare + bare, BARE);
      let meant = scores.size > 0;
      let guessed = false;
      if (!meant && /^\p{L}{4,}$/u.test(term)) {
        const typo = term.length > 5 ? TYPO : TYPO_SHORT;
        const others = all.filter((each) => near(term, each) || near(MARK.bare + bare, each));
        // A short one with another letter in it, or before it, is most often another word.
        const slips = others.map((each) => each.replace(MARK.bare, '')).filter((each) => slipped(term, each));
        guessed = (word.length <= SHORT || term.length < SHORT) && !slips.some((each) => each[0] === term[0]);
        if (!guessed || !strict) others.forEach((each) => add(each, typo));
        meant = scores.size > 0;
      }
      const times = meant ? PART * BESIDE : PART;
      for (const part of parts(word)) {
        add(part, times);
        add(MARK.part + part, PART * times);
      }
      if (term.length > 3 || (last && term.length > 1)) {
        const begun = bare === term ? [term, MARK.bare + term] : [term];
        for (const each of all) {
          const start = begun.find((letters) => each.startsWith(letters));
          if (start) add(each, (BEGINS * start.length) / each.length);
        }
      }
      if (!scores.size && /^\D/.test(term)) {
        for (const each of all) if (alike(term, each) >= BEGUN_ALIKE) add(each, alike(term, each) / each.length / 2);
      }
      return { word, scores, itself, meant, sure: meant && !guessed };
    };
  };

  /** Whatever form its words have, between spaces. @param {string[]} phrase */
  const line = (phrase) => ` ${phrase.map((word) => (small(word) ? word : root(word))).join(' ')} `;

  /** @param {string[]} phrase */
  const telling = (phrase) => [...new Set(phrase.filter((word) => !small(word)))];

  /** The phrases that an entry is asked for by. @param {Hit} entry */
  const phrases = ({ also = '' }) =>
    also
      .split(',')
      .map(words)
      .filter((phrase) => phrase.length > 1)
      .map((phrase) => ({ whole: line(phrase), spread: telling(phrase).map(root) }));

  /** What a phrase of an entry is worth, by how it stands in the query. @param {string[]} all Its words. */
  const saying = (all) => {
    const said = line(all);
    const roots = new Set(all.map(root));
    /** @param {ReturnType<typeof phrases>} own */
    return (own) => {
      if (own.some(({ whole }) => said.includes(whole))) return WHOLE_PHRASE;
      const spread = own.some((phrase) => phrase.spread.length > 1 && phrase.spread.every((term) => roots.has(term)));
      return spread ? SPREAD_PHRASE : 0;
    };
  };

  /** No place twice: the first hit there. @param {Found[]} hits */
  const once = (hits) => hits.filter(({ href }, at) => hits.findIndex((each) => each.href === href) === at);

  /** Whether there is an answer among the first hits. @param {Found[]} hits */
  const answered = (hits) => hits.slice(0, FIRST).some(({ meant }) => meant >= MEANT);

  /**
   * How many entries are about a word: one that only mentions it is less than one.
   * @param {Map<number, number>} scores
   */
  const about = (scores) => [...scores.values()].reduce((sum, value) => sum + Math.min(1, value / FULL), 0);

  /**
   * @param {number} all @param {Word[]} found @param {boolean[]} vague Which of them say little.
   * @returns {Map<number, Scored>}
   */
  const weighed = (all, found, vague) => {
    const rare = found.map(({ scores, meant }, at) => {
      const sure = (vague[at] ? FAINT : 1) * (meant ? 1 : UNSURE);
      return sure * Math.log(1 + all / (1 + about(scores))) ** RARE;
    });
    const whole = rare.reduce((sum, one) => sum + one, 0);
    const known = rare.reduce((sum, one, at) => sum + (found[at].scores.size ? one : 0), 0);
    /** @type {Map<number, Scored & { covered: number }>} */
    const result = new Map();
    found.forEach(({ scores, meant }, at) => {
      for (const [id, value] of scores) {
        const each = result.get(id) ?? { score: 0, covered: 0, meant: 0 };
        each.score += value * rare[at];
        each.covered += (Math.min(1, value) * rare[at]) / known;
        each.meant += meant ? rare[at] / whole : 0;
        result.set(id, each);
      }
    });
    for (const each of result.values()) each.score *= Math.cbrt(each.covered);
    return result;
  };

  /** @param {Hit[]} entries @param {string} theme What all of them are about. @returns {Promise<Search>} */
  const over = async (entries, theme) => {
    if (!entries.length) throw new Error('The index is empty');
    const index = await terms(entries);
    const find = finder(index);
    const subject = new Set(
      telling(words(theme))
        .map(root)
        .flatMap((term) => [term, fold(term)])
    );
    /** Also without its dots. @param {string} word */
    const told = (word) => subject.has(root(word));
    const asked = await inPieces(entries, phrases);
    const named = entries.map(({ title }) => line(words(title)));
    const acute = entries.find(({ when }) => when === 'acute');
    const last = entries.filter(({ when }) => when === 'opens' || when === 'nothing');
    const shape = entries.map(
      ({ kind }, id) => (kinds[kind.replace(/ ≈.*/, '')] ?? 1) * (1 + SHORT_TITLE / (1 + index.title(id)))
    );

    /** What is asked for: a name is not, unless it stands here. @param {string} query @param {string[]} all */
    const sought = (query, all) => {
      const own = telling(all);
      /** @param {boolean} strict */
      const each = (strict) =>
        (own.length ? own : all).map((word, at, { length }) => find(word, at === length - 1, strict));
      const guesses = each(false);
      // Where nothing else is known nothing is guessed: vabba is no tabba.
      const found = guesses.some(({ sure }) => sure) ? guesses : each(true);
      const names = words((query.match(CALLED) ?? []).join(' '));
      const known = found.filter(({ word, itself }) => itself || !names.includes(word));
      return known.length ? known : found;
    };

    /** @param {string} query @returns {Found[]} */
    const ordered = (query) => {
      const all = words(query.replace(NUMBER, (number) => number.replace(/\D/g, '')));
      const found = sought(query, all);
      // What all is about says little, but where nothing else is known it is what she means.
      const other = found.some(({ word, itself }) => itself && !faint(word) && !told(word));
      const vague = found.map(({ word }) => faint(word) || (other && told(word)));
      // Who says no more than that has the step that opens the case.
      const alone = found.every(({ word }) => told(word) || faint(word)) && all.some(told);
      const scores = weighed(entries.length, found, vague);
      const said = saying(all);
      asked.forEach((phrase, id) => {
        const worth = alone && entries[id].when === 'opens' ? FIRST_OF_ALL : said(phrase);
        if (worth) scores.set(id, { score: (scores.get(id)?.score ?? 0) + worth, meant: 1 });
      });
      const name = line(all);
      return [...scores]
        .map(([id, { score, meant }]) => {
          const whole = named[id] === name ? WHOLE_PHRASE : 0;
          return { ...entries[id], meant, score: (score + whole) * shape[id] };
        })
        .sort((a, b) => b.score - a.score);
    };

    return (query) => {
      const hits = ordered(query);
      const led = last.map((each) => ({ ...each, score: 0, meant: 0 }));
      // The number ends no search: what was yesterday has its first step too.
      const after = hits.length ? hits : led;
      if (rutin.acute.acute(query) && acute) return once([{ ...acute, score: Infinity, meant: 1 }, ...after]);
      const best = once(hits);
      if (answered(best)) return best;
      const near = once([...led, ...hits.filter(({ when }) => !when)]).slice(led.length, led.length + NEAREST);
      return [...near, ...led];
    };
  };

  rutin.searchEngine = { over, answered };
})();
