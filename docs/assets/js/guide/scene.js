// @ts-check
/** Which steps of a case are whose, and when, for the role that the reader has. */
(() => {
  'use strict';

  const { rutin } = window;
  const { applies } = rutin.case;

  /** @param {Scene} scene @param {Place} place */
  const at = ({ steps, places }, place) => steps.filter((step) => places.get(step.id) === place);

  /** Whether the role does it, answers it, or may report the answer. @param {Scene} scene @param {Step} step */
  const mine = ({ role }, step) => step.owners.includes(role.id) || step.heard.includes(role.id);

  /** @param {Scene} scene @param {Place} place */
  const mineAt = (scene, place) => at(scene, place).filter((step) => mine(scene, step));

  /** Whether the role only helps: it is responsible for nothing. @param {Scene} scene */
  const helper = (scene) => !scene.steps.some((step) => mine(scene, step));

  /**
   * What the role does now, the first thing first: its first action, then what is asked at the start, then the rest in
   * the order of reading. What is done in one contact goes together.
   * @param {Scene} scene @returns {{ first: Step[][], rest: Step[][] }}
   */
  const due = (scene) => {
    const steps = mineAt(scene, 'nu');
    const action = steps.find((step) => !step.question);
    /** @param {Step} step */
    const leads = (step) => step === action || (step.group !== '' && step.group === action?.group);
    const start = steps.filter((step) => step.start && !leads(step));
    const rest = steps.filter((step) => !leads(step) && !start.includes(step));
    return { first: [...together(steps.filter(leads)), ...together(start)], rest: together(rest) };
  };

  /** Steps of one group in a list of their own. @param {Step[]} steps */
  const together = (steps) => {
    /** @type {Step[][]} */
    const lists = [];
    for (const step of steps) {
      const last = lists.at(-1);
      if (step.group && last?.[0].group === step.group) last.push(step);
      else lists.push([step]);
    }
    return lists;
  };

  /**
   * The roles that nobody has called in: what they are reached by has fallen away, or was left out.
   * @param {Whose} scene
   */
  const uncalled = ({ role, roles, steps, state }) =>
    roles.filter(({ id, reached }) => {
      const by = steps.find((step) => step.id === reached);
      return (
        id !== role.id && by && (state.over[by.id] ? state.over[by.id].how !== 'gjort' : applies(by, state) === false)
      );
    });

  /**
   * The names of those who would do a step and are not uncalled; none, and nobody has been asked.
   * @param {Whose} scene @param {Step} step
   */
  const called = (scene, step) => {
    const gone = uncalled(scene).map(({ id }) => id);
    return step.names.filter((_, at) => !gone.includes(step.owners[at]));
  };

  rutin.scene = { at, mine, mineAt, helper, due, uncalled, called };
})();
