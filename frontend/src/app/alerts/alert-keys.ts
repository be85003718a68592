import { type Signal, computed } from '@angular/core';
import type { AlertWords } from '#wording/alerts';
import { shellWords } from '#wording/shell';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import type { AlertAct } from './alert-detail.ts';

export interface AlertKeys {
  readonly step: (by: number) => void;
  readonly act: (act: AlertAct) => void;
  readonly open: () => void;
  readonly fresh: () => void;
  readonly back: () => void;
}

/** The whole page by keyboard. */
export const injectAlertKeys = (words: Signal<AlertWords>, keys: AlertKeys): void => {
  const shell = injectWords(shellWords);
  const label = (name: keyof AlertWords['keys']) => computed(() => words().keys[name]);
  injectShortcut('j', label('down'), () => keys.step(1));
  injectShortcut('k', label('up'), () => keys.step(-1));
  injectShortcut('d', label('acknowledge'), () => keys.act('acknowledge'));
  injectShortcut('s', label('snooze'), () => keys.act('snooze'));
  injectShortcut('g', label('answer'), () => keys.act('answer'));
  injectShortcut('o', label('open'), keys.open);
  injectShortcut('n', label('fresh'), keys.fresh);
  injectShortcut(
    'Escape',
    computed(() => shell().keys.back),
    keys.back,
  );
};
