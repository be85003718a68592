import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  reconciliationPath,
  reconciliationSchema,
  reconciliationsPageSchema,
  reconciliationsPath,
  type Reconciliation,
} from '#contract/reconciliations';
import { reconciliationWords } from '#wording/reconciliations';
import { ApiClient, PagedList, Session, Sources, problemOf } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { loadTwinList } from '../twins/index.ts';
import { Badge, Button, Notice, Page, Waiting, dayWords } from '../ui/index.ts';
import { ReconcileForm } from './reconcile-form.ts';
import { ReconciliationView } from './reconciliation-view.ts';

/** *Đối soát*: a period held against what its source says, now and before. */
@Component({
  selector: 'mc-reconciliations',
  imports: [
    ...[Badge, Button, NgComponentOutlet, Notice, Page, ReconcileForm],
    ...[ReconciliationView, Waiting],
  ],
  templateUrl: './reconciliations.page.html',
  styleUrl: './reconciliations.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReconciliationsPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly sources = inject(Sources);
  protected readonly words = injectWords(reconciliationWords);
  protected readonly numberText = numberText;
  protected readonly dayWords = dayWords;
  protected readonly form = viewChild(ReconcileForm);
  protected readonly twins = resource({ loader: loadTwinList });
  /** Which of them is open. */
  readonly id = input<string>();

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly mayMake = computed(() => this.#session.may('reconciliations.write'));
  protected readonly list = new PagedList<Reconciliation>((cursor, abort) =>
    this.#api.read(reconciliationsPath, reconciliationsPageSchema, {
      query: { unitId: this.#unitId(), cursor, limit: 20 },
      abort,
    }),
  );
  protected readonly open = resource({
    params: () => this.id(),
    loader: ({ params: id, abortSignal: abort }) =>
      this.#api.read(reconciliationPath(id), reconciliationSchema, { abort }),
  });
  protected readonly shown = computed(() => (this.open.hasValue() ? this.open.value() : undefined));
  protected readonly problem = computed(() => problemOf(this.open.error()));

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => void this.list.reload());
    });
    injectShortcut(
      'd',
      computed(() => this.words().make.start),
      () => void this.form()?.start(),
    );
  }

  protected madeBy({ madeBy, madeAt }: Reconciliation): string {
    return this.words().past.by(madeBy, readMoment(madeAt));
  }

  protected async show(id: string): Promise<void> {
    await this.#router.navigate([], { queryParams: { id } });
  }

  protected async made({ id }: Reconciliation): Promise<void> {
    await Promise.all([this.show(id), this.list.reload()]);
  }

  protected refresh(): void {
    this.open.reload();
    void this.list.reload();
  }
}
