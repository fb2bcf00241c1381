// Every visible text with its contrast (WCAG 2) against what lies behind it: [{ text, ratio, where }].
// `paper` is what lies behind everything: null on a screen, where the page itself must have a ground.
(paper) => {
  const opacity = (element) =>
    element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !seen(element)) continue;
    if (!element.getClientRects().length) continue;
    const picture = element.closest('svg');
    const style = getComputedStyle(element);
    const back = behind(picture ?? element, paper);
    const text = parse(picture ? style.fill : style.color);
    const front = over(text.rgb, text.alpha * opacity(element), back);
    found.push({
      text: node.data.trim().slice(0, 40),
      ratio: ratio(front, back),
      where: element.closest('[class]')?.getAttribute('class') ?? '',
    });
  }
  return found;
}
