// @ts-check
/** An action of the reader's own: in a list, as the first thing, and several in one contact. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { button, buttonOf, buttons, fold } = rutin.pieces;
  const { say, main, more, explained, leftOpen, of } = rutin.facts;
  const { asked, dating } = rutin.when;
  const { section: handOver } = rutin.handover;
  const words = rutin.words.guide;

  const MOST_REASON = 200; // Characters.

  /** @param {string} last A step's last day in words, or ''. */
  const due = (last) => last && el('p', { class: 'rg-last' }, last);

  /** A form for why a step is left out. @param {Step} step */
  const why = ({ id, text }) =>
    el(
      'form',
      { 'data-form': `skal:${id}`, autocomplete: 'off', 'aria-label': text },
      el('label', { for: `skal_${id}` }, words.why),
      el('input', {
        id: `skal_${id}`,
        class: 'rg-input',
        type: 'text',
        maxlength: MOST_REASON,
        autocomplete: 'off',
        spellcheck: 'false',
        'data-key': `skal:${id}`,
      }),
      buttons(
        el('button', { class: 'rg-button', type: 'submit', 'data-key': `utgar:${id}` }, words.skip),
        button(`avbryt:${id}`, words.cancel)
      )
    );

  /** @param {string} id @param {Attributes} [more] */
  const box = (id, more) =>
    el('input', { type: 'checkbox', id: `kryss_${id}`, 'data-key': `kryss:${id}`, autocomplete: 'off', ...more });

  /**
   * How it went, and when it was, which only the reader can say, with what she has not had time to read of guidance;
   * what is left out has no day, but what is open.
   * @param {Step} step @param {Shows} shows
   */
  const over = (step, { how, left, moment, said }) => {
    const { id, text } = step;
    const dayless = !left && !said.day && moment.dating !== id && ` · ${words.noDaySaid}`;
    const undo = buttonOf(`angra:${id}`, words.undo, text);
    const open = moment.dating === id;
    return [
      open && !left
        ? asked(id, words.whenDone, moment, said, how)
        : el('p', { class: 'rg-row' }, el('span', {}, el('b', {}, how), dayless), left ? undo : dating(id, text)),
      ...(left ? leftOpen(step) : of(step, 'guidance')),
    ];
  };

  /** What it waited for, and how that went. @param {Shows} shows */
  const waited = ({ before }) => before.map((line) => el('p', { class: 'rg-note' }, line));

  /** What can be done with a step beside ticking it. @param {Step} step @param {Shows} shows @param {Child[]} more */
  const ways = (step, { moment }, ...more) =>
    moment.skipping === step.id ? why(step) : buttons(...more, buttonOf(`hoppa:${step.id}`, words.skip, step.text));

  /** To the words of the contact, large. @param {Step[]} steps @param {Attributes} [more] */
  const call = (steps, more) =>
    steps.some((step) => step.say.length > 0) && button(`ring:${steps[0].id}`, words.call, more);

  /** What explains it, folded. @param {Step} step */
  const explanation = (step) =>
    explained(step) &&
    fold(`mer:${step.id}`, words.more, '', '', () => [el('div', { class: 'rg-explained' }, ...more(step))]);

  /**
   * Where there are several in one contact: the words, and all else folded.
   * @param {Step} step @param {Shows} shows @param {Element[]} facts
   */
  const brief = (step, shows, facts) =>
    shows.how
      ? [...over(step, shows), handOver(step, shows)]
      : [
          due(shows.last),
          ...waited(shows),
          ...say(step),
          ...facts,
          fold(`mer:${step.id}`, words.more, '', '', () => [
            el('div', { class: 'rg-explained' }, ...more(step).filter((fact) => !fact.matches('[data-fact="group"]'))),
            handOver(step, shows),
            ways(step, shows),
          ]),
        ];

  /**
   * What stands under an action's name: before it is done what it takes, and then how it went.
   * @param {Step} step @param {Shows} shows
   */
  const body = (step, shows) =>
    shows.how
      ? [...over(step, shows), handOver(step, shows)]
      : [
          due(shows.last),
          ...waited(shows),
          ...say(step),
          ...main(step),
          el('div', {}, explanation(step), handOver(step, shows)),
          ways(step, shows, call([step])),
        ];

  /** What is left out has no box: it is not done. @param {Step} step @param {Shows} shows @param {Child[]} below */
  const ticked = (step, { how, left }, ...below) =>
    el(
      'li',
      { class: 'rg-act rg-tick', 'data-item': step.id },
      left ? el('span') : box(step.id, { checked: how !== '' }),
      el('div', {}, left ? el('b', {}, step.text) : el('label', { for: `kryss_${step.id}` }, step.text), ...below)
    );

  /** In a list, with its box. @param {Step} step @param {Shows} shows */
  const own = (step, shows) => ticked(step, shows, ...body(step, shows));

  /** @param {string} what @param {Step} step */
  const label = (what, { track, slot }) =>
    el('p', { class: `rg-first-label rg-track-${slot}` }, el('b', {}, what), ' ', track && el('span', {}, track));

  /** @param {string} text @param {Attributes} [more] */
  const title = (text, more) =>
    el('h2', { class: 'rg-first-text', tabindex: -1, 'data-key': 'rubrik:nu', ...more }, text);

  /**
   * What the reader does first, large: its words, its box in what is pressed, and then all that belongs to it.
   * @param {Step} step @param {Shows} shows @param {string} what What it is to the reader.
   * @param {Child[]} besides What is asked beside it.
   */
  const first = (step, shows, what, ...besides) =>
    el(
      'div',
      { class: 'rg-first-act', 'data-item': step.id },
      label(what, step),
      title(step.text),
      ...say(step),
      el(
        'p',
        { class: 'rg-buttons rg-press' },
        el(
          'label',
          { class: 'rg-do rg-done-do' },
          box(step.id, { 'aria-label': `${words.isDone}: ${step.text}` }),
          el('span', {}, words.isDone)
        ),
        call([step])
      ),
      due(shows.last),
      ...waited(shows),
      ...main(step),
      ...besides,
      el('div', {}, explanation(step), handOver(step, shows)),
      ways(step, shows)
    );

  /**
   * The first thing, where it is several actions of one contact: whom to call, and a box each. What is the same for all
   * is said once.
   * @param {Step[]} steps @param {Shows[]} shows
   */
  const contact = (steps, shows) => {
    const [step] = steps;
    const once = of(step, 'reach');
    const open = shows.some(({ how }) => !how);
    /** @param {Step} each */
    const facts = (each) => main(each).filter((fact) => !once.some((other) => other.isEqualNode(fact)));
    return el(
      'div',
      { class: 'rg-first-act', role: 'group', 'aria-labelledby': '_kontakt' },
      label(open ? words.now : words.done, step),
      title(step.talksTo ? words.oneContact(step.talksTo) : words.inOneContact, { id: '_kontakt' }),
      ...once,
      open && buttons(call(steps, { class: 'rg-do' })),
      ...of(step, 'group'),
      el(
        'ul',
        { class: 'rg-acts' },
        ...steps.map((each, at) => ticked(each, shows[at], ...brief(each, shows[at], facts(each))))
      )
    );
  };

  rutin.acts = { own, first, contact, label, title };
})();
