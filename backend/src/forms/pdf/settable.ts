import { eachText } from '../../platform/text/each-text.ts';

// Little pictures, and what joins them: a typeface of an office has no letters for them, only boxes that lie
// over each other. A word processor has, and keeps them.
const PICTURES = / ?[\u{1f000}-\u{1faff}\u{2600}-\u{27bf}\u{e0020}-\u{e007f}\u200d\ufe0e\ufe0f]+/gu;

/** What can be set in the letters of the embedded typeface. */
export const settable = (text: string): string => text.replaceAll(PICTURES, '');

/** The same of everything that is written in a form or a table. */
export const allSettable = <Value>(value: Value): Value => eachText(value, settable);
