// @ts-check
/** Which steps of a case are whose, and when, for the role that the reader has. */
(() => {
  'use strict';

  const { rutin } = window;
  const { standing } = rutin.case;
  const { skipTo } = rutin.moves;

  /** @param {Scene} scene @param {Place} place */
  const at = ({ steps, places }, place) => steps.filter((step) => places.get(step.id) === place);

  /** @param {Scene} scene @param {Step} step */
  const mine = ({ role }, step) => step.owners.includes(role.id);

  /** @param {Scene} scene @param {Place} place */
  const mineAt = (scene, place) => at(scene, place).filter((step) => mine(scene, step));

  /** Whether the role only helps: it is responsible for nothing. @param {Scene} scene */
  const helper = (scene) => !scene.steps.some((step) => mine(scene, step));

  /**
   * Whether a step can be begun at once, with what comes before it left unknown.
   * @param {Scene} scene @param {Step} step
   */
  const reachable = ({ steps, state }, step) => standing(steps, skipTo(steps, state, step.id)).get(step.id) === 'nu';

  /** The step that a role would begin with, if it has nothing to do and has done nothing. @param {Scene} scene */
  const entry = (scene) => {
    const [first] = mineAt(scene, 'sedan');
    const idle = !mineAt(scene, 'nu').length && !mineAt(scene, 'klart').length;
    return first && idle && reachable(scene, first) ? first : null;
  };

  rutin.scene = { at, mine, mineAt, helper, reachable, entry };
})();
