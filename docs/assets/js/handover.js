// @ts-check
/** Lämna över: when the reader has nothing more to do for now, who goes on, and the words to hand over with. Needs dates.js, parts.js and moves.js. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, long } = rutin.dates;
  const { el, button, series, inside } = rutin.parts;
  const { assumed } = rutin.moves;

  /** What the reader has done, answered and left out, and what is due next; null while she has something to do, or has done nothing. @param {Scene} scene */
  const shift = ({ steps, places, role, state }) => {
    const over = steps.filter((step) => step.owners.includes(role.id) && places.get(step.id) === 'klart' && !assumed(state, step.id));
    const due = steps.filter((step) => places.get(step.id) === 'nu');
    if (!over.length || !due.length || due.some((step) => step.owners.includes(role.id))) return null;
    const actions = over.filter((step) => !step.question);
    return {
      done: actions.filter((step) => state.over[step.id].how === 'gjort'),
      left: actions.filter((step) => state.over[step.id].how !== 'gjort'),
      answered: over.filter((step) => step.question),
      due,
    };
  };

  /** @param {Step[]} steps */
  const receivers = (steps) => [...new Set(steps.flatMap((step) => step.names))];

  /** What to say or send; '' when nothing is to be handed over. @param {Scene} scene */
  const text = (scene) => {
    const found = shift(scene);
    if (!found) return '';
    const { over, answers } = scene.state;
    const ids = found.due.flatMap((step) => step.owners);
    return [
      `Till: ${series(receivers(found.due))}`,
      `Från: ${scene.role.name}`,
      `Dag: ${long(today())}`,
      ...found.done.filter((step) => step.informs.some((id) => ids.includes(id))).flatMap((step) => step.say),
      ...found.done.map((step) => `Gjort: ${step.text}.`),
      ...found.left.map((step) => `Inte aktuellt: ${step.text}.${over[step.id].reason ? ` Skäl: ${over[step.id].reason}` : ''}`),
      ...found.answered.map((step) => `${step.text} ${answers[step.id] === 'ja' ? 'Ja.' : 'Nej.'}`),
      ...found.due.map((step) => `Nu, ${inside(series(step.names))}: ${step.text}`.replace(/([^.?])$/, '$1.')),
    ].join('\n');
  };

  /** @param {Scene} scene */
  const section = (scene) => {
    const found = shift(scene);
    if (!found) return null;
    return el(
      'section',
      { class: 'rg-hand' },
      el('h2', { id: '_lamna-over' }, 'Lämna över'),
      el('p', {}, `Nu tar ${series(receivers(found.due).map(inside))} vid. Det här kan du säga eller skicka:`),
      el('textarea', { class: 'rg-input', readonly: true, rows: 7, spellcheck: 'false', 'aria-label': 'Text att lämna över', 'data-key': 'text:over', autocomplete: 'off' }, text(scene)),
      el('p', { class: 'rg-buttons' }, button('kopiera:over', 'Kopiera texten')),
    );
  };

  /** Puts a text on the clipboard, and says whether it went. @param {string} text @param {HTMLElement} place Where a field may lie for a moment. */
  const copy = async (text, place) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return older(text, place);
    }
  };

  /** Without https (and so on a file share) there is no clipboard to ask for; the older way still works there. @param {string} text @param {HTMLElement} place */
  const older = (text, place) => {
    const { activeElement } = document;
    const field = el('textarea', { class: 'rg-live' });
    field.value = text;
    place.append(field);
    try {
      field.select();
      return document.execCommand('copy');
    } catch {
      return false;
    } finally {
      field.remove();
      if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
    }
  };

  rutin.handover = { text, section, copy };
})();
