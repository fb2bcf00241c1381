// @ts-check
/** What the search says. */
const SEARCH_WORDS = {
  label: 'Sök i rutinen',
  searching: 'Söker …',

  /** @param {number} hits @param {number} shown The most that are shown. */
  found: (hits, shown) => {
    if (hits === 1) return '1 träff';
    return hits > shown ? `${hits} träffar, de ${shown} bästa visas` : `${hits} träffar`;
  },

  /** @param {number} near How many hits there are all the same. */
  nothing: (near) =>
    near
      ? 'Inga träffar på precis det. Det här ligger närmast.'
      : 'Inga träffar. Prova ett annat ord, slå upp det i A till Ö eller fråga.',
};

window.rutin.words.search = SEARCH_WORDS;
