// @ts-check
/**
 * Swedish, as far as the search needs it: what is a word, which words say nothing by themselves, how they are written
 * when they are said, and which are forms of the same. What a routine's own things are called stands in the routine.
 */
(() => {
  'use strict';

  /** @typedef {{ sv: { stemmer: (word: string) => string } }} Lunr */
  /** @typedef {Window & { lunr?: Lunr }} Loaded */

  const { rutin } = window;
  const loaded = /** @type {Loaded} */ (/** @type {unknown} */ (window));

  /** @param {string} text */
  const list = (text) => text.split(' ');

  /** Polisanmäl → polisanmal. @param {string} text */
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '');

  // As it is said → as it is written.
  const SPOKEN = new Map(
    list(
      'ja:jag e:är de:det dom:de mej:mig dej:dig sej:sig nån:någon nåt:något nånting:något ' +
        'nånstans:någonstans nåra:några sån:sådan sånt:sådant o:och å:och va:vara me:med ha:har sa:sade ' +
        'la:lade ska:skall vart:var inge:inget ingenting:inget när:när fatta:förstå kolla:titta stan:staden ' +
        'mail:mejl epost:mejl maila:mejla mobil:telefon mobilen:telefon lur:telefon snuten:polis aina:polis ' +
        'printa:utskrift jobb:arbete jobbet:arbete morsan:mamma farsan:pappa käka:äta mall:blankett ' +
        'formulär:blankett ihjäl:döda mörda:döda tjej:kvinna kille:man',
    ).map((pair) => /** @type {[string, string]} */ (pair.split(':'))),
  );

  // What binds a question together, and says nothing of what it is about.
  const SMALL = new Set(
    list(
      'aldrig all alla allt alltid alltså an annan annat andra att av bara bli blir blev blivit borde bort ' +
        'bra då där därför den denna deras dess dessa det detta de dem dig din dina dit ditt du efter eller ' +
        'en er era ert ett fast fick fått för först från får ge genom ger gick gjort gjorde går gång gånger ' +
        'gör göra ha hade haft han hans har hej hela hen hennes henne hit hon honom hur här i iaf ibland in ' +
        'inga ingen inget inte ja jag ju just kan kanske knappt kom komma kommer kommit kunde kunna lite lär ' +
        'man många massa med mellan men mer mera mest mig min mina mitt mot mycket måste ner nej ni nog nu ' +
        'någon någonstans någonting något några när nästan och också om oss på precis redan rätt råkar råkat ' +
        'sade samma sedan sig sin sina sitt själv skall skit skulle snart snälla som så sådan sådant sådana ' +
        'står stå säga säger tack tar ta till tog tycker under upp ur ut vad vara varför varit var varje vem ' +
        'vems verkligen vet veta vi vid vilka vilken vilket vill ville vore väl än är även åt över finns ' +
        'behöver jävla fan faktiskt ens liksom typ ungefär ok okej hjälp hälsningar',
    ),
  );
  const FOLDED = new Set([...SMALL].map(fold));

  // What every page is about says little of which.
  const FAINT = new Set(
    list('rutin rutinen guide guiden sida sidan sidor webbplats webbplatsen appen grej grejen sak saker'),
  );

  // Endings that the stemmer leaves: what is done and the doing of it are then one word.
  const ENDING = /(?:ning(?:ar|en|s)?|ande|els(?:er?)?|ets?)$|(?<=.{4})(?:an|t|d)$/;
  const SHORTEST = 3;

  // What the stemmer asks of the library that it was made for.
  Object.assign(loaded, {
    lunr: { Pipeline: { registerFunction: () => {} }, generateStopWordFilter: () => {} },
  });

  /** @param {string} word */
  const stemmed = (word) => {
    const stem = loaded.lunr?.sv.stemmer(word) ?? word;
    // Hemlig is no form of hem.
    if (stem.length <= SHORTEST && word.includes('lig')) return word.replace(/(?:a|t|are|ast)$/, '');
    const shorter = stem.replace(ENDING, '');
    return shorter.length < SHORTEST ? stem : shorter;
  };

  /** @type {Map<string, string>} */
  const roots = new Map();

  /** The same for all forms of a word. @param {string} word */
  const root = (word) => {
    const known = roots.get(word);
    if (known !== undefined) return known;
    const found = /^\d/.test(word) ? word : stemmed(word);
    roots.set(word, found);
    return found;
  };

  // 114 14 and 11414 are one number, and each group of it can be asked for as well.
  const GROUPS = /(?<![\p{L}\d])\d+(?:[ \u00a0\u202f-]\d+)+(?![\p{L}\d])/gu;

  /**
   * Words of letters and digits, as they are written. Composed first, or a separate accent would split its word; soft
   * hyphens are inside words.
   * @param {string} text
   */
  const words = (text) =>
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/\u00ad/g, '')
      .replace(/e-post/g, 'mejl')
      .replace(GROUPS, (number) => `${number.replace(/\D/g, '')} ${number}`)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((word) => SPOKEN.get(word) ?? word);

  /** Ändra is not andra, unless it is written without its dots. @param {string} word */
  const small = (word) => SMALL.has(word) || (fold(word) === word && FOLDED.has(word)) || /^\p{L}$/u.test(word);

  /** @param {string} word */
  const faint = (word) => FAINT.has(word);

  rutin.swedish = { words, fold, root, small, faint };
})();
