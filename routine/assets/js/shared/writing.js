// @ts-check
/** What is written in the page. */
(() => {
  'use strict';

  const { rutin } = window;

  /** Text that is the same is not said again. @param {HTMLElement} element @param {string} text */
  const write = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  rutin.writing = { write };
})();
