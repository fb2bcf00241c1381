// Where a colour stands as text, ground, frame or line: [{ where, property, apart }].
// `apart` if it is outside the places allowed.
([token, allowed]) => {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const sought = getComputedStyle(probe).color;
  probe.remove();

  const OF_DRAWINGS = ['fill', 'stroke', 'columnRuleColor'];
  const used = (style) => {
    const sides = ['Top', 'Right', 'Bottom', 'Left']
      .filter((side) => parseFloat(style[`border${side}Width`]))
      .map((side) => `border${side}Color`);
    const outline = style.outlineStyle === 'none' ? [] : ['outlineColor'];
    const decoration = style.textDecorationLine === 'none' ? [] : ['textDecorationColor'];
    const pictures = ['boxShadow', 'backgroundImage'];
    return ['color', 'backgroundColor', ...sides, ...outline, ...decoration, ...OF_DRAWINGS, ...pictures];
  };
  const found = [];
  for (const element of document.body.querySelectorAll('*')) {
    for (const pseudo of [null, '::before', '::after', '::marker']) {
      const style = getComputedStyle(element, pseudo);
      if ((pseudo === '::before' || pseudo === '::after') && style.content === 'none') continue;
      const drawn = element instanceof SVGElement;
      const inks = used(style).filter((name) => drawn || !OF_DRAWINGS.includes(name));
      for (const property of inks) {
        if (!style[property] || !style[property].includes(sought)) continue;
        const where = element.getAttribute('class') ?? element.tagName;
        found.push({ where, property, apart: !element.closest(allowed) });
      }
    }
  }
  return found;
}
