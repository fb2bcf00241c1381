// Where the first thing of a role's first screen begins and ends, in pixels down the window; null when there is none:
// what is to be pressed or said, for who only takes part what she does, for who has nothing to do yet what says so.
// That the routine is withdrawn, which stands before it then, is not counted.
() => {
  const band = document.querySelector('.rg-withdrawn');
  const taken = band ? band.offsetHeight + parseFloat(getComputedStyle(band).marginBlockEnd) : 0;
  const idle = '.rg-first:not(:has(button)) > p';
  const wanted = ['[data-key^="kryss:"]', '[data-key^="ja:"]', '.rg-say', '.rg-act-text', idle];
  const boxes = [...document.querySelectorAll(wanted.map((each) => `.rg-case > div ${each}`).join())]
    .map((each) => each.getBoundingClientRect())
    .filter(({ height }) => height > 0);
  return boxes.length ? [boxes[0].top - taken, boxes[0].bottom - taken] : null;
};
