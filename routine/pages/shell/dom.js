// @ts-check
/** How an element is made. */
(() => {
  'use strict';

  const { rutin } = window;

  /**
   * An element with attributes and children. `null` and `false` leave an attribute or a child out; text is always text.
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name @param {Attributes} [attributes] @param {Child[]} children
   */
  const el = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : String(value));
    }
    const there = children.filter((child) => child !== null && child !== false && child !== undefined);
    element.append(.../** @type {(Node | string)[]} */ (there));
    return element;
  };

  rutin.dom = { el };
})();
