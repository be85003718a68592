import { computed, inject, resource } from '@angular/core';
import type { Counts } from '#contract/dossiers';
import { workWords } from '#wording/work';
import { ApiClient } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import type { Chip } from '../ui/index.ts';
import { heapLooks } from './heap-looks.ts';
import { heaps } from './work-filters.ts';
import { type Question, askCounts } from './work-list.ts';

/** The numbers follow what happens, not more often than anybody reads them. */
const TOGETHER_MS = 1_000;

/** The heaps one may look into, each with how many lie in it. */
export const injectHeapChips = (question: () => Question) => {
  const [api, words] = [inject(ApiClient), injectWords(workWords)];
  const counts = resource({
    params: question,
    loader: ({ params, abortSignal: abort }) => askCounts(api, params, abort),
  });
  const chips = computed<readonly Chip[]>(() => {
    const known: Partial<Counts> = counts.hasValue() ? counts.value() : {};
    return heaps.map((heap) => {
      const [icon, tone] = heapLooks[heap];
      const count = (known as Readonly<Record<string, number | undefined>>)[heap];
      return { value: heap, label: words().chips[heap], icon, tone, count };
    });
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    chips,
    reload: (): void => void counts.reload(),
    soon: (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        counts.reload();
      }, TOGETHER_MS);
    },
  };
};
