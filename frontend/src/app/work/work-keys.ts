import { type Signal, computed } from '@angular/core';
import { shellWords } from '#wording/shell';
import type { WorkWords } from '#wording/work';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import type { ManyAct } from './many-acts.ts';

export interface WorkKeys {
  readonly step: (by: number) => void;
  readonly finish: (act?: ManyAct) => void;
  readonly takeBack: () => void;
  readonly back: () => void;
  readonly refresh: () => void;
  readonly scan: () => void;
  readonly source: () => void;
  readonly page: () => void;
}

/** The whole of the list by keyboard; letters stay letters while somebody is typing. */
export const injectWorkKeys = (words: Signal<WorkWords>, keys: WorkKeys): void => {
  const shell = injectWords(shellWords);
  const label = (name: keyof WorkWords['keys']) => computed(() => words().keys[name]);
  injectShortcut(
    '/',
    computed(() => shell().keys.search),
    () => document.getElementById('mc-work-search')?.focus(),
  );
  injectShortcut(
    'Escape',
    computed(() => shell().keys.back),
    keys.back,
  );
  injectShortcut('j', label('down'), () => keys.step(1));
  injectShortcut('k', label('up'), () => keys.step(-1));
  injectShortcut('x', label('finish'), () => keys.finish());
  injectShortcut('i', label('result'), () => keys.finish('issue-result'));
  injectShortcut('5', label('onTheSpot'), () => keys.finish('complete-on-the-spot'));
  injectShortcut('u', label('takeBack'), keys.takeBack);
  injectShortcut('c', label('source'), keys.source);
  injectShortcut('o', label('page'), keys.page);
  injectShortcut('q', label('scan'), keys.scan);
  injectShortcut('n', label('fresh'), keys.refresh);
};
