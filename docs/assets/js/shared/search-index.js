// @ts-check
/**
 * Where the search has its words from. The stemmer and the index are scripts, loaded when they are first asked for: a
 * classic script without fetch also works from file://.
 */
(() => {
  'use strict';

  /** @typedef {Window & { rutinSearchIndex?: unknown }} Loaded */

  const { rutin } = window;
  const loaded = /** @type {Loaded} */ (/** @type {unknown} */ (window));

  /** Only a place within the site can be a hit: no scheme, no other host. @param {any} entry @returns {entry is Hit} */
  const usable = (entry) =>
    Boolean(entry) &&
    ['title', 'text', 'kind', 'href'].every((key) => typeof entry[key] === 'string') &&
    ['who', 'also', 'more', 'when'].every((key) => ['string', 'undefined'].includes(typeof entry[key])) &&
    !/^\s*([a-z][a-z\d+.-]*:|[/\\])/i.test(entry.href);

  /** @param {string} source @returns {Promise<void>} */
  const loadScript = (source) =>
    new Promise((resolve, reject) => {
      const script = rutin.script.load(source);
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`Could not load ${source}`));
      };
    });

  /** @param {string} library @param {string} index @returns {Promise<Search>} */
  const load = async (library, index) => {
    await Promise.all([library, index].map(loadScript));
    if (!Array.isArray(loaded.rutinSearchIndex)) throw new Error('The index is missing');
    return rutin.searchEngine.over(loaded.rutinSearchIndex.filter(usable));
  };

  /** One load for the page, however many elements. @type {Promise<Search> | undefined} */
  let loading;

  /** @param {string} library @param {string} index The scripts' addresses. @returns {Promise<Search>} */
  const ready = (library, index) => (loading ??= load(library, index));

  rutin.searchIndex = { ready, answered: rutin.searchEngine.answered };
})();
