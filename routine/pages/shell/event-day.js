// @ts-check
/** When the event was: its day, and its time where that is asked for, as the fields hold them. */
(() => {
  'use strict';

  const { rutin } = window;
  const { parse, today, now } = rutin.dates;
  const words = rutin.words.dates;

  // An earlier year is one that is still being typed: the field gives 0002 after the first digit of 2026.
  const EARLIEST = '1900-01-01';

  /**
   * What is wrong with a field, '' if nothing is (yet).
   * @param {string} fault @param {HTMLInputElement | null} wrong @returns {EventDay}
   */
  const none = (fault, wrong) => ({ day: '', time: '', fault, wrong: fault ? wrong : null });

  /**
   * The day and the time that the fields hold, '' if they hold none that an event can have had; else which of them is
   * wrong and how: what is half written is a fault only when the reader is done.
   * @param {HTMLInputElement} field @param {HTMLInputElement | null} clock @param {boolean} settled
   */
  const read = (field, clock, settled) => {
    const { value, validity } = field;
    const [day, time] = [parse(value), clock?.value ?? ''];
    if (!day) return none(settled && (value || validity.badInput) ? words.noSuchDay : '', field);
    if (day < EARLIEST) return none(settled ? words.tooEarly : '', field);
    if (day > today()) return none(words.tooLate, field);
    const untimed = (settled && clock?.validity.badInput) || (day === today() && time > now());
    return untimed ? none(words.noSuchTime, clock) : { day, time, fault: '', wrong: null };
  };

  rutin.eventDay = { read };
})();
