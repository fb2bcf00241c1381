// @ts-check
/** A step as an item of each stage. They decide nothing and remember nothing. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { together, inside, capital } = rutin.grammar;
  const { button, buttons, small } = rutin.pieces;
  const { all, toStandIn, meanwhile, holding, leftOpen } = rutin.facts;
  const words = rutin.words.guide;

  /** @param {string} last A step's last day in words, or ''. */
  const due = (last) => last && el('p', { class: 'rg-last' }, last);

  /** A form for why a step is left out. @param {Step} step */
  const why = ({ id }) =>
    el(
      'form',
      { class: 'rg-why', 'data-form': id, autocomplete: 'off' },
      el('label', { for: `skal_${id}` }, words.why),
      el('input', {
        id: `skal_${id}`,
        class: 'rg-input',
        type: 'text',
        maxlength: 200,
        autocomplete: 'off',
        spellcheck: 'false',
        'data-key': `skal:${id}`,
      }),
      buttons(
        el('button', { class: 'rg-button', type: 'submit', 'data-key': `utgar:${id}` }, words.skip),
        button(`avbryt:${id}`, words.cancel),
      ),
    );

  /**
   * An action of the reader's own, with its box. `before` is what it waited for, and how that went.
   * @param {Step} step @param {Shows} shows @param {Element[]} facts
   */
  const ticked = (step, { last, before, skipping }, facts) => [
    el('input', { type: 'checkbox', id: `kryss_${step.id}`, 'data-key': `kryss:${step.id}`, autocomplete: 'off' }),
    el(
      'div',
      {},
      el('label', { for: `kryss_${step.id}` }, step.text),
      due(last),
      ...before.map((line) => el('p', { class: 'rg-note' }, line)),
      ...facts,
      skipping
        ? why(step)
        : buttons(button(`hoppa:${step.id}`, words.skip, { 'aria-label': words.skipStep(step.text) })),
    ),
  ];

  /** @param {Step} step @param {Shows} shows */
  const own = (step, shows) =>
    el('li', { class: 'rg-act rg-tick', 'data-item': step.id }, ...ticked(step, shows, all(step)));

  /** Actions that are done in one contact: a card, with a box each. @param {Step[]} steps @param {Shows[]} shows */
  const contact = (steps, shows) => {
    const [first] = steps;
    const label = `samma_${first.id}`;
    const said = rutin.facts.together(first).map((fact) => el('div', { id: label }, fact));
    // What is the same for all is said once.
    const once = [...all(first), ...steps.flatMap(rutin.facts.together)];
    return el(
      'li',
      { class: 'rg-act rg-together' },
      el(
        'div',
        { role: 'group', 'aria-labelledby': label },
        ...said,
        ...steps.map((step, at) => {
          const known = at === 0 ? rutin.facts.together(step) : once;
          const facts = all(step).filter((fact) => !known.some((other) => other.isEqualNode(fact)));
          return el('div', { class: 'rg-tick', 'data-item': step.id }, ...ticked(step, shows[at], facts));
        }),
      ),
    );
  };

  /** @param {Step} step @param {string} yes @param {string} no */
  const answers = (step, yes, no) => [
    button(`ja:${step.id}`, yes),
    button(`nej:${step.id}`, no),
    button(`vet-inte:${step.id}`, words.notYet),
  ];

  /**
   * A question that the reader answers, or whose answer she reports; Vet inte än leaves it as it is.
   * @param {Step} step @param {boolean} hers
   */
  const asked = (step, hers) => {
    const text = (hers && step.own) || step.text;
    const who = together(step.names);
    const choices = hers ? answers(step, words.yes, words.no) : answers(step, words.saidYes(who), words.saidNo(who));
    return el(
      'li',
      { class: 'rg-ask', 'data-item': step.id },
      el('h3', {}, text),
      ...all(step),
      el('div', { class: 'rg-choose', role: 'group', 'aria-label': text }, ...choices),
    );
  };

  /** What became of it, when somebody else acts. @param {Step} step */
  const outcome = (step) => {
    const label = words.knownOf(together(step.names), step.others);
    return buttons(button(`kryss:${step.id}`, words.known, { 'aria-label': label }));
  };

  /**
   * What somebody else does or answers now. No box: it is somebody else's. What she answers, she or who has heard it
   * says.
   * @param {Step} step @param {boolean} advised Whether what helps meanwhile is shown.
   */
  const waiting = (step, advised) =>
    el(
      'li',
      { class: 'rg-wait', 'data-item': step.id },
      step.question ? words.answers(step.text) : capital(step.others),
      ...(advised ? meanwhile(step) : []),
      !step.question && outcome(step),
    );

  /** What others do now, folded by person. @param {Step} first One of theirs. @param {HTMLElement[]} members */
  const person = ({ owners, names }, members) => {
    const key = `person:${owners.join('+')}`;
    return el(
      'details',
      { class: 'rg-more', 'data-fold': key },
      el('summary', { 'data-key': key }, together(names), ' ', small(words.steps(members.length))),
      el('ul', { class: 'rg-waits' }, ...members),
    );
  };

  /**
   * A role that nobody has called in. What it would do is no promise: the gap is said, what helps meanwhile, and the
   * steps that are then without anybody.
   * @param {Role} role @param {Step[]} steps @param {Element | undefined} help
   */
  const gap = (role, steps, help) =>
    el(
      'div',
      { class: 'rg-wait', 'data-uncalled': role.id },
      el('p', {}, el('b', {}, words.notCalled(inside(role.name)))),
      help ?? (role.gap && el('p', {}, words.openQuestion(role.gap))),
      steps.length > 0 && el('p', {}, words.askedNobody),
      steps.length > 0 && el('ul', {}, ...steps.map((step) => el('li', {}, capital(step.others), ...leftOpen(step)))),
    );

  /** What comes later, with what it waits for. @param {Step} step @param {string} last @param {boolean} hers */
  const later = (step, last, hers) =>
    el('li', { class: 'rg-later', 'data-item': step.id }, (hers && step.own) || step.text, due(last), ...holding(step));

  /**
   * What is over, and how to take it back. What the reader cannot know is not hers to take back.
   * @param {Step} step @param {string} how @param {boolean} [known]
   */
  const over = (step, how, known = true) =>
    el(
      'li',
      { class: 'rg-over', 'data-item': step.id },
      el('span', {}, step.text, ' ', small(how)),
      known && button(`angra:${step.id}`, words.undo, { 'aria-label': words.undoStep(step.text) }),
    );

  /**
   * What a role that is not responsible may be asked to do. Who stands in for somebody has the words as well.
   * @param {Step} step @param {Told} line
   */
  const told = (step, line) =>
    el(
      'li',
      { class: 'rg-act', 'data-item': step.id },
      el('p', { class: 'rg-act-text' }, line.text),
      ...(line.standsIn ? toStandIn(step, line.role) : []),
      el('p', { class: 'rg-note' }, words.responsible(together(step.names), line.standsIn)),
    );

  rutin.items = { own, contact, asked, waiting, person, gap, later, over, told };
})();
