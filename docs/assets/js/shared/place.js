// @ts-check
/** What stands in the page: found, written in, and put in the place of what was there. */
(() => {
  'use strict';

  const { rutin } = window;

  /**
   * Puts children in the place of those that are there. One that is the same stays, so that the page moves no more than
   * it must.
   * @param {Element} place @param {Child[]} children
   */
  const put = (place, children) => {
    const there = [...place.children];
    const wanted = /** @type {Element[]} */ (children.filter(Boolean)).map(
      (child) => there.find((old) => old.isEqualNode(child)) ?? child,
    );
    for (const old of there) if (!wanted.includes(old)) old.remove();
    wanted.forEach((child, at) => {
      if (place.children[at] !== child) place.insertBefore(child, place.children[at] ?? null);
    });
  };

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

  rutin.place = { put, part, write };
})();
