import { type Signal, computed } from '@angular/core';
import type { FeesWords } from '#wording/fees';
import { shellWords } from '#wording/shell';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import type { FeeAct } from './fee-sheets.ts';

export interface FeeKeys {
  readonly step: (by: number) => void;
  readonly act: (act: FeeAct) => void;
  readonly open: () => void;
  readonly book: () => void;
  readonly refresh: () => void;
  readonly print: () => void;
  readonly back: () => void;
}

/** The whole of the fees by keyboard; letters stay letters while somebody is typing. */
export const injectFeeKeys = (words: Signal<FeesWords>, keys: FeeKeys): void => {
  const shell = injectWords(shellWords);
  const label = (name: keyof FeesWords['keys']) => computed(() => words().keys[name]);
  injectShortcut(
    'Escape',
    computed(() => shell().keys.back),
    keys.back,
  );
  injectShortcut('j', label('down'), () => keys.step(1));
  injectShortcut('k', label('up'), () => keys.step(-1));
  injectShortcut('t', label('collect'), () => keys.act('collect'));
  injectShortcut('h', label('refund'), () => keys.act('refund'));
  injectShortcut('m', label('exempt'), () => keys.act('exempt'));
  injectShortcut('o', label('open'), keys.open);
  injectShortcut('s', label('book'), keys.book);
  injectShortcut('n', label('fresh'), keys.refresh);
  injectShortcut('p', label('print'), keys.print);
};
