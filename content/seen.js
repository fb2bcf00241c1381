// How a page stands in the window: [height, pixels that it is too wide, who sticks out furthest, the text that is seen
// before anything is folded out, and each block of text with its height]. That the routine is withdrawn, which every
// page then begins with, makes no page of it a long one. Marks of interpretations are signs beside a sentence.
() => {
  const band = document.querySelector('.rg-withdrawn');
  const taken = band ? band.offsetHeight + parseFloat(getComputedStyle(band).marginBlockEnd) : 0;
  const { scrollWidth, scrollHeight, clientWidth } = document.documentElement;
  const over = scrollWidth - clientWidth;
  const main = document.querySelector('main');
  const wide = [...main.querySelectorAll('*')]
    .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
    .pop();
  const blocks = 'p, li, h1, h2, h3, h4, dt, dd, td, th, label, summary';
  const plain = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll('.rg-reading').forEach((mark) => mark.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const said = [...main.querySelectorAll(blocks)]
    .filter((each) => !each.querySelector(blocks) && !each.closest('svg, pre, .rg-withdrawn'))
    .map((each) => [plain(each), each.checkVisibility({ contentVisibilityAuto: true }) ? each.offsetHeight : 0])
    .filter(([text]) => text);
  band?.remove();
  return [
    scrollHeight - taken,
    over,
    over > 0 ? (wide?.textContent ?? '').trim().slice(0, 40) : '',
    main.innerText,
    said,
  ];
};
