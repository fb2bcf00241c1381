// @ts-check
/** Which steps of a case are whose, and when, for the role that the reader has. */
(() => {
  'use strict';

  const { rutin } = window;
  const { applies, meets } = rutin.case;
  const { long } = rutin.dates;
  const { together } = rutin.grammar;
  const words = rutin.words.guide;
  const { standing } = rutin.words;

  /** @param {Pick<Scene, 'steps' | 'places'>} scene @param {Place} place */
  const at = ({ steps, places }, place) => steps.filter((step) => places.get(step.id) === place);

  /**
   * Whether the role does it, answers it, or may report the answer.
   * @param {Pick<Scene, 'role'>} scene @param {Step} step
   */
  const mine = ({ role }, step) => step.owners.includes(role.id) || step.heard.includes(role.id);

  /** A question in the words that the role has for it, if any. @param {Pick<Scene, 'role'>} scene @param {Step} step */
  const asks = ({ role }, { element, text }) => element.getAttribute(`data-asks-${role.id}`) ?? text;

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
   * contact, or a question that stands before that and is no decision; `ahead` what was first and has just been done,
   * and what was left out, so that somebody is without whom it calls in;
   * `before` what was first and has just been answered, and the questions that the first thing hangs on; `beside` the
   * others that are asked at the start, each until something is done after it is answered; `decide` what the reader
   * decides, where the data says what it means; `rest` all else, in the order of reading.
   * @param {Scene} scene @returns {Due}
   */
  const due = (scene) => {
    const { moment } = scene;
    const unmet = gaps(scene).filter(({ first }) => first);
    /** @param {Step} step */
    const missing = ({ id }) => unmet.some(({ role }) => role.reached === id);
    const steps = scene.steps.filter((step) => mine(scene, step)).filter((step) => missing(step) || shown(scene)(step));
    const lead = leading(scene);
    /** @param {Step} step */
    const stays = (step) => !lead.includes(step) && (missing(step) || (moment.just === step.id && moment.led));
    const ahead = steps
      .filter((step) => stays(step) && !step.question)
      .sort((one, other) => Number(missing(one)) - Number(missing(other)));
    const left = steps.filter((step) => !lead.includes(step) && !ahead.includes(step));
    const decide = left.filter((step) => decides(scene, step));
    const start = left.filter((step) => step.start && !decide.includes(step));
    const answered = left.filter((step) => stays(step) && !step.start);
    /** @param {Step} question */
    const first = ({ id }) => lead.some((step) => step.needs.some(({ question }) => question === id));
    /** @param {Step} question */
    const asked = ({ id }) => scene.places.get(id) === 'nu' || moment.answered.includes(id);
    const before = [...answered, ...start.filter(first)];
    const beside = start.filter((step) => !before.includes(step) && asked(step));
    const rest = left.filter((step) => ![decide, before, beside].some((some) => some.includes(step)));
    return { lead, ahead, decide, before, beside, rest };
  };

  /**
   * What the role does first, with what is done in the same contact. A question is answered where it stands among what
   * is done, as on paper; one that is asked at the start stands beside. What is the reader's to decide, and what she
   * has said that she does not know yet, has no haste.
   * @param {Scene} scene
   */
  const leading = (scene) => {
    const { steps, state, places, moment } = scene;
    const now = mineAt(scene, 'nu');
    /** @param {Step} step */
    const asked = (step) => step.question && !decides(scene, step) && !state.unsure?.includes(step.id);
    const first = now.find((step) => !step.question || (asked(step) && !step.start)) ?? now.find(asked);
    const just = moment.led ? steps.find(({ id }) => id === moment.just) : undefined;
    const group = (first ?? just)?.group;
    // What is already done of it stays among the rest, also when all is, until something else is done.
    const together = steps.filter(
      (step) => step.group === group && ['nu', 'klart'].includes(places.get(step.id) ?? '')
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
   * @type {WeakMap<Whose, string[][]>}
   */
  const found = new WeakMap();

  /**
   * Whether who does the step has told the role of the case, or is that role.
   * @param {Step} step @param {string} role
   */
  const reaches = ({ calls, owners }, role) => calls.includes(role) || owners.join() === role;

  /**
   * The roles that nobody has called in: what they are reached by has fallen away or was left out, or those who would
   * do it are uncalled themselves, and nothing is done that reaches them. And those with them of whom nobody can tell.
   * @param {Whose} scene
   */
  const uncalled = (scene) => {
    const { role, roles, steps, state } = scene;
    const done = steps.filter(({ id }) => state.over[id]?.how === 'gjort');
    /** @param {(boolean | null)[]} silent What a call is that has reached nobody. */
    const missed = (...silent) => {
      /** @type {string[]} */
      let gone = [];
      /** @param {Role} role */
      const misses = ({ id, reached }) => {
        const by = steps.find((step) => step.id === reached);
        return (
          by &&
          id !== role.id &&
          (state.over[reached] || silent.includes(applies(steps, state)(by)) || all(by, gone)) &&
          !done.some((step) => step === by || reaches(step, id))
        );
      };
      // Each time one more is known at least, or no more are.
      for (const _ of roles) gone = roles.filter(misses).map(({ id }) => id);
      return gone;
    };
    const known = found.get(scene) ?? [missed(false), missed(false, null)];
    found.set(scene, known);
    return known;
  };

  /** Whether all who would do a step are among these. @param {Step} step @param {string[]} roles */
  const all = ({ owners }, roles) => owners.every((id) => roles.includes(id));

  /**
   * The names of those who would do a step; none, and nobody has been asked. Who shares one never has it alone.
   * @param {Whose} scene @param {Step} step
   */
  const called = (scene, step) => (all(step, uncalled(scene)[0]) ? [] : step.names);

  /** The names of those who share it whom nobody has called in. @param {Whose} scene @param {Step} step */
  const missing = (scene, { names, owners }) => names.filter((_, at) => uncalled(scene)[0].includes(owners[at]));

  /** Whether nobody can tell if those who would do a step have been called. @param {Whose} scene @param {Step} step */
  const doubted = (scene, step) => all(step, uncalled(scene)[1]);

  /** What is said of that, if anything. @param {Whose} scene @param {Step} step @param {string} sign What ends it. */
  const inDoubt = (scene, step, sign) => (doubted(scene, step) ? words.inDoubt + sign : '');

  /**
   * Who would do a step, as a sentence begins; of whom nobody can tell whether she has been called, that.
   * @param {Whose} scene @param {Step} step
   */
  const who = (scene, step) => together(step.names) + inDoubt(scene, step, ':');

  /** What somebody does, or answers. @param {Step} step */
  const does = ({ question, text, mark, others }) => (question ? words.answers(text) + mark : others);

  /** `Rektorn flyttar klassen`, in one sentence. @param {Whose} scene @param {Step} step */
  const tells = (scene, step) => `${together(step.names)}${inDoubt(scene, step, ',')} ${does(step)}`;

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
   * none. First come those whom the reader would have called in, or somebody in whose stead she may: what helps then is
   * what she needs before all else.
   * @param {Placed} scene @returns {Gap[]}
   */
  const gaps = (scene) => {
    const left = theirs(scene).filter((step) => !called(scene, step).length);
    /** @param {Step} step */
    const hers = (step) => mine(scene, step) || step.told.some((line) => line.standsIn && line.role === scene.role.id);
    return scene.roles
      .map((role) => ({
        role,
        steps: left.filter(({ owners }) => owners[0] === role.id),
        first: scene.steps.some((step) => step.id === role.reached && scene.state.over[step.id] && hers(step)),
      }))
      .filter(({ steps }) => steps.length > 0);
  };

  /** With the day, if the reader has said one. @param {Over} over */
  const done = ({ how, day, time, reason }) =>
    standing.over(how === 'gjort', day && standing.at(long(day), time), reason);

  /**
   * How a step stands, in words. What is done though its condition does not hold is still done.
   * @param {Step} step @param {Place | undefined} place @param {State} state
   */
  const how = (step, place, state) => {
    const over = state.over[step.id];
    const stands = over?.how === 'gjort' && meets(step, state) === false;
    if (over) return stands ? standing.overStands(done(over)) : done(over);
    if (place === 'klart') return standing.answer(state.answers[step.id] === 'ja');
    if (place === 'okant') return standing.unknown;
    if (place === 'utgar') return standing.doesNotApply;
    return step.question ? standing.noAnswer : standing.open;
  };

  rutin.scene = {
    how,
    at,
    mine,
    asks,
    mineAt,
    helper,
    due,
    leading,
    called,
    missing,
    doubted,
    who,
    does,
    tells,
    theirs,
    gaps,
  };
})();
