// @ts-check
/** Puts a text on the clipboard. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;

  /**
   * Without https (and so on a file share) there is no clipboard to ask for; the older way still works there.
   * @param {string} text @param {HTMLElement} place
   */
  const older = (text, place) => {
    const { activeElement } = document;
    const field = el('textarea', { class: 'rg-live' });
    field.value = text;
    place.append(field);
    try {
      field.select();
      return document.execCommand('copy');
    } catch {
      return false;
    } finally {
      field.remove();
      if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
    }
  };

  /** Whether it went. @param {string} text @param {HTMLElement} place Where a field may lie for a moment. */
  const copy = async (text, place) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return older(text, place);
    }
  };

  rutin.clipboard = { copy };
})();
