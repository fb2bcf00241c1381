// @ts-check
/** Which steps of a case are whose, and when, for the role that the reader has. */
(() => {
  'use strict';

  const { rutin } = window;
  const { applies } = rutin.case;

  /** @param {Pick<Scene, 'steps' | 'places'>} scene @param {Place} place */
  const at = ({ steps, places }, place) => steps.filter((step) => places.get(step.id) === place);

  /**
   * Whether the role does it, answers it, or may report the answer.
   * @param {Pick<Scene, 'role'>} scene @param {Step} step
   */
  const mine = ({ role }, step) => step.owners.includes(role.id) || step.heard.includes(role.id);

  /** @param {Scene} scene @param {Place} place */
  const mineAt = (scene, place) => at(scene, place).filter((step) => mine(scene, step));

  /** Whether the role only helps: it is responsible for nothing. @param {Pick<Scene, 'role' | 'steps'>} scene */
  const helper = (scene) => !scene.steps.some((step) => mine(scene, step));

  /**
   * Whether it stands where it can be done or changed: what is to be done now, a question with its answer, and what has
   * just been done.
   * @param {Scene} scene
   */
  const shown =
    ({ places, moment }) =>
    (/** @type {Step} */ { id, question }) =>
      places.get(id) === 'nu' || (question && places.get(id) === 'klart') || moment.just === id;

  /**
   * What the role has before it, the first thing first. `lead` is its first action with what is done in the same
   * contact, or else a question; `ahead` what was first and has just been done; `before` the questions that the first
   * thing hangs on, and `beside` the others that are asked at the start; `decide` what the reader decides, where the
   * data says what it means; `rest` all else, in the order of reading.
   * @param {Scene} scene @returns {Due}
   */
  const due = (scene) => {
    const { moment } = scene;
    const steps = scene.steps.filter((step) => mine(scene, step)).filter(shown(scene));
    const lead = leading(scene);
    const ahead = steps.filter((step) => moment.just === step.id && moment.led && !lead.includes(step));
    const left = steps.filter((step) => !lead.includes(step) && !ahead.includes(step));
    const decide = left.filter((step) => decides(scene, step));
    const start = left.filter((step) => step.start && !decide.includes(step));
    /** @param {Step} question */
    const first = ({ id }) => lead.some((step) => step.needs.some(({ question }) => question === id));
    return {
      lead,
      ahead,
      decide,
      before: start.filter(first),
      beside: start.filter((step) => !first(step)),
      rest: left.filter((step) => !decide.includes(step) && !start.includes(step)),
    };
  };

  /** What the role does first, with what is done in the same contact. @param {Scene} scene */
  const leading = (scene) => {
    const { steps, places, moment } = scene;
    const now = mineAt(scene, 'nu');
    const first = now.find((step) => !step.question) ?? now[0];
    const just = moment.led ? steps.find(({ id }) => id === moment.just) : undefined;
    const group = (first ?? just)?.group;
    // What is already done of it stays among the rest, also when all is, until something else is done.
    const together = steps.filter(
      (step) => step.group === group && ['nu', 'klart'].includes(places.get(step.id) ?? ''),
    );
    if (group && together.length > 1) return together;
    return first ? [first] : [];
  };

  /**
   * Whether it is the reader's to decide, and the data says what each answer means.
   * @param {Scene} scene @param {Step} step
   */
  const decides = ({ role }, step) => step.owners.includes(role.id) && Object.keys(step.means).length > 1;

  /**
   * What has been found of a scene, which never changes: it is asked for with every step.
   * @type {WeakMap<Whose, Role[]>}
   */
  const found = new WeakMap();

  /**
   * Whether who does the step has told the role of the case, or is that role.
   * @param {Step} step @param {string} role
   */
  const reaches = ({ calls, owners }, role) => calls.includes(role) || owners.join() === role;

  /**
   * The roles that nobody has called in: what they are reached by has fallen away, or was left out, and nothing is done
   * that reaches them.
   * @param {Whose} scene
   */
  const uncalled = (scene) => {
    const { role, roles, steps, state } = scene;
    const done = steps.filter(({ id }) => state.over[id]?.how === 'gjort');
    const gone =
      found.get(scene) ??
      roles.filter(({ id, reached }) => {
        const by = steps.find((step) => step.id === reached);
        const fell = by && (state.over[by.id] ? state.over[by.id].how !== 'gjort' : applies(by, state) === false);
        return id !== role.id && fell && !done.some((step) => step.id === reached || reaches(step, id));
      });
    found.set(scene, gone);
    return gone;
  };

  /**
   * The names of those who would do a step and are not uncalled; none, and nobody has been asked.
   * @param {Whose} scene @param {Step} step
   */
  const called = (scene, step) => {
    const gone = uncalled(scene).map(({ id }) => id);
    return step.names.filter((_, at) => !gone.includes(step.owners[at]));
  };

  /**
   * What others can do now. Before it has begun nobody else has heard of it, but for who may stand in: she too says
   * when it is done.
   * @param {Placed} scene
   */
  const theirs = (scene) => {
    const others = at(scene, 'nu').filter((step) => !mine(scene, step));
    const opening = at(scene, 'nu').find(({ opens }) => opens);
    if (!opening) return others;
    return helper(scene) ? [] : others.filter((step) => step === opening);
  };

  /**
   * The roles that nobody has called in, with what is left without anybody by that; one that has nothing to do now is
   * none.
   * @param {Placed} scene
   */
  const gaps = (scene) => {
    const left = theirs(scene).filter((step) => !called(scene, step).length);
    return uncalled(scene)
      .map((role) => ({ role, steps: left.filter(({ owners }) => owners[0] === role.id) }))
      .filter(({ steps }) => steps.length > 0);
  };

  rutin.scene = { at, mine, mineAt, helper, due, leading, called, theirs, gaps };
})();
