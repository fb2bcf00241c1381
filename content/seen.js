// How a page stands in the window: [height, pixels that it is too wide, who sticks out furthest]. That the routine is
// withdrawn, which every page then begins with, makes no page of it a long one.
() => {
  const band = document.querySelector('.rg-withdrawn');
  const taken = band ? band.offsetHeight + parseFloat(getComputedStyle(band).marginBlockEnd) : 0;
  const { scrollWidth, scrollHeight, clientWidth } = document.documentElement;
  const over = scrollWidth - clientWidth;
  const wide = [...document.querySelectorAll('main *')]
    .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
    .pop();
  return [scrollHeight - taken, over, over > 0 ? (wide?.textContent ?? '').trim().slice(0, 40) : ''];
};
