// @ts-check
/**
 * The ground of our own elements: one that fails gives the page back as it stands without scripts, and stops no other.
 */
(() => {
  'use strict';

  const { rutin } = window;

  class Guarded extends HTMLElement {
    /** What is done when the page is shown, and each time the reader does something. @param {() => void} work */
    guarded(work) {
      try {
        work();
      } catch (error) {
        this.fail(error);
      }
    }

    /** @param {unknown} error */
    fail(error) {
      console.warn(`${this.localName}:`, error);
      this.giveBack();
    }

    /** Each element's own. */
    giveBack() {}
  }

  rutin.Guarded = Guarded;
})();
