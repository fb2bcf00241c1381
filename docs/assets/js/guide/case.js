// @ts-check
/**
 * Where a case stands. Reads the steps from the complete list that stands in the page, and follows the rules of
 * routine/domain/case.py: what is over stays over; conditions are all-of, and none that is unanswered counts; a step
 * waits for what it names and for nothing else.
 *
 * No texts and no logic of the routine are kept here: `data-needs` and `data-waits` of each step hold what it hangs on,
 * compiled when the site was built.
 */
(() => {
  'use strict';

  const { rutin } = window;

  /** @param {string | undefined} text */
  const split = (text) => (text ?? '').split(' ').filter(Boolean);

  /** @param {Element} element @param {string} selector The texts of what is found there. */
  const texts = (element, selector) => [...element.querySelectorAll(selector)].map((found) => found.textContent ?? '');

  /** What an answer means, and what holds after it, by the answer. @param {Element} element @returns {Meanings} */
  const meanings = (element) =>
    Object.fromEntries(
      [...element.querySelectorAll('[data-means]')].map((meant) => [
        meant.getAttribute('data-means') ?? '',
        { text: meant.getAttribute('data-meaning') ?? '', then: meant.querySelector('[data-then]') },
      ])
    );

  /** @param {Element} line @returns {Told} */
  const told = (line) => ({
    role: line.getAttribute('data-told') ?? '',
    text: line.textContent ?? '',
    standsIn: line.getAttribute('data-stands-in') ?? '',
    chooses: line.hasAttribute('data-chooses'),
  });

  /** @param {HTMLElement} element @returns {Step} */
  const step = (element) => {
    const track = /** @type {HTMLElement} */ (element.closest('[data-track]'));
    const data = element.dataset;
    return {
      id: element.id,
      question: 'question' in data,
      text: element.querySelector('[data-text]')?.textContent ?? '',
      others: data.others ?? '',
      done: data.done ?? '',
      owners: [...element.querySelectorAll('[data-owner]')].map((owner) => owner.getAttribute('data-owner') ?? ''),
      names: texts(element, '[data-owner]'),
      informs: split(data.informs),
      calls: split(data.calls),
      needs: split(data.needs).map((need) => ({ question: need.split(':')[0], answer: need.split(':')[1] })),
      waits: split(data.waits),
      buildsOn: split(data.buildsOn),
      heard: split(data.heard),
      start: 'start' in data,
      opens: 'opens' in data,
      group: data.group ?? '',
      days: Number(data.days ?? 0),
      hours: Number(data.hours ?? 0),
      after: data.after ?? '',
      within: element.querySelector('.rg-limit')?.firstChild?.textContent?.trim() ?? '',
      say: texts(element, '[data-fact="say"] [data-say]'),
      section: data.section ?? '',
      talksTo: data.talksTo ?? '',
      means: meanings(element),
      mark: 'question' in data && element.querySelector('[data-fact="basis"]') ? rutin.words.guide.ours : '',
      said: { ja: data.saidJa, nej: data.saidNej },
      told: [...element.querySelectorAll('[data-told]')].map(told),
      track: track.dataset.track ?? '',
      slot: track.dataset.slot ?? '',
      element,
    };
  };

  /** The steps of the list, in its order. @param {ParentNode} list @returns {Step[]} */
  const read = (list) =>
    [...list.querySelectorAll('[data-section]')].map((element) => step(/** @type {HTMLElement} */ (element)));

  /** @param {State} state @param {string} id */
  const over = (state, id) => Object.hasOwn(state.over, id);

  /** @param {State} state @param {'gjort' | 'inte-aktuellt'} how @returns {(step: { id: string }) => boolean} */
  const went =
    ({ over }, how) =>
    ({ id }) =>
      over[id]?.how === how;

  /**
   * Whether a step's conditions hold; null while that is not known.
   * @param {Step} step @param {State} state @returns {boolean | null}
   */
  const meets = ({ needs }, { answers }) => {
    const given = needs.filter(({ question }) => Object.hasOwn(answers, question));
    if (given.some(({ question, answer }) => answers[question] !== answer)) return false;
    return given.length === needs.length || null;
  };

  /**
   * Whether a step applies, among all: what belongs to a contact that is made does, and what belongs to one that is
   * left out does not. The first of a contact is the contact itself.
   * @param {Step[]} steps @param {State} state @returns {(step: Step) => boolean | null}
   */
  const applies = (steps, state) => (step) => {
    const contact = step.group ? steps.filter(({ group }) => group === step.group) : [];
    if (contact.some(went(state, 'gjort'))) return true;
    const hangs = [...contact.slice(0, 1), ...steps.filter(({ id }) => step.buildsOn.includes(id))];
    return hangs.some(went(state, 'inte-aktuellt')) ? false : meets(step, state);
  };

  /**
   * Whether there is more than the beginning: the step that opens the case is over, or the role could not know that.
   * @param {Step | undefined} opening @param {State} state
   */
  const begun = (opening, state) =>
    !opening ||
    over(state, opening.id) ||
    (state.role !== '' &&
      !opening.owners.includes(state.role) &&
      !opening.told.some((line) => line.role === state.role));

  /** The place of every step. @param {Step[]} steps @param {State} state @returns {Places} */
  const standing = (steps, state) => {
    const all = new Map(steps.map((step) => [step.id, step]));
    const opening = steps.find((step) => step.opens);
    const started = begun(opening, state);
    const known = applies(steps, state);
    /** @param {string} id */
    const settled = (id) => {
      const step = all.get(id);
      return !step || over(state, id) || (step.opens && started) || known(step) === false;
    };
    /** @param {Step} step @returns {Place} */
    const place = (step) => {
      if (over(state, step.id)) return 'klart';
      const apply = known(step);
      if (apply === false) return 'utgar';
      if (step.opens && started) return 'okant';
      if (!apply) return 'sedan';
      if (step.question && Object.hasOwn(state.answers, step.id)) return 'klart';
      if (!(started || step.opens || step.start)) return 'sedan';
      return step.waits.every(settled) ? 'nu' : 'sedan';
    };
    return new Map(steps.map((step) => [step.id, place(step)]));
  };

  rutin.case = { read, meets, applies, standing };
})();
