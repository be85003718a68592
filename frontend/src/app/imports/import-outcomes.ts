import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import {
  importErrorsSchema,
  importRowsPageSchema,
  importsPath,
  type ImportAnswer,
  type ImportRow,
} from '#contract/imports';
import { importsWords } from '#wording/imports';
import { ApiClient, PagedList } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { reasonText } from '../reception/index.ts';
import { Button, Chips, Notice, Waiting } from '../ui/index.ts';
import { ImportRows } from './import-rows.ts';

type Row = ImportRow & { readonly id: string };

const KINDS = ['new', 'changed', 'unchanged', 'wrong'] as const;

/** What became of each row of an import that has ended: by outcome, and on to the last of them. */
@Component({
  selector: 'mc-import-outcomes',
  imports: [Button, Chips, ImportRows, Notice, Waiting],
  templateUrl: './import-outcomes.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
      justify-items: start;
    }
    mc-import-rows,
    mc-notice,
    mc-waiting {
      justify-self: stretch;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportOutcomes {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(importsWords);

  readonly told = input.required<ImportAnswer>();
  readonly #path = computed(() => `${importsPath}/${this.told().id}`);

  protected readonly kind = signal<string | undefined>(undefined);
  protected readonly chips = computed(() =>
    KINDS.map((kind) => ({
      ...{ value: kind, label: this.words().heaps[kind], count: this.told().counts[kind] },
    })),
  );
  protected readonly list = new PagedList<Row>(async (cursor, abort) => {
    const query = { kind: this.kind(), cursor };
    const { items, nextCursor } = await this.#api.read(
      `${this.#path()}/rows`,
      importRowsPageSchema,
      {
        ...{ query, abort },
      },
    );
    return { items: items.map((row) => ({ ...row, id: String(row.number) })), nextCursor };
  });
  /** Why rows are wrong, in words; asked for only where some are. */
  readonly #errors = resource({
    params: () => (this.told().counts.wrong > 0 ? this.#path() : undefined),
    loader: ({ params: path, abortSignal: abort }) =>
      this.#api.read(`${path}/errors`, importErrorsSchema, { abort }),
  });
  protected readonly rows = computed(() => {
    const errors = this.#errors.hasValue() ? this.#errors.value().items : [];
    return this.list.items().map((row) => ({
      ...row,
      reasons: errors
        .filter((each) => row.kind === 'wrong' && each.row === row.line)
        .map((each) => reasonText(each, this.words().columns)),
    }));
  });

  constructor() {
    effect(() => {
      this.#path();
      this.kind();
      untracked(() => void this.list.reload());
    });
  }
}
