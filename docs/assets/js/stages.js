// @ts-check
/**
 * The stages of the conversation, one function each: who the reader is, Nu, Väntar, Sedan, Klart. Each takes the scene and gives back an
 * element, or null where there is nothing to show. Needs case.js, moves.js, days.js,
 * parts.js and summary.js.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { el, button, heading, tracks, own, asked: question, waiting, later, begin, over, told } = rutin.parts;
  const { how } = rutin.summary;
  const { last } = rutin.days;
  const { standing } = rutin.case;
  const { skipTo, assumed } = rutin.moves;

  /** @param {Scene} scene @param {Place} place */
  const at = ({ steps, places }, place) => steps.filter((step) => places.get(step.id) === place);

  /** @param {Scene} scene @param {Step} step */
  const mine = ({ role }, step) => step.owners.includes(role.id);

  /** @param {Scene} scene @param {Place} place */
  const mineAt = (scene, place) => at(scene, place).filter((step) => mine(scene, step));

  /** What a role that is not responsible may be asked, in these steps. @param {Scene} scene @param {Step[]} steps */
  const helped = (scene, steps) =>
    steps.filter((step) => !mine(scene, step)).flatMap((step) => step.told.filter((line) => line.role === scene.role.id).map((line) => told(step, line)));

  /** Whether the role only helps: it is responsible for nothing. @param {Scene} scene */
  const helper = (scene) => !scene.steps.some((step) => mine(scene, step));

  /** Whether a step can be begun at once, with what comes before it left unknown. @param {Scene} scene @param {Step} step */
  const reachable = ({ steps, state }, step) => standing(steps, skipTo(steps, state, step.id)).get(step.id) === 'nu';

  /** The step that a role would begin with, if it has nothing to do and has done nothing. @param {Scene} scene */
  const entry = (scene) => {
    const [first] = mineAt(scene, 'sedan');
    return first && !mineAt(scene, 'nu').length && !mineAt(scene, 'klart').length && reachable(scene, first) ? first : null;
  };

  /** @param {Role[]} roles */
  const choose = (roles) =>
    el(
      'section',
      {},
      el('h2', { tabindex: -1, 'data-key': 'rubrik:vem' }, 'Vem är du?'),
      el('p', { class: 'rg-small' }, 'Det du svarar finns bara på den här sidan. Det försvinner när du lämnar den, om du inte väljer att spara.'),
      el(
        'ul',
        { class: 'rg-roles rg-helpers' },
        ...roles.map((role) => el('li', {}, button(`roll:${role.id}`, role.name, { class: 'rg-role-button', 'aria-describedby': `om_${role.id}` }), el('p', { id: `om_${role.id}`, class: 'rg-small' }, role.summary))),
      ),
    );

  /** @param {Scene} scene */
  const you = ({ role }) => el('div', { class: 'rg-you' }, el('p', {}, 'Du är: ', el('b', {}, role.name)), button('byt-roll', 'Byt roll'));

  /** What stands under Nu when nothing does. @param {Scene} scene */
  const idle = (scene) => {
    const first = entry(scene);
    if (first && scene.role.starts) return [el('p', {}, `Din del börjar när ${scene.role.starts}`), begin(first, 'Börja här')];
    if (mineAt(scene, 'sedan').length) return [el('p', {}, 'Du behöver inte göra något just nu.')];
    const goes = at(scene, 'nu').length || at(scene, 'sedan').length;
    return [el('p', {}, goes ? 'Du har inget mer att göra. Under Väntar ser du vad som är kvar.' : 'Alla steg är klara.')];
  };

  /** @param {Scene} scene */
  const now = (scene) => {
    if (helper(scene)) return null;
    const steps = mineAt(scene, 'nu');
    const asked = helped(scene, at(scene, 'nu'));
    return el(
      'section',
      { class: 'rg-now' },
      heading('nu', 'Nu', steps.length + asked.length),
      steps.length > 0 && tracks(steps, (step) => (step.question ? question(step) : own(step, last(step, scene.state.event), scene.skipping === step.id))),
      asked.length > 0 && el('ul', { class: 'rg-acts' }, ...asked),
      ...(steps.length || asked.length ? [] : idle(scene)),
    );
  };

  /** All that a role which only helps may be asked to do, whenever it comes. @param {Scene} scene */
  const asked = (scene) => {
    if (!helper(scene)) return null;
    const lines = helped(scene, scene.steps.filter((step) => scene.places.get(step.id) !== 'utgar'));
    return el('section', { class: 'rg-now' }, heading('nu', 'Det här kan du bli ombedd att göra', lines.length), el('ul', { class: 'rg-acts' }, ...lines));
  };

  /** What others do now. Only who has done a part of her own may be left waiting by a question that is open. @param {Scene} scene */
  const others = (scene) => {
    const theirs = at(scene, 'nu').filter((step) => !mine(scene, step));
    const advised = mineAt(scene, 'klart').length > 0;
    return theirs.length ? el('section', { class: 'rg-waiting' }, heading('vantar', 'Väntar', theirs.length), el('ul', { class: 'rg-waits' }, ...theirs.map((step) => waiting(step, advised)))) : null;
  };

  /** What comes later. Where nothing is to be done now, the first step of a track can be begun at once. @param {Scene} scene */
  const coming = (scene) => {
    if (helper(scene)) return null;
    const steps = mineAt(scene, 'sedan');
    const asked = helped(scene, at(scene, 'sedan'));
    if (!steps.length && !asked.length) return null;
    const busy = mineAt(scene, 'nu').length > 0;
    const first = entry(scene);
    /** @param {Step} step */
    const startable = (step) => !busy && step !== first && steps.find((other) => other.track === step.track) === step && reachable(scene, step);
    return el(
      'section',
      { class: 'rg-coming' },
      heading('sedan', 'Sedan', steps.length + asked.length),
      steps.length > 0 && tracks(steps, (step) => later(step, last(step, scene.state.event), startable(step))),
      asked.length > 0 && el('ul', { class: 'rg-acts' }, ...asked),
    );
  };

  /** What is done, and apart from it what was passed by: that others have done it, nobody knows. @param {Scene} scene */
  const done = (scene) => {
    const steps = at(scene, 'klart');
    const unknown = steps.filter((step) => assumed(scene.state, step.id));
    /** @param {string} key @param {string} title @param {Step[]} some */
    const list = (key, title, some) => {
      const lines = some.map((step) => over(step, how(step, scene.steps, scene.places, scene.state)));
      return some.length > 0 && el('section', { class: 'rg-done' }, heading(key, title, some.length), el('ul', { class: 'rg-overs' }, ...lines));
    };
    const known = steps.filter((step) => !unknown.includes(step));
    return steps.length ? el('div', {}, list('klart', 'Klart', known), list('okant', 'Vet inte om det är gjort', unknown)) : null;
  };

  rutin.stages = { choose, you, now, asked, others, coming, done };
})();
