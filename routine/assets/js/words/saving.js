// @ts-check
/** What is said about saving a case on the device: the question, what became of it, other tabs, other editions. */
const SAVING_WORDS = {
  // The choice.
  askSave: 'Spara på den här enheten?',
  /** @param {boolean} dated Whether the day of the event is asked for. @param {boolean} asks @param {string} last */
  whatIsSaved: (dated, asks, last) =>
    `Det här sparas: din roll, ${dated ? 'dagen för händelsen, ' : ''}${asks ? 'dina svar, ' : ''}` +
    'det du har bockat av, med dagar, klockslag och skäl. ' +
    `Det sparas till och med ${last} och tas sedan bort.`,
  /** @param {boolean} leaves Whether there is a way to leave the site. */
  whoSeesIt: (leaves) =>
    `Den som använder enheten efter dig kan se det.${leaves ? ' Lämna sidan tar inte bort det som är sparat.' : ''}`,
  yes: 'Spara',
  cancel: 'Avbryt',
  saved: 'Sparat.',
  /** @param {string} last */
  savedUntil: (last) => `Sparat till och med ${last}`,
  pickFirst: 'Inget mer sparas förrän du har valt vad som ska gälla.',

  // Another tab.
  otherChanged: 'Det som är sparat har ändrats i en annan flik. Vad ska gälla?',
  otherErased: 'Det sparade har raderats i en annan flik. Det du ser här finns bara på den här sidan.',
  otherUnreadable: 'Den andra fliken har sparat något som inte går att läsa här.',
  otherTab: 'Den andra fliken',
  thisTab: 'Den här fliken',

  // What the store has to tell.
  /** @param {string} chosen @param {string} saved */
  savedAs: (chosen, saved) =>
    `Du valde ${chosen}, men här finns det som är sparat för ${saved}. Välj Byt roll för att läsa det som ${chosen}. ` +
    'Det som är sparat finns kvar.',
  /** @param {number} days */
  expired: (days) => `Det du sparade har tagits bort, eftersom ${days} dagar har gått.`,
  /** @param {string} last */
  setAside: (last) =>
    `Det du sparade går inte att läsa. Det är lagt åt sidan på den här enheten till och med ${last}. ` +
    'Du kan börja om här. Vill du ta bort det nu, välj Radera allt.',
  stuck:
    'Det du sparade går inte att läsa, och inte att flytta. Du kan använda guiden utan att spara. ' +
    'Vill du ta bort det, välj Radera allt.',
  newer:
    'Här finns något som en nyare version av guiden har sparat. Det är inte ändrat. ' +
    'Ladda om sidan för att få den nya versionen. Du kan använda guiden ändå, men inget nytt sparas.',
  blocked:
    'Webbläsaren låter inte guiden spara på den här enheten. Det du fyller i finns kvar så länge sidan är öppen.',
  full: 'Ändringen är inte sparad, för webbläsaren tog inte emot den. Det du sparade tidigare finns kvar.',
  /** @param {number} most */
  unfit: (most) => `Ändringen är inte sparad. Skälet får ha högst ${most} tecken.`,
  off: 'Inget är sparat. Vill du spara, välj Spara.',
  taken: 'Det finns redan något sparat på den här enheten. Välj vad du vill behålla.',
  changed: 'Det som är sparat har ändrats i en annan flik. Din ändring är inte sparad. Välj vad du vill behålla.',
  gone: 'Det som var sparat är raderat i en annan flik. Inget mer sparas, om du inte väljer att spara igen.',
  unreadable:
    'Det du sparade går inte längre att läsa. Din ändring är inte sparad. ' + 'Välj Spara för att spara igen.',

  // Another edition.
  newEdition: 'Rutinen har kommit i en ny utgåva sedan du sparade.',
  /** @param {number} count @param {string[]} named Those that are named. @param {boolean} all Whether all are. */
  goneSteps: (count, named, all) => {
    const names = named.length ? `${all ? ': ' : ', bland annat '}${window.rutin.grammar.series(named)}` : '';
    const things = count === 1 ? 'En sak' : `${count} saker`;
    return `${things} i det du har sparat finns inte längre i rutinen${names}. Resten är kvar.`;
  },
  roleGone: 'Välj igen vem du är.',
  allKept: 'Allt du har fyllt i är kvar.',
  /** @param {string[]} named */
  reworded: (named) => `Läs de här stegen igen. Texten har ändrats: ${window.rutin.grammar.series(named)}.`,
  /** @param {string} name */
  quoted: (name) => `”${name}”`,
  /** @param {number} count */
  andMore: (count) => `${count} till`,
};

window.rutin.words.saving = SAVING_WORDS;
