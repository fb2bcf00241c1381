// @ts-check
/**
 * Whether what is written tells of danger that is there now, from others or from oneself. Then the emergency number is
 * the first hit, whatever else is found: who needs it has no time to choose, and for who does not it is one line to
 * pass by.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { words, fold } = rutin.swedish;

  /** Each form as it is written, also without dots and rings. @param {string} text */
  const forms = (text) =>
    new Set([
      ...text.split(' '),
      ...text
        .split(' ')
        .map(fold)
        .filter((word) => word.length > 3),
    ]);

  const DANGER = forms(rutin.words.swedish.danger);
  const BEGUN = rutin.words.swedish.dangerous.split(' ');
  const THINGS = forms(rutin.words.swedish.things);
  const ODD = forms(rutin.words.swedish.odd);
  const CLOSE = forms(rutin.words.swedish.close);
  const THREAT = forms(rutin.words.swedish.threat);
  const NOW = forms(rutin.words.swedish.now);
  const LIFE = forms(rutin.words.swedish.life);
  const ENDED = forms(rutin.words.swedish.ended);
  const SOMEBODY = forms(`${rutin.words.swedish.somebody} ${rutin.words.swedish.names}`);

  /** @param {string} query */
  const acute = (query) => {
    // Who asks what happens now has not said that anything does.
    const all = words(query.replace(rutin.words.swedish.asked, ''));
    /** @param {Set<string>} some */
    const has = (some) => all.some((word) => some.has(word));
    const near = all.filter((word) => CLOSE.has(word)).length;
    if (has(DANGER) || all.some((word) => BEGUN.some((begun) => fold(word).startsWith(begun)))) return true;
    if ((has(LIFE) && has(ENDED)) || (has(THINGS) && has(ODD))) return true;
    return near > 1 || (near > 0 && has(SOMEBODY)) || (has(NOW) && (near > 0 || has(THREAT)));
  };

  rutin.acute = { acute };
})();
