// @ts-check
/** A step that is not the reader's to do now: somebody else's, one that comes later, one that is over. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { together, inside, capital } = rutin.grammar;
  const { buttonOf, buttons, fold, marked, small } = rutin.pieces;
  const { of, leftOpen, say } = rutin.facts;
  const { asked, dating } = rutin.when;
  const { label } = rutin.acts;
  const { mine, missing, tells } = rutin.scene;
  const { counted } = rutin.news;
  const words = rutin.words.guide;

  /** What became of it, when somebody else acts. @param {Step} step */
  const outcome = (step) => {
    return buttons(buttonOf(`kryss:${step.id}`, words.known, `${together(step.names)} ${step.others}`));
  };

  /** @param {Step} step */
  const does = (step) => capital(rutin.scene.does(step));

  /** That of those who share it nobody has called some in. @param {Scene} scene @param {Step} step */
  const uncalled = (scene, step) =>
    missing(scene, step).map((who) => el('p', { class: 'rg-note' }, words.notCalled(inside(who))));

  /**
   * What somebody else does or answers now. No box: it is somebody else's. What she answers, she or who has heard it
   * says.
   * @param {Scene} scene @param {Step} step @param {boolean} advised Whether what helps meanwhile is shown.
   */
  const waiting = (scene, step, advised) =>
    el(
      'li',
      { class: 'rg-wait', 'data-item': step.id },
      does(step),
      ...uncalled(scene, step),
      ...(advised ? of(step, 'meanwhile') : []),
      !step.question && outcome(step)
    );

  /**
   * What others do now, folded by person, where what is said to be done may be taken for a log that others write in.
   * @param {Step[]} steps All theirs. @param {string} count @param {(step: Step) => Child} item
   */
  const person = (steps, count, item) => {
    const [{ owners, names }] = steps;
    const made = () => el('ul', { class: 'rg-waits' }, ...steps.map(item));
    return marked(
      steps,
      fold(`person:${owners.join('+')}`, together(names), '', count, () => [
        el('p', { class: 'rg-small' }, words.onlyHere),
        made(),
      ])
    );
  };

  /**
   * What somebody does of whom nobody can tell whether she has been called: in sight, with what is open then.
   * @param {string} who @param {string} gap @param {HTMLElement[]} lines
   */
  const perhaps = (who, gap, lines) =>
    el(
      'div',
      { class: 'rg-wait', 'data-perhaps': '' },
      el('p', {}, el('b', {}, who)),
      el('ul', { class: 'rg-waits' }, ...lines),
      gap && el('p', {}, words.openQuestion(gap))
    );

  /**
   * A role that nobody has called in. What it would do is no promise: the gap is said, what helps meanwhile, and the
   * steps that are then without anybody; where it comes first, also to who has just chosen her role, these are folded.
   * @param {Gap} gap @param {Element | null} help
   */
  const gap = ({ role, steps, first }, help) => {
    const undone = () => [el('ul', {}, ...steps.map((step) => el('li', {}, does(step), ...leftOpen(step))))];
    return el(
      'div',
      { class: 'rg-wait', 'data-uncalled': role.id },
      el('p', first ? { tabindex: -1, 'data-key': 'rubrik:nu' } : {}, el('b', {}, words.notCalled(inside(role.name)))),
      role.gap && el('p', {}, words.openQuestion(role.gap)),
      help,
      ...(first
        ? [fold(`ovisst:${role.id}`, words.askedNobody, '', counted(steps), undone)]
        : [el('p', {}, `${words.askedNobody}:`), ...undone()])
    );
  };

  /** What comes later, with what it waits for. @param {Step} step @param {string} text @param {string} last */
  const later = (step, text, last) =>
    el(
      'li',
      { class: 'rg-later', 'data-item': step.id },
      text,
      last && el('p', { class: 'rg-last' }, last),
      ...of(step, 'conditions')
    );

  /**
   * What is over, when it was, and how to take it back. What the reader cannot know is not hers to take back.
   * @param {Step} step @param {Shows} shows @param {boolean} known
   */
  const overs = (step, shows, known) => {
    const text = mine(shows.scene, step) ? step.text : tells(shows.scene, step);
    return el(
      'li',
      { class: 'rg-over', 'data-item': step.id },
      el('span', {}, text, ' ', small(shows.how)),
      known &&
        buttons(
          !shows.left && shows.moment.dating !== step.id && dating(step.id, text),
          buttonOf(`angra:${step.id}`, words.undo, text)
        ),
      known && shows.moment.dating === step.id && asked(step.id, words.whenDone, shows.moment, shows.said)
    );
  };

  /** @param {Scene} scene @param {Step} step @param {Told} line */
  const responsible = (scene, step, { standsIn }) => [
    el('p', { class: 'rg-note' }, words.responsible(together(step.names), standsIn)),
    ...uncalled(scene, step),
  ];

  /**
   * What a role takes part in, beside what it is responsible for, with its own words to say. Who stands in has its
   * limit; what she chooses is hers also when nobody has called who is responsible.
   * @param {Scene} scene @param {Step} step @param {Told} line @param {boolean} [comes] Later: with what it waits for.
   */
  const told = (scene, step, line, comes = false) =>
    el(
      'li',
      { class: 'rg-act', 'data-item': step.id },
      el('p', { class: 'rg-act-text' }, line.text),
      ...(comes || line.standsIn ? of(step, 'conditions', true) : []),
      ...(comes ? [] : say(step, line.role)),
      ...responsible(scene, step, line)
    );

  /**
   * The same as the first thing: what is done together with somebody else, or chosen.
   * @param {Scene} scene @param {Step} step @param {Told} line
   */
  const shared = (scene, step, line) =>
    el(
      'div',
      { class: 'rg-first-act', 'data-item': step.id },
      label(line.chooses ? words.chooses : words.together, step),
      el('h2', { class: 'rg-act-text' }, line.text),
      ...responsible(scene, step, line)
    );

  rutin.items = { waiting, perhaps, person, gap, later, overs, told, shared };
})();
