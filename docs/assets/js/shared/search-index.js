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

  /**
   * What has nothing but a title, and stands at the place that it begins with, is a line among others.
   * @param {any} entry @returns {any[]}
   */
  const each = (entry) => {
    if (!Array.isArray(entry?.lines)) return [entry];
    const { kind, href } = entry;
    return entry.lines.map((/** @type {unknown} */ line) => {
      const title = String(line);
      return { title, text: '', kind, href: href + title.split(':')[0] };
    });
  };

  /** All that the index has. @returns {Hit[]} */
  const entries = () => {
    if (!Array.isArray(loaded.rutinSearchIndex)) throw new Error('The index is missing');
    return loaded.rutinSearchIndex.flatMap(each).filter(usable);
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
      return rutin.searchEngine.over(entries());
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };

  /** One load for the page, however many elements, until it fails. @type {Promise<Search> | undefined} */
  let loading;

  /** @param {string} library @param {string} index The scripts' addresses. @returns {Promise<Search>} */
  const ready = (library, index) => (loading ??= load(library, index));

  rutin.searchIndex = { ready, entries, answered: rutin.searchEngine.answered };
})();
