// @ts-check
/** What is said of days: in the guide and in a calendar file. */
const DATE_WORDS = {
  months: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  weekdays: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],

  /**
   * How far it is to a last day; less than 0 when it has been.
   * @param {number} days @param {boolean} [gone] Whether its time has been.
   */
  span: (days, gone) => {
    if (days === 0) return gone ? 'tiden gick ut i dag' : 'i dag';
    if (days === 1) return 'i morgon';
    if (days === -1) return 'tiden gick ut i går';
    return days > 0 ? `${days} dagar kvar` : `tiden gick ut för ${-days} dagar sedan`;
  },

  /** Of a limit in hours, counted from a day alone. */
  gone: 'tiden har gått ut',

  // The fields for the day and the time of the event.
  noSuchDay: 'Datumet finns inte. Kontrollera dag och månad.',
  tooEarly: 'Kontrollera året.',
  tooLate: 'Välj i dag eller en tidigare dag.',
  noSuchTime: 'Kontrollera klockslaget.',

  // A calendar file.
  notSaved: 'Filen gick inte att spara. Skriv upp dagen.',
};

window.rutin.words.dates = DATE_WORDS;
