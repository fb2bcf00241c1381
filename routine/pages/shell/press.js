// @ts-check
/** How a link was pressed. Of 2015, as leave is. */
(() => {
  'use strict';

  /**
   * Whether it is to be opened somewhere else, or saved: the browser's to do, and nothing happens on this page.
   * @param {MouseEvent} event
   */
  const elsewhere = (event) =>
    Boolean(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  window.rutin.press = { elsewhere };
})();
