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

  /** @param {boolean} near Whether something lies nearest. @param {boolean} begins Whether something begins it all. */
  nothing: (near, begins) => {
    const shown = [near && 'det som ligger närmast', begins && 'hur rutinen börjar', 'vem du kan fråga'].filter(
      Boolean
    );
    return `Inga träffar på precis det. Här är ${shown.join(', ').replace(', vem', ' och vem')}.`;
  },
};

window.rutin.words.search = SEARCH_WORDS;
