/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/*
 * What is looked for on a page, each a function of its own that runs in the browser: it takes what it needs
 * as an argument and knows nothing outside itself.
 */

/** Where people would have to scroll sideways, and what is cut off without a way to read it. */
export const misfits = (isNarrow: boolean): readonly string[] => {
  const called = (element: Element): string =>
    `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`;
  const hidden = (element: Element): boolean =>
    element.closest('.heard, [hidden], [aria-hidden=true], dialog:not([open])') !== null ||
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const overflows = ({ clientWidth, scrollWidth }: Element): boolean =>
    clientWidth > 0 && scrollWidth > clientWidth + 1;
  // A table may be wider than a telephone, when keys can move it.
  const mayScroll = (element: HTMLElement): boolean => isNarrow && element.tabIndex >= 0;
  const mayBeCut = (element: Element): boolean =>
    element.textContent.trim() === '' ||
    element.matches('input, textarea') ||
    element.closest('[title], [aria-label], a, button, [role=row]') !== null;
  const faultOf = (element: HTMLElement): string => {
    const { overflowX } = getComputedStyle(element);
    if (/auto|scroll/.test(overflowX)) return mayScroll(element) ? '' : 'scrolls sideways';
    return /hidden|clip/.test(overflowX) && !mayBeCut(element) ? 'cut off' : '';
  };
  const all = [...document.querySelectorAll<HTMLElement>('body *')];
  return [
    ...(document.documentElement.scrollWidth > innerWidth ? ['the page sticks out'] : []),
    ...all
      .filter((element) => overflows(element) && !hidden(element))
      .map((element) => [faultOf(element), element] as const)
      .filter(([fault]) => fault !== '')
      .map(([fault, element]) => `${fault}: ${called(element)}`),
  ];
};

/** What a person reads or hears on the page, piece by piece. */
export const pieces = (): readonly string[] => {
  // What says itself which language it is in is not the page's.
  const elsewhere = 'script, style, noscript, body [lang]';
  const spoken = ['aria-label', 'placeholder', 'title', 'alt'];
  const own = (element: Element): readonly string[] =>
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent ?? '');
  const said = (element: Element): readonly string[] =>
    spoken.map((name) => element.getAttribute(name) ?? '');
  const all = [...document.querySelectorAll('body, body *')].filter(
    (element) => element.closest(elsewhere) === null,
  );
  const texts = all.flatMap((element) => [...own(element), ...said(element)]);
  return [...new Set([document.title, ...texts].map((text) => text.trim()))].filter(Boolean);
};

/** What moves although the reader asked for rest. */
export const moving = (): readonly string[] => {
  const moves = ({ playState, effect }: Animation): boolean => {
    const { duration = 0, iterations = 1 } = effect?.getTiming() ?? {};
    return playState === 'running' && (Number(duration) > 1 || iterations !== 1);
  };
  return document.getAnimations().flatMap((animation) => {
    const { effect } = animation;
    if (!moves(animation) || !(effect instanceof KeyframeEffect)) return [];
    return [`moves: <${effect.target?.localName ?? ''} class="${effect.target?.className ?? ''}">`];
  });
};

/** A stop of whoever goes through the page by keyboard. */
export interface Stop {
  readonly id: string;
  readonly faults: readonly string[];
}

/** Where the keyboard stands: whether it can be seen there, and what it is called. */
export const stop = (): Stop => {
  const seen = (element: Element): boolean => {
    const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
    const isSomewhere = width > 1 && height > 1;
    return isSomewhere && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  };
  const hasRing = (element: Element): boolean => {
    const { boxShadow, outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const isDrawn = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    return boxShadow !== 'none' || (isDrawn && !/, 0\)$/.test(outlineColor));
  };
  // A list keeps the focus and shows it on the row it stands on; a field may show it on what is around it.
  const showsFocus = (element: Element): boolean => {
    const row = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    const places = [element, row, row?.lastElementChild, element.parentElement];
    return places.some((place) => place !== null && place !== undefined && hasRing(place));
  };
  const element = document.activeElement;
  if (element === null || element === document.body) return { id: '', faults: [] };
  const { computedName = '' } = element as { readonly computedName?: string };
  const faults = [
    ...(seen(element) ? [] : ['is out of sight']),
    ...(showsFocus(element) ? [] : ['shows no focus']),
    ...(computedName.trim() === '' ? ['has no name'] : []),
  ];
  const what = `<${element.localName} class="${element.className}"> ${computedName.slice(0, 40)}`;
  const place = [...document.querySelectorAll('*')].indexOf(element);
  return { id: String(place), faults: faults.map((fault) => `${what} ${fault}`) };
};
