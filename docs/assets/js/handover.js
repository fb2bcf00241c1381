// @ts-check
/** Lämna över: when the reader's last step for now is over, who goes on, and the words to hand over with. Needs parts.js. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el, button, series } = rutin.parts;

  /** Who is done with what, and what is due next; null while the reader has something to do, or has done nothing. @param {Scene} scene */
  const shift = ({ steps, places, role }) => {
    const over = steps.filter((step) => step.owners.includes(role.id) && !step.question && places.get(step.id) === 'klart');
    const due = steps.filter((step) => places.get(step.id) === 'nu');
    return over.length && due.length && !due.some((step) => step.owners.includes(role.id)) ? { over, due } : null;
  };

  /** @param {Step[]} steps */
  const list = (steps) => steps.map((step) => step.text).join('; ');

  /** What to say or send; '' when nothing is to be handed over. @param {Scene} scene */
  const text = (scene) => {
    const found = shift(scene);
    if (!found) return '';
    const say = found.over.filter((step) => step.informs.length).flatMap((step) => step.say);
    return [...say, `Det här är gjort: ${list(found.over)}.`, `Det här kommer nu: ${list(found.due)}.`].join('\n');
  };

  /** @param {Scene} scene */
  const section = (scene) => {
    const found = shift(scene);
    if (!found) return null;
    const names = [...new Set(found.due.map((step) => series(step.names)))];
    return el(
      'section',
      { class: 'rg-hand' },
      el('h2', { id: '_lamna-over' }, 'Lämna över'),
      el('p', {}, `Nu tar ${series(names.map((name) => name[0].toLowerCase() + name.slice(1)))} vid.`),
      el('textarea', { class: 'rg-input', readonly: true, rows: 5, 'aria-label': 'Text att lämna över', 'data-key': 'text:over', autocomplete: 'off' }, text(scene)),
      el('p', { class: 'rg-buttons' }, button('kopiera:over', 'Kopiera texten')),
    );
  };

  /** Puts a text on the clipboard, and says whether it went. @param {string} text @param {HTMLElement} place Where a field may lie for a moment. */
  const copy = async (text, place) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Without https (and so on a file share) there is no clipboard to ask for; the older way still works there.
      const field = el('textarea', { class: 'rg-live' });
      field.value = text;
      place.append(field);
      field.select();
      const done = document.execCommand('copy');
      field.remove();
      return done;
    }
  };

  rutin.handover = { text, section, copy };
})();
