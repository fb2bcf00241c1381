// @ts-check
/**
 * Whether what is written tells of danger that is there now. Then the emergency number is the first hit, whatever else
 * is found: who needs it has no time to choose, and for who does not it is one line to pass by.
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

  // Danger whoever it is that does it, and whatever else is said.
  const DANGER = forms(
    'kniv kniven knivar hugger knivhuggen knivhot vapen vapnet beväpnad beväpnade pistol gevär skjuter ' +
      'skjuta skjuten skjutit skott slår slå slog slagit slagen slagsmål slåss misshandlar misshandlad ' +
      'misshandlas misshandel sparkar sparkad knuffad knuffar knuffade stryper strypt döda dödar dödad ' +
      'dödshot mördar brinner brann eld elden brand inbrott inbrottstjuv bryter bryta överfall överfaller ' +
      'överfallen rån rånad rånas blöder blod medvetslös avsvimmad andas våldtar våldtagen våldtäkt ' +
      'kidnappad kidnappar attack attackerar attackerad anfaller jagar jagad jagas rädd rädda livrädd ' +
      'skräckslagen panik livsfara livsfarligt fara akut akuta nödläge nödsituation larma ambulans ' +
      'ambulansen sos explosion exploderar exploderat bomben gisslan skadad skadade',
  );
  // What somebody does who is close by.
  const CLOSE = forms(
    'utanför inne trappan trapphuset trappuppgången dörren ytterdörren porten tomten trädgården altanen ' +
      'fönstret bankar knackar bultar rycker följer förföljer följde skuggar skriker närmar kastar krossar ' +
      'bråkar aggressiv',
  );
  // What is danger when it happens now.
  const THREAT = forms('hot hotar hotad hotas hotfull våld väntar ringer står kommer väg händer pågår');
  const NOW = forms('nu ikväll inatt pågår');
  const SOMEBODY = forms(
    'han hon hen de dem någon några man mannen män folk gäng gänget person personen personer besökare ' +
      'kvinna kvinnan människa människor bil grannen',
  );

  /** @param {string} query */
  const acute = (query) => {
    const all = words(query);
    /** @param {Set<string>} some */
    const has = (some) => all.some((word) => some.has(word));
    return has(DANGER) || (has(SOMEBODY) && has(CLOSE)) || (has(NOW) && (has(THREAT) || has(CLOSE)));
  };

  rutin.acute = acute;
})();
