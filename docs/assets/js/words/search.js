// @ts-check
/** What the search says. */
const SEARCH_WORDS = {
  label: 'Sök i rutinen',
  searching: 'Söker …',

  /** What fewer readers ask for stands after what is worth as much. @type {Record<string, number>} */
  kinds: {
    Utskrifter: 0.7,
    Checklista: 0.8,
    Avsnitt: 0.8,
    Ord: 0.8,
    'Öppen fråga': 0.85,
  },

  /** @param {number} hits @param {number} shown The most that are shown. */
  found: (hits, shown) => {
    if (hits === 1) return '1 träff';
    return hits > shown ? `${hits} träffar, de ${shown} bästa visas` : `${hits} träffar`;
  },

  /** @param {number} near How many hits there are all the same. */
  nothing: (near) =>
    near
      ? 'Inga träffar på precis det. Det här ligger närmast.'
      : 'Inga träffar. Prova ett annat ord, slå upp det i A–Ö eller fråga den som svarar för innehållet.',
};

window.rutin.words.search = SEARCH_WORDS;
