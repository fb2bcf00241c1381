// @ts-check
/**
 * The facts of a step, copied from the complete list: conditions, details, words to say, what helps while a question is
 * open. Each stands in an element of its own with `data-fact`, so a new kind of fact comes along by itself.
 */
(() => {
  'use strict';

  const { rutin } = window;

  /**
   * Of a fact's links only those that call a number are kept: every other leads away from what the reader has answered.
   */
  const CALLS = 'a[href^="tel:"]';

  /** @param {Step} step @param {string} kinds A selector. */
  const copies = (step, kinds) =>
    [...step.element.children]
      .filter((child) => child.matches(kinds))
      .map((child) => {
        const copy = /** @type {Element} */ (child.cloneNode(true));
        for (const link of copy.querySelectorAll(`a:not(${CALLS})`)) link.replaceWith(...link.childNodes);
        return copy;
      });

  /** Every fact of a step. @param {Step} step */
  const all = (step) => copies(step, '[data-fact]');

  /** What somebody who stands in must know, with words of her own. @param {Step} step @param {string} role */
  const toStandIn = (step, role) => copies(step, `[data-say-of="${CSS.escape(role)}"], [data-fact="requirement"]`);

  /** What helps while somebody else decides. @param {Step} step */
  const meanwhile = (step) => copies(step, '[data-fact="meanwhile"]');

  /** When it applies, and what it waits for. @param {Step} step */
  const holding = (step) => copies(step, '[data-fact="conditions"]');

  /** What is done in the same contact. @param {Step} step */
  const together = (step) => copies(step, '[data-fact="group"]');

  /** The open questions that stand with it. @param {Step} step */
  const leftOpen = (step) => copies(step, '.rg-open');

  rutin.facts = { all, toStandIn, meanwhile, holding, together, leftOpen };
})();
