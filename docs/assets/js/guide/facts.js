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
   * is copied only then.
   * @param {Element} element @param {string} key @returns {HTMLElement}
   */
  const copy = (element, key) => {
    if (element.matches('details')) return folded(element, `fakta:${key}`);
    const made = /** @type {HTMLElement} */ (element.cloneNode(true));
    for (const each of made.querySelectorAll('[id]')) each.removeAttribute('id');
    for (const link of made.querySelectorAll(`a:not(${CALLS})`)) link.replaceWith(...link.childNodes);
    made.querySelectorAll('details').forEach((fold, at) => fold.replaceWith(folded(fold, `fakta:${key}:${at}`)));
    for (const place of made.querySelectorAll('[data-help]'))
      place.replaceWith(...help(place.getAttribute('data-help') ?? ''));
    return made;
  };

  /** @param {Element} fold @param {string} key */
  const folded = (fold, key) => {
    const made = /** @type {HTMLElement} */ (fold.cloneNode(false));
    const [summary, ...rest] = fold.children;
    made.removeAttribute('id');
    made.dataset.fold = key;
    made.append(summary.cloneNode(true));
    return later(made, () => rest.map((each) => copy(each, key)));
  };

  /**
   * Guidance, as it stands last in the list. @param {string} ids @returns {HTMLElement[]}
   */
  const help = (ids) =>
    ids
      .split(' ')
      .map((id) => document.getElementById(`vag_${id}`))
      .flatMap((item) => (item ? [copy(item, `vag:${item.id}`)] : []));

  /** @param {Step} step @param {string} kinds A selector. */
  const copies = (step, kinds) =>
    [...step.element.children]
      .filter((child) => child.matches(kinds))
      .map((child, at) => copy(child, `${step.id}:${at}`));

  /** Every fact of a step. @param {Step} step */
  const all = (step) => copies(step, '[data-fact]');

  /** The words to say, or those of a role that takes part. @param {Step} step @param {string} [role] */
  const say = (step, role) => copies(step, role ? `[data-say-of="${role}"]` : '[data-fact="say"]');

  // What explains is folded, but for how somebody else may do it; the rest is seen beside the words to say.
  const FOLDED = ['conditions', 'basis', 'detail', 'group', 'open', 'term'].map((kind) => `[data-fact="${kind}"]`);

  /** A limit must be seen. @param {Step} step */
  const explaining = ({ within }) => `:is(${FOLDED.slice(within ? 1 : 0)}):not([data-fact="proxy"] + *)`;

  /** What must be seen with the words to say. @param {Step} step */
  const main = (step) => copies(step, `[data-fact]:not([data-fact="say"], ${explaining(step)})`);

  /** What explains a step. @param {Step} step */
  const more = (step) => copies(step, explaining(step));

  /** Whether something does. @param {Step} step */
  const explained = (step) => step.element.querySelector(`:scope > ${explaining(step)}`) !== null;

  /** How those whom it is with are reached. @param {Step} step */
  const reach = (step) => copies(step, '[data-fact="reach"]');

  /** What must be said or done by it. @param {Step} step */
  const required = (step) => copies(step, '[data-fact="requirement"]');

  /** What helps while a question is open. @param {Step} step */
  const meanwhile = (step) => copies(step, '[data-fact="meanwhile"]');

  /** When it applies, and what it waits for. @param {Step} step */
  const holding = (step) => copies(step, '[data-fact="conditions"]');

  /** The same without its limit. @param {Step} step */
  const held = (step) =>
    [...step.element.querySelectorAll('[data-fact="conditions"] > .rg-if')].map((line) => copy(line, step.id));

  /** What is done in the same contact. @param {Step} step */
  const together = (step) => copies(step, '[data-fact="group"]');

  /** What guides whoever does it. @param {Step} step */
  const guidance = (step) => copies(step, '[data-fact="guidance"]');

  /** The open questions that stand with it. @param {Step} step */
  const leftOpen = (step) => copies(step, '.rg-open');

  rutin.facts = {
    copy,
    all,
    say,
    main,
    more,
    explained,
    reach,
    required,
    meanwhile,
    holding,
    held,
    together,
    guidance,
    leftOpen,
  };
})();
