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
    const { key, item, fold, form } = node.dataset;
    return `${node.localName} ${key ?? item ?? fold ?? form ?? node.className}`;
  };

  /** @param {Element} old @param {Element} wanted */
  const attributes = (old, wanted) => {
    for (const each of [...old.attributes]) if (!wanted.hasAttribute(each.name)) old.removeAttribute(each.name);
    for (const { name, value } of wanted.attributes)
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    // A box has forgotten its attribute once it has been pressed.
    if (old instanceof HTMLInputElement && old.type === 'checkbox') old.checked = wanted.hasAttribute('checked');
  };

  /** @param {ChildNode} old @param {ChildNode} wanted */
  const change = (old, wanted) => {
    if (old instanceof Element && wanted instanceof Element) {
      attributes(old, wanted);
      adopt(old, wanted);
      into(old, [...wanted.childNodes]);
    } else if (old.nodeValue !== wanted.nodeValue) {
      old.nodeValue = wanted.nodeValue;
    }
  };

  /** @param {Element} place @param {ChildNode[]} wanted */
  const into = (place, wanted) => {
    const there = [...place.childNodes];
    const kept = wanted.map((each) => {
      const at = there.findIndex((old) => name(old) === name(each));
      if (at < 0) return each;
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
