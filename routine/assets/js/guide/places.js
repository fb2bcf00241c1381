// @ts-check
/**
 * Where a site's case lies on the device. A browser gives all sites of a host one store, and all sites in files, so
 * both places are named by the site's address as well.
 */
(() => {
  'use strict';

  const { rutin } = window;

  /** @param {string} site Its address. */
  const of = (site) => ({ case: `rutinguiden ${site}`, aside: `rutinguiden-avsatt ${site}` });

  rutin.places = { of };
})();
