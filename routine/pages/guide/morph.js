// @ts-check
/**
 * Puts what is wanted in the place of what is there by changing only what differs: what is pressed keeps its focus,
 * what is half written stays, and the browser has little to lay out anew.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { adopt } = rutin.pieces;

  /** By what it is known among its siblings. @param {Node} node */
  const name = (node) => {
    if (!(node instanceof HTMLElement)) return node.nodeName;
    const key = ['data-key', 'data-item', 'data-fold', 'data-form', 'class'].find((each) => node.hasAttribute(each));
    return `${node.localName} ${key && node.getAttribute(key)}`;
  };

  /**
   * What no attribute tells: what a fold is to hold, and that a box was pressed.
   * @param {Element} old @param {Element} wanted
   */
  const hidden = (old, wanted) => {
    if (old.localName === 'details') adopt(old, wanted);
    if (old.localName === 'input') /** @type {HTMLInputElement} */ (old).checked = wanted.hasAttribute('checked');
  };

  /** @param {Element} old @param {Element} wanted */
  const attributes = (old, wanted) => {
    for (const name of old.getAttributeNames()) if (!wanted.hasAttribute(name)) old.removeAttribute(name);
    for (const name of wanted.getAttributeNames()) {
      const value = wanted.getAttribute(name) ?? '';
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  };

  /** @param {ChildNode} old @param {ChildNode} wanted */
  const change = (old, wanted) => {
    if (!(old instanceof Element && wanted instanceof Element)) {
      if (old.nodeValue !== wanted.nodeValue) old.nodeValue = wanted.nodeValue;
    } else if (old.isEqualNode(wanted)) {
      // Most of a page is as it was, which the browser sees faster than a script.
      const there = old.querySelectorAll('details, input');
      wanted.querySelectorAll('details, input').forEach((each, at) => hidden(there[at], each));
      hidden(old, wanted);
    } else {
      attributes(old, wanted);
      hidden(old, wanted);
      into(old, [...wanted.childNodes]);
    }
  };

  /** @param {Element} place @param {ChildNode[]} wanted */
  const into = (place, wanted) => {
    const there = [...place.childNodes];
    const names = there.map(name);
    const kept = wanted.map((each) => {
      const at = names.indexOf(name(each));
      if (at < 0) return each;
      names.splice(at, 1);
      const [old] = there.splice(at, 1);
      change(old, each);
      return old;
    });
    for (const old of there) old.remove();
    kept.forEach((each, at) => {
      if (place.childNodes[at] !== each) place.insertBefore(each, place.childNodes[at] ?? null);
    });
  };

  rutin.morph = { into };
})();
