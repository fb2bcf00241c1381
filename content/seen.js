// How a page stands in the window: [height, pixels that it is too wide, who sticks out furthest].
() => {
  const { scrollWidth, scrollHeight, clientWidth } = document.documentElement;
  const over = scrollWidth - clientWidth;
  const wide = [...document.querySelectorAll('main *')]
    .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
    .pop();
  return [scrollHeight, over, over > 0 ? (wide?.textContent ?? '').trim().slice(0, 40) : ''];
};
