// @ts-check
/**
 * Calendar days, as the ISO text that a date field gives: '2018-06-13'. A day has no hour here and no time zone, so a
 * step of one day is one day, whatever the clocks do. Only `today` and `now` look at the clock, and take what the
 * reader's own shows.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const words = rutin.words.dates;

  const SHAPE = /^\d{4}-\d\d-\d\d$/;
  const DAY_MS = 86_400_000; // Of UTC, where every day is as long.

  /** Days since 1 January 1970. @param {string} iso @returns {number} NaN for what is no date. */
  const count = (iso) => (SHAPE.test(iso) ? Date.parse(`${iso}T00:00:00Z`) / DAY_MS : NaN);

  /** The day with that count; '' outside the years 1 to 9999. @param {number} days */
  const day = (days) => {
    const date = new Date(days * DAY_MS);
    const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
    return SHAPE.test(iso) && iso >= '0001' ? iso : '';
  };

  /**
   * The date, or '' for what is none. There and back again, since 30 February is read as a day in March.
   * @param {string} text
   */
  const parse = (text) => (day(count(text)) === text ? text : '');

  /** The local calendar day. @param {Date} [now] */
  const today = (now = new Date()) => {
    const [month, date] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
    return `${String(now.getFullYear()).padStart(4, '0')}-${month}-${date}`;
  };

  /** The local time, as a field holds it: `14.05` is `14:05`. */
  const now = () => new Date().toTimeString().slice(0, 5);

  /** The day so many days later, or earlier; '' if there is none. @param {string} iso @param {number} days */
  const add = (iso, days) => (parse(iso) && Number.isInteger(days) ? day(count(iso) + days) : '');

  /** Days from a to b, less than 0 if b comes first; NaN for what is no date. @param {string} a @param {string} b */
  const between = (a, b) => (parse(a) && parse(b) ? count(b) - count(a) : NaN);

  /** 13 juni 2018. @param {string} iso */
  const long = (iso) => {
    if (!parse(iso)) return '';
    const [year, month, date] = iso.split('-').map(Number);
    return `${date} ${words.months[month - 1]} ${year}`;
  };

  /** onsdag. @param {string} iso */
  const weekday = (iso) => (parse(iso) ? words.weekdays[new Date(count(iso) * DAY_MS).getUTCDay()] : '');

  /**
   * How far it is to a last day: 3 dagar kvar, i morgon, i dag, tiden gick ut i går.
   * @param {string} iso @param {string} today @param {boolean} [gone] Whether its time has been.
   */
  const span = (iso, today, gone) => {
    const left = between(today, iso);
    return Number.isNaN(left) ? '' : words.span(left, gone);
  };

  rutin.dates = { today, now, parse, add, between, long, weekday, span };
})();
