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
    [entry.title, entry.text, entry.kind, ...Object.values(entry)].every((value) => typeof value === 'string') &&
    !/^\s*([a-z][a-z\d+.-]*:|[/\\])/i.test(entry.href);

  /** What the lists have at the same place is one. @param {Record<string, any[]>} columns */
  const rows = (columns) =>
    columns.href.map((_, at) => Object.fromEntries(Object.entries(columns).map(([key, all]) => [key, all[at]])));

  /** All that the index has, and what the whole site is about. @returns {{ entries: Hit[], about: string }} */
  const read = () => {
    const { about, ...columns } = /** @type {any} */ (loaded.rutinSearchIndex);
    return { entries: rows(columns).filter(usable), about };
  };

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
    try {
      await Promise.all([library, index].map(loadScript));
      const { entries, about } = read();
      return rutin.searchEngine.over(entries, about);
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };

  /** One load for the page, however many elements, until it fails. @type {Promise<Search> | undefined} */
  let loading;

  /** @param {string} library @param {string} index The scripts' addresses. @returns {Promise<Search>} */
  const ready = (library, index) => (loading ??= load(library, index));

  rutin.searchIndex = { ready, read, answered: rutin.searchEngine.answered };
})();
