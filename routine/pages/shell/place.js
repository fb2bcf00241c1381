// @ts-check
/** What stands in the page, found. */
(() => {
  'use strict';

  const { rutin } = window;

  /**
   * What must stand in the page. Throws when it does not.
   * @template {HTMLElement} T @param {ParentNode} root @param {string} selector @param {new () => T} kind @returns {T}
   */
  const part = (root, selector, kind) => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`${selector} is missing`);
    return found;
  };

  rutin.place = { part };
})();
