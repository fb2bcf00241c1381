// Presses what can be pressed in the guide, one after the other,
// and gives the milliseconds from each press until its result is painted.
async ([role, most]) => {
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
    });
  // A reader presses when the page stands still. A slowed page that has nothing to draw may never be told that it does.
  const press = async (target) => {
    await painted();
    await new Promise((done) => requestIdleCallback(done, { timeout: 500 }));
    const start = performance.now();
    target.click();
    await painted();
    return performance.now() - start;
  };
  document.querySelector(`[data-key="roll:${role}"]`).click();
  const took = [];
  for (let count = 0; count < most; count++) {
    const open =
      '[data-key^="ja:"][aria-pressed="false"], button[data-key^="kryss:"], input[data-key^="kryss:"]:not(:checked)';
    const next = document.querySelector(`:is(.rg-now, .rg-waiting) :is(${open})`);
    if (!next) {
      const fold = document.querySelector(':is(.rg-also > .rg-track, .rg-waiting) > details:not([open])');
      if (!fold) break;
      fold.open = true;
      await painted();
      await painted();
      continue;
    }
    took.push(await press(next));
    const undo = [...document.querySelectorAll('[data-key^="angra:"]')].pop();
    if (count % 5 === 4 && undo) took.push(await press(undo));
  }
  return took;
};
