// @ts-check
/**
 * Where a case stands, from what has been answered and ticked.
 *
 * 1. What is over stays over: an action that is done or left out, whatever is answered afterwards.
 * 2. A step hangs on all its conditions and, through them, on those of its questions. One answer that is not the wanted
 *    one and it falls away; else one that is not given and it is not known yet; else it applies. But what belongs to a
 *    contact of which something is done applies, whatever is answered afterwards; and what belongs to one whose first
 *    action is left out falls away, as does what there is nothing to do of when another action is left out.
 * 3. A step that applies waits for the actions in its `after`, until each is over or has fallen away. What is not known
 *    yet holds it up. Waits are direct: they are not inherited through questions.
 * 4. A limit is counted from the event, or from that an action was done. It holds until its own action is over or has
 *    fallen away; from an action that is left out or has fallen away nothing is counted.
 * 5. The case has begun when the action that opens it is over, or when the reader has a role that could not know that.
 *    Before that there is only that action and the questions that are asked at the start, or have been answered: by
 *    somebody else, who had the same device.
 *
 * No texts and no logic of the routine are kept here: what each step hangs on was compiled when the site was built.
 */
(() => {
  'use strict';

  const { rutin } = window;

  /** @type {Omit<Step, 'id' | 'text' | 'owners'>} */
  const REST = {
    question: false,
    told: [],
    needs: [],
    waits: [],
    buildsOn: [],
    start: false,
    opens: false,
    group: '',
    days: 0,
    hours: 0,
    after: '',
    done: '',
  };

  /** The steps of the routine, from JSON that leaves out what is empty. @param {string} json @returns {Step[]} */
  const read = (json) => JSON.parse(json).map((/** @type {Step} */ step) => ({ ...REST, ...step }));

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
    const given = needs.filter(([question]) => Object.hasOwn(answers, question));
    if (given.some(([question, answer]) => answers[question] !== answer)) return false;
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
    (state.role !== '' && !opening.told.includes(state.role));

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
