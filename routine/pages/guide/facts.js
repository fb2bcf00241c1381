// @ts-check
/**
 * The facts of a step, copied from the complete list: conditions, details, words to say, what helps while a question is
 * open. Each stands in an element of its own with `data-fact`, so a new kind of fact comes along by itself.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { later } = rutin.pieces;

  /**
   * Of a fact's links only those that call a number are kept: every other leads away from what the reader has answered.
   */
  const CALLS = 'a[href^="tel:"]';

  /**
   * What stands in the page, once more. What folds out in it has a key, so that it stays as the reader leaves it, and
   * is copied only then. It is in words to the reader, who answers what her own step hangs on, unless it is `theirs`.
   * @param {Element} element @param {string} key @param {boolean} [theirs] @returns {HTMLElement}
   */
  const copy = (element, key, theirs) => {
    if (element.matches('details')) return folded(element, `fakta:${key}`);
    const made = /** @type {HTMLElement} */ (element.cloneNode(true));
    for (const each of made.querySelectorAll('[id]')) each.removeAttribute('id');
    for (const link of made.querySelectorAll(`a:not(${CALLS})`)) link.replaceWith(...link.childNodes);
    made.querySelectorAll('details').forEach((fold, at) => fold.replaceWith(folded(fold, `fakta:${key}:${at}`)));
    if (!theirs)
      for (const place of made.querySelectorAll('[data-own]')) place.replaceWith(place.getAttribute('data-own') ?? '');
    for (const place of made.querySelectorAll('[data-help]')) place.replaceWith(...help(helping(place)));
    return made;
  };

  /** @param {Element} fold @param {string} key */
  const folded = (fold, key) => {
    const made = /** @type {HTMLElement} */ (fold.cloneNode(false));
    const [summary, ...rest] = fold.children;
    made.removeAttribute('id');
    made.dataset.fold = key;
    made.append(summary.cloneNode(true));
    // What only leads to the page on the question leads nowhere here.
    return later(made, () => rest.filter((each) => !each.matches('.rg-open')).map((each) => copy(each, key)));
  };

  /** The ids of it. @param {Element} place */
  const helping = (place) => (place.getAttribute('data-help') ?? '').split(' ');

  /**
   * Guidance, as it stands last in the list. @param {string[]} ids @returns {HTMLElement[]}
   */
  const help = (ids) =>
    ids
      .map((id) => document.getElementById(`vag_${id}`))
      .flatMap((item) => (item ? [copy(item, `vag:${item.id}`)] : []));

  /** @param {Step} step @param {string} kinds A selector. @param {boolean} [theirs] */
  const copies = (step, kinds, theirs) =>
    [...step.element.children]
      .filter((child) => child.matches(kinds))
      .map((child, at) => copy(child, `${step.id}:${at}`, theirs));

  /** Every fact of a step. @param {Step} step */
  const all = (step) => copies(step, '[data-fact]');

  /** The words to say, or those of a role that takes part. @param {Step} step @param {string} [role] */
  const say = (step, role) => copies(step, role ? `[data-say-of="${role}"]` : '[data-fact="say"]');

  // What explains is folded; the rest is seen beside the words to say, as on the role's page and on paper.
  const FOLDED = ['conditions', 'basis', 'group', 'open', 'term'].map((kind) => `[data-fact="${kind}"]`);

  // What is open when she whose step it is has not been reached: to her it is not.
  const OTHERS = '[data-to-others]';

  /** A limit must be seen. @param {Step} step */
  const explaining = ({ within }) => `:is(${FOLDED.slice(within ? 1 : 0)}):not(${OTHERS})`;

  /** What must be seen with the words to say. @param {Step} step */
  const main = (step) => copies(step, `[data-fact]:not([data-fact="say"], ${OTHERS}, ${explaining(step)})`);

  /** What explains a step. @param {Step} step */
  const more = (step) => copies(step, explaining(step));

  /** Whether something does. @param {Step} step */
  const explained = (step) => step.element.querySelector(`:scope > ${explaining(step)}`);

  /**
   * Those of one kind: `conditions` are when it applies, what it waits for, and its limit; `reach` how those whom it is
   * with are reached, `requirement` what must be said or done by it, `meanwhile` what helps while a question is open,
   * `group` what is done in the same contact, `guidance` what guides whoever does it.
   * @param {Step} step @param {string} kind @param {boolean} [theirs]
   */
  const of = (step, kind, theirs) => copies(step, `[data-fact="${kind}"]`, theirs);

  /** When it applies and what it waits for, whoever reads it: without its limit. @param {Step} step */
  const held = (step) => of(step, 'conditions', true).flatMap((fact) => [...fact.querySelectorAll('.rg-if')]);

  /** The open questions that stand with it. @param {Step} step */
  const leftOpen = (step) => copies(step, '.rg-open');

  rutin.facts = { copy, help, helping, all, say, main, more, explained, of, held, leftOpen };
})();
