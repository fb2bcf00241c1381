// @ts-check
/** What stands in the page: found, and written in. */
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

  /** Text that is the same is not said again. @param {HTMLElement} element @param {string} text */
  const write = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  rutin.place = { part, write };
})();
