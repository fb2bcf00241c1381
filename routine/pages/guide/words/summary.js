// @ts-check
/** What the summary says. */
const SUMMARY_WORDS = {
  /** @param {string} day @param {string} role */
  head: (day, role) => `Sammanställning ${day}, ${role}`,
  /** What holds for it. @param {string} said What the body says of it, if anything. */
  care: (said) => {
    const known = said || 'Ta reda på vad som gäller innan du sparar eller skickar den.';
    return `Sammanställningen kan innehålla känsliga uppgifter. ${known}`;
  },
  /** @param {string} day */
  eventDay: (day) => `Dagen för händelsen: ${day || 'inte ifylld'}`,
  /** @param {string} day @param {string} step @param {string} who */
  last: (day, step, who) => `Senast ${day}: ${step} (${who})`,
  /** @param {string} limit @param {string} step @param {string} who */
  within: (limit, step, who) => `${limit}: ${step} (${who})`,
  notes: 'Anteckningar',
  print: 'Skriv ut sammanställningen',
  copy: 'Kopiera sammanställningen',
  /** @param {string} step @param {string} who @param {string} how */
  line: (step, who, how) => `- ${step} (${who}). ${how}`,
  /** @param {string} how @param {string} last */
  tooLate: (how, last) => `${how}. Sista dagen var ${last}`,
  openUncalled: 'Öppet. Enligt det som är ifyllt har ingen kontaktat den som ansvarar',
};

window.rutin.words.summary = SUMMARY_WORDS;
