// @ts-check
/**
 * What lay in the store and could not be read: moved out of the way, with a last day of its own, and removed after it.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { aside } = rutin.savedForm;
  const { get, put, drop } = rutin.storage;

  /** What lies aside, without what is past its last day. @param {string} today */
  const items = (today) => aside(get('aside') ?? '', today);

  /** Removes what is past its last day. @param {string} today */
  const tidy = (today) => {
    const left = items(today);
    const text = left.length ? JSON.stringify(left) : null;
    const there = get('aside') ?? null;
    if (text && text !== there) put('aside', text);
    else if (!text && there !== null) drop('aside');
  };

  /**
   * Moves the case's text there; whether it went. If there is no room for it, it stays where it was.
   * @param {Aside} item @param {string} today
   */
  const move = (item, today) => {
    const all = [...items(today), item];
    if (!drop('case')) return false;
    if (put('aside', JSON.stringify(all))) return true;
    put('case', item.text);
    return false;
  };

  rutin.setAside = { tidy, move };
})();
