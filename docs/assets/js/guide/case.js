// @ts-check
/**
 * Where a case stands. Reads the steps from the complete list that stands in the page and follows the same rule as
 * routine/domain/case.py: an edge is pending while its source is not over; open when the source is done and gave this
 * answer; else shut.
 *
 * No texts and no logic of the routine are kept here: `data-before` of each step holds its edges, compiled when the
 * site was built.
 */
(() => {
  'use strict';

  const { rutin } = window;

  /** @param {string | undefined} text */
  const split = (text) => (text ?? '').split(' ').filter(Boolean);

  /** @param {Element} element @param {string} selector The texts of what is found there. */
  const texts = (element, selector) => [...element.querySelectorAll(selector)].map((found) => found.textContent ?? '');

  /** @param {Element} line @returns {Told} */
  const told = (line) => ({
    role: line.getAttribute('data-told') ?? '',
    text: line.textContent ?? '',
    standsIn: line.hasAttribute('data-stands-in'),
  });

  /** @param {HTMLElement} element @returns {Step} */
  const step = (element) => {
    const track = /** @type {HTMLElement} */ (element.closest('[data-track]'));
    const data = element.dataset;
    return {
      id: element.id,
      question: data.kind === 'fraga',
      text: element.querySelector('[data-text]')?.textContent ?? '',
      own: data.own ?? '',
      others: data.others ?? '',
      owners: split(data.owners),
      names: texts(element, '[data-owner]'),
      informs: split(data.informs),
      before: split(data.before).map((edge) => ({ source: edge.split(':')[0], answer: edge.split(':')[1] ?? '' })),
      days: Number(data.days ?? 0),
      say: texts(element, '[data-say]'),
      told: [...element.querySelectorAll('[data-told]')].map(told),
      track: track.dataset.track ?? '',
      slot: track.dataset.slot ?? '',
      element,
    };
  };

  /** The steps of the list, in its order. @param {ParentNode} list @returns {Step[]} */
  const read = (list) =>
    [...list.querySelectorAll('[data-kind]')].map((element) => step(/** @type {HTMLElement} */ (element)));

  /** @param {Edge} edge @param {Places} places @param {State} state @returns {boolean | null} */
  const open = (edge, places, state) => {
    const place = places.get(edge.source);
    if (place === 'klart') return !edge.answer || state.answers[edge.source] === edge.answer;
    return place === 'utgar' ? false : null;
  };

  /** @param {Step} step @param {State} state */
  const over = (step, state) => Object.hasOwn(step.question ? state.answers : state.over, step.id);

  /** The place of every step. @param {Step[]} steps @param {State} state @returns {Places} */
  const standing = (steps, state) => {
    /** @type {Places} */
    const places = new Map();
    let todo = steps;
    while (todo.length) {
      const later = todo.filter((step) => {
        if (!step.before.every((edge) => places.has(edge.source))) return true;
        const edges = step.before.map((edge) => open(edge, places, state));
        if (edges.includes(null)) places.set(step.id, 'sedan');
        else if (edges.length && !edges.includes(true)) places.set(step.id, 'utgar');
        else places.set(step.id, over(step, state) ? 'klart' : 'nu');
        return false;
      });
      if (later.length === todo.length) throw new Error('The steps wait for each other');
      todo = later;
    }
    return places;
  };

  rutin.case = { read, standing };
})();
