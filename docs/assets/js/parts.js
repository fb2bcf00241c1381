// @ts-check
/**
 * The pieces that the guide puts on the page: each takes what it shows and gives back an element. They decide nothing and remember nothing.
 * What a reader can press has a `data-key`, by which the guide knows what was pressed and where the focus goes.
 */
(() => {
  'use strict';

  /**
   * An element with attributes and children. `null` and `false` leave an attribute or a child out; text is always text.
   * @template {keyof HTMLElementTagNameMap} K @param {K} name @param {Record<string, string | number | boolean | null>} [attributes] @param {Child[]} children
   */
  const el = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : String(value));
    element.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child !== null && child !== false && child !== undefined)));
    return element;
  };

  /**
   * Puts children in the place of those that are there. One that is the same stays, so that the page moves no more than it must.
   * @param {Element} place @param {Child[]} children
   */
  const put = (place, children) => {
    const there = [...place.children];
    const wanted = /** @type {Element[]} */ (children.filter(Boolean)).map((child) => there.find((old) => old.isEqualNode(child)) ?? child);
    for (const old of there) if (!wanted.includes(old)) old.remove();
    wanted.forEach((child, at) => void (place.children[at] === child || place.insertBefore(child, place.children[at] ?? null)));
  };

  /** @param {string} key @param {string} text @param {Record<string, string | null>} [attributes] */
  const button = (key, text, attributes = {}) => el('button', { type: 'button', class: 'rg-button', 'data-key': key, ...attributes }, text);

  /** `partiets säkerhetsansvarig och kommunchefen` @param {string[]} names */
  const series = (names) => (names.length > 1 ? `${names.slice(0, -1).join(', ')} och ${names[names.length - 1]}` : names[0] ?? '');

  /** A role's name inside a sentence: `partiets säkerhetsansvarig`, but `VA-ingenjören`. @param {string} name */
  const inside = (name) => (name[1] === name[1]?.toUpperCase() ? name : name[0].toLowerCase() + name.slice(1));

  /** A stage's heading, underlined, with its count. It takes focus when what was pressed is gone. @param {string} id @param {string} title @param {number} count */
  const heading = (id, title, count) =>
    el('div', { class: 'rg-stage' }, el('h2', { id: `_${id}`, tabindex: -1, 'data-key': `rubrik:${id}` }, title), el('span', { class: 'rg-small' }, String(count)));

  /** Items under the label of their track. @param {Step[]} steps @param {(step: Step) => HTMLElement} item */
  const tracks = (steps, item) => {
    /** @type {Map<string, Step[]>} */
    const groups = new Map();
    for (const step of steps) groups.set(step.track, [...(groups.get(step.track) ?? []), step]);
    const sections = [...groups].map(([track, members]) =>
      el('div', { class: `rg-track rg-track-${members[0].slot}` }, el('p', { class: 'rg-track-label' }, track), el('ul', { class: 'rg-acts' }, ...members.map(item))),
    );
    return el('div', { class: 'rg-pair' }, ...sections);
  };

  const FACTS = '.rg-facts, .rg-note:not(:has([data-told])), .rg-must, .rg-say, .rg-groups, .rg-advice';

  /**
   * What stands with a step in the complete list: conditions, details, words to say, what helps while a question is open. Of its links only
   * those that call a number are kept, since every other one leads away from what the reader has answered.
   * @param {Step} step @param {string} [kinds]
   */
  const facts = (step, kinds = FACTS) =>
    [...step.element.children]
      .filter((child) => child.matches(kinds))
      .map((child) => {
        const copy = /** @type {Element} */ (child.cloneNode(true));
        for (const link of copy.querySelectorAll('a:not([href^="tel:"])')) link.replaceWith(...link.childNodes);
        return copy;
      });

  /** @param {string} last A step's last day in words, or ''. */
  const due = (last) => last && el('p', { class: 'rg-last' }, last);

  /** An action of the reader's own, with its box. @param {Step} step @param {string} last @param {boolean} skipping */
  const own = (step, last, skipping) =>
    el(
      'li',
      { class: 'rg-act rg-tick', 'data-item': step.id },
      el('input', { type: 'checkbox', id: `kryss_${step.id}`, 'data-key': `kryss:${step.id}`, autocomplete: 'off' }),
      el(
        'div',
        {},
        el('label', { for: `kryss_${step.id}` }, step.text),
        due(last),
        ...facts(step),
        skipping
          ? el(
              'form',
              { class: 'rg-why', 'data-form': step.id, autocomplete: 'off' },
              el('label', { for: `skal_${step.id}` }, 'Varför är det inte aktuellt?'),
              el('input', { id: `skal_${step.id}`, class: 'rg-input', type: 'text', maxlength: 200, autocomplete: 'off', spellcheck: 'false', 'data-key': `skal:${step.id}` }),
              el('p', { class: 'rg-buttons' }, el('button', { class: 'rg-button', type: 'submit', 'data-key': `utgar:${step.id}` }, 'Inte aktuellt'), button(`avbryt:${step.id}`, 'Avbryt')),
            )
          : el('p', { class: 'rg-buttons' }, button(`hoppa:${step.id}`, 'Inte aktuellt', { 'aria-label': `Inte aktuellt: ${step.text}` })),
      ),
    );

  /** Ja, Nej and, below, Vet inte än, which leaves the question as it is. @param {Step} step @param {string} label */
  const answers = (step, label) =>
    el('div', { class: 'rg-choose', role: 'group', 'aria-label': label }, button(`ja:${step.id}`, 'Ja'), button(`nej:${step.id}`, 'Nej'), button(`vet-inte:${step.id}`, 'Vet inte än'));

  /** A question that the reader answers. @param {Step} step */
  const asked = (step) => {
    const text = step.own || step.text;
    return el('li', { class: 'rg-ask', 'data-item': step.id }, el('h3', {}, text), ...facts(step), answers(step, text));
  };

  /** What somebody else does or answers now. No box: it is somebody else's. @param {Step} step @param {boolean} advised Whether what helps meanwhile is shown. */
  const waiting = (step, advised) =>
    el(
      'li',
      { class: 'rg-wait', 'data-item': step.id },
      el('b', {}, series(step.names)),
      step.question ? `svarar på: ${step.text}` : step.others,
      ...(advised ? facts(step, '.rg-advice') : []),
      step.question
        ? el('div', { class: 'rg-buttons', role: 'group', 'aria-label': `Vad blev svaret? ${step.text}` }, el('span', { class: 'rg-small' }, 'Vad blev svaret?'), button(`ja:${step.id}`, 'Ja'), button(`nej:${step.id}`, 'Nej'))
        : el('p', { class: 'rg-buttons' }, button(`kryss:${step.id}`, 'Jag vet att det är klart', { 'aria-label': `Jag vet att det är klart: ${series(step.names)} ${step.others}` })),
    );

  /** What comes later. The first of a track can be done at once by the one whose part it is. @param {Step} step @param {string} last @param {boolean} startable */
  const later = (step, last, startable) =>
    el('li', { class: 'rg-later', 'data-item': step.id }, step.question ? step.own || step.text : step.text, due(last), startable && begin(step, step.question ? 'Svara nu' : 'Gör det nu'));

  /** A way in for a role whose part comes later, or which need not wait. @param {Step} step @param {string} label */
  const begin = (step, label) =>
    el('p', { class: 'rg-buttons' }, button(`hit:${step.id}`, label, { 'aria-label': `${label}: ${step.own || step.text}` }), el('span', { class: 'rg-small' }, 'Det som kommer före står då som okänt.'));

  /** What is over, and how to take it back. @param {Step} step @param {string} how */
  const over = (step, how) =>
    el('li', { class: 'rg-over', 'data-item': step.id }, el('span', {}, step.text, ' ', el('span', { class: 'rg-small' }, how)), button(`angra:${step.id}`, 'Ångra', { 'aria-label': `Ångra: ${step.text}` }));

  /** What a role that is not responsible may be asked to do. Who stands in for somebody has the words as well. @param {Step} step @param {Told} line */
  const told = (step, line) =>
    el(
      'li',
      { class: 'rg-act', 'data-item': step.id },
      el('p', { class: 'rg-act-text' }, line.text),
      ...(line.standsIn ? facts(step, '.rg-say, .rg-must') : []),
      el('p', { class: 'rg-note' }, `${series(step.names)} ansvarar. ${line.standsIn ? 'Du hjälper till om du blir ombedd' : 'Du är med'}.`),
    );

  const rutin = (window.rutin ??= /** @type {Rutin} */ ({}));
  rutin.parts = { el, put, button, series, inside, heading, tracks, own, asked, waiting, later, begin, over, told };
})();
