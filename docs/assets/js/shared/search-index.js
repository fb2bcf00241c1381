// @ts-check
/**
 * What the search finds, and how. The library and the index are scripts, loaded when they are first asked for: a
 * classic script without fetch also works from file://.
 */
(() => {
  'use strict';

  /** @typedef {{ search: (query: string, options: object) => { id: number }[] }} Engine */
  /** @typedef {Engine & { addAll: (documents: object[]) => void }} MiniSearch */
  /** @typedef {Window & { MiniSearch?: new (options: object) => MiniSearch, rutinSearchIndex?: unknown }} Loaded */

  const { rutin } = window;
  const loaded = /** @type {Loaded} */ (/** @type {unknown} */ (window));

  /**
   * Words of letters and digits. Composed first, or a separate accent would split its word; soft hyphens are inside
   * words.
   * @param {string} text
   */
  const tokenize = (text) =>
    text
      .normalize('NFC')
      .replace(/\u00ad/g, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);

  /** Polisanmäl → polisanmal. @param {string} term */
  const fold = (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

  /** One typo in four letters, two from eight; figures are never guessed. @param {string} term */
  const fuzzy = (term) => (/^\p{L}{4,}$/u.test(term) ? 0.2 : false);

  /** Only a place within the site can be a hit: no scheme, no other host. @param {any} entry @returns {entry is Hit} */
  const usable = (entry) =>
    Boolean(entry) &&
    ['title', 'text', 'kind', 'href'].every((key) => typeof entry[key] === 'string') &&
    !/^\s*([a-z][a-z\d+.-]*:|[/\\])/i.test(entry.href);

  /** @param {string} source @returns {Promise<void>} */
  const loadScript = (source) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`Could not load ${source}`));
      };
      script.src = source;
      document.head.append(script);
    });

  /** @param {Hit[]} entries @returns {Search} */
  const over = (entries) => {
    if (!loaded.MiniSearch || !entries.length) throw new Error('The library is missing, or the index is empty');
    const engine = new loaded.MiniSearch({
      fields: ['title', 'text'],
      tokenize,
      processTerm: fold,
      searchOptions: { prefix: true, fuzzy, boost: { title: 3 } },
    });
    engine.addAll(entries.map(({ title, text }, id) => ({ id, title, text })));
    return (query) => {
      let hits = engine.search(query, { combineWith: 'AND' });
      if (!hits.length) hits = engine.search(query, { combineWith: 'OR' });
      return hits.map((hit) => entries[hit.id]);
    };
  };

  /** @param {string} library @param {string} index @returns {Promise<Search>} */
  const load = async (library, index) => {
    if (!loaded.MiniSearch) await loadScript(library);
    if (!loaded.rutinSearchIndex) await loadScript(index);
    if (!Array.isArray(loaded.rutinSearchIndex)) throw new Error('The index is missing');
    return over(loaded.rutinSearchIndex.filter(usable));
  };

  /** One load for the page, however many elements. @type {Promise<Search> | undefined} */
  let loading;

  /** @param {string} library @param {string} index The scripts' addresses. @returns {Promise<Search>} */
  const ready = (library, index) => (loading ??= load(library, index));

  rutin.searchIndex = { ready };
})();
