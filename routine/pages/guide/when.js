// @ts-check
/**
 * When something was: the reader says it, or that she does not know. Nothing gets a day that nobody has said.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { parse, today, now } = rutin.dates;
  const { el } = rutin.dom;
  const { button, buttonOf, buttons } = rutin.pieces;
  const words = rutin.words.guide;
  const faults = rutin.words.dates;

  // An earlier year is one that is still being typed: the field gives 0002 after the first digit of 2026.
  const EARLIEST = '1900-01-01';

  /**
   * @param {string} name @param {string} kind @param {string} label @param {string} value @param {Attributes} [more]
   */
  const field = (name, kind, label, value, more) =>
    el(
      'p',
      {},
      el('label', { for: name }, label),
      el('input', { id: name, class: 'rg-day', type: kind, autocomplete: 'off', value: value || null, ...more })
    );

  /**
   * The day, and the time as well where that is asked for.
   * @param {string} id @param {string} day @param {string} [time]
   */
  const form = (id, day, time) =>
    el(
      'form',
      { class: 'rg-when-form', 'data-form': `dag:${id}`, autocomplete: 'off', novalidate: true },
      field(`_dag_${id}`, 'date', words.day, day, {
        max: today(),
        'data-key': `dag:${id}`,
        'aria-describedby': `_fel_${id}`,
      }),
      el('p', { id: `_fel_${id}`, class: 'rg-day-fault', 'aria-live': 'polite' }),
      time !== undefined &&
        field(`_tid_${id}`, 'time', words.time, time, { 'data-key': `tid:${id}`, 'aria-describedby': `_fel_${id}` }),
      buttons(el('button', { class: 'rg-button', type: 'submit', 'data-key': `ange:${id}` }, words.setDay))
    );

  /**
   * What one answer dates: the step, or all that has been done in its contact without a word of when.
   * @param {string} id @param {Moment} moment
   */
  const together = (id, { undated }) => (undated.includes(id) ? undated : [id]);

  /**
   * The question when, with its three answers; for another day the field. What it dates together it asks of as one.
   * @param {string} id @param {string} title @param {Moment} moment @param {{ day: string, time?: string }} said
   * @param {string} [how] That it is done: on the question's line, since what is next is to be in sight.
   */
  const asked = (id, title, moment, { day, time }, how) => {
    const text = together(id, moment).length > 1 ? words.whenContact : title;
    const other = moment.form === id;
    return el(
      'div',
      { class: 'rg-asked-when', role: 'group', 'aria-label': text },
      el('p', {}, how && `${how}. `, text),
      el(
        'div',
        { class: 'rg-choose rg-choose-3' },
        button(`idag:${id}`, words.isToday),
        button(`annan:${id}`, words.otherDay, { 'aria-expanded': String(other), 'aria-pressed': String(other) }),
        button(`vetinte:${id}`, words.unknownDay)
      ),
      other && form(id, day, time)
    );
  };

  /**
   * The day and the time that the fields hold; else which of them is wrong and how.
   * @param {HTMLInputElement} field @param {HTMLInputElement | null} clock @returns {EventDay}
   */
  const given = (field, clock) => {
    const { value, validity } = field;
    const [day, time] = [parse(value), clock?.value ?? ''];
    /** @param {string} fault @param {HTMLInputElement | null} [wrong] */
    const none = (fault, wrong = field) => ({ day: '', time: '', fault, wrong });
    if (!day) return none(value || validity.badInput ? faults.noSuchDay : words.noDay);
    if (day < EARLIEST) return none(faults.tooEarly);
    if (day > today()) return none(faults.tooLate);
    const untimed = clock?.validity.badInput || (day === today() && time > now());
    return untimed ? none(faults.noSuchTime, clock) : { day, time, fault: '', wrong: null };
  };

  /** To say when it was, or to change that. @param {string} id @param {string} text */
  const dating = (id, text) => buttonOf(`nar:${id}`, words.changeDay, text);

  rutin.when = { asked, together, given, dating };
})();
