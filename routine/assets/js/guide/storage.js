// @ts-check
/**
 * The two places in localStorage that a site's guide may use: one for the case, one for what was set aside.
 *
 * Asking for the store throws where the browser blocks it, and so may every call to it. Nothing here does.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { attempt } = rutin.savedForm;

  let names = { case: '', aside: '' };

  /** From now on the places are those of this site. @param {string} site Its address. */
  const use = (site) => {
    names = rutin.places.of(site);
  };

  /** null when nothing lies there, undefined if it cannot be read. @param {StoragePlace} place */
  const get = (place) => attempt(() => window.localStorage.getItem(names[place]), undefined);

  /** Whether it could be written. @param {StoragePlace} place @param {string} text */
  const put = (place, text) =>
    attempt(() => {
      window.localStorage.setItem(names[place], text);
      return true;
    }, false);

  /** Whether it is gone. @param {StoragePlace} place */
  const drop = (place) =>
    attempt(() => {
      window.localStorage.removeItem(names[place]);
      return true;
    }, false) && !get(place);

  /** Calls when another tab may have written or erased this site's case. @param {() => void} listener */
  const onCase = (listener) =>
    window.addEventListener('storage', ({ key }) => {
      if (key === names.case || key === null) listener();
    });

  rutin.storage = { use, get, put, drop, onCase };
})();
