// @ts-check
/** What the search says. */
const SEARCH_WORDS = {
  label: 'Sök i rutinen',
  searching: 'Söker …',

  /** @param {number} hits @param {number} shown The most that are shown. */
  found: (hits, shown) => {
    if (!hits) return 'Inga träffar. Prova ett kortare ord, eller se A till Ö.';
    if (hits === 1) return '1 träff';
    return hits > shown ? `${hits} träffar, de ${shown} bästa visas` : `${hits} träffar`;
  },
};

window.rutin.words.search = SEARCH_WORDS;
