import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  findingPath,
  findingSchema,
  findingsPageSchema,
  findingsPath,
  type Finding,
  type FindingKind,
} from '#contract/reconciliations';
import { CAUSES, type Cause } from '#domain/reconciliation';
import { reconciliationWords } from '#wording/reconciliations';
import { ApiClient, PagedList, People, Session } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, FieldInput, Notice, Toasts, Waiting } from '../ui/index.ts';

type Listed = Finding & { readonly id: string };

interface Said {
  readonly cause: string;
  readonly ownerId: string;
  readonly note: string;
}

const saidOf = ({ explained }: Finding): Said => ({
  cause: explained?.cause ?? '',
  ownerId: explained?.ownerId ?? '',
  note: explained?.note ?? '',
});

/** The dossiers of one kind of difference, each with what speaks for it and what somebody found out. */
@Component({
  selector: 'mc-finding-list',
  imports: [Badge, Button, FieldInput, Notice, RouterLink, Waiting],
  templateUrl: './finding-list.html',
  styleUrl: './finding-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #people = inject(People);
  protected readonly people = this.#people.users;
  protected readonly words = injectWords(reconciliationWords);
  protected readonly causes = CAUSES;
  protected readonly place = `/${DOSSIER_PLACE}`;
  protected readonly numberText = numberText;
  readonly reconciliation = input.required<string>();
  readonly kind = input.required<FindingKind>();
  readonly explained = output();

  protected readonly list = new PagedList<Listed>(async (cursor, abort) => {
    const query = { kind: this.kind(), cursor };
    const path = findingsPath(this.reconciliation());
    const page = await this.#api.read(path, findingsPageSchema, { query, abort });
    return { ...page, items: page.items.map((item) => ({ ...item, id: String(item.number) })) };
  });

  constructor() {
    effect(() => {
      this.reconciliation();
      this.kind();
      untracked(() => void this.list.reload());
    });
  }

  protected mayExplain(): boolean {
    return this.#session.may('reconciliations.write');
  }

  protected guessOf({ causes }: Finding): string | undefined {
    const { causes: named, finding } = this.words();
    return causes.length === 0
      ? undefined
      : finding.guess(causes.map((cause) => named[cause]).join(', '));
  }

  protected dueOf({ declaredDueAt, dueAt }: Finding): string | undefined {
    return declaredDueAt === null || dueAt === null
      ? undefined
      : this.words().finding.due(readMoment(declaredDueAt), readMoment(dueAt));
  }

  protected explainedBy({ explained }: Finding): string | undefined {
    return explained === null
      ? undefined
      : this.words().finding.by(explained.by, readMoment(explained.at));
  }

  /** Each part is said with the others as they are: what is left out is taken back. */
  protected async say(finding: Listed, part: keyof Said, event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const before = saidOf(finding);
    const said: Said = { ...before, [part]: field.value.trim() };
    const { ownerId, note } = said;
    const cause = this.causes.find((each): each is Cause => each === said.cause);
    if (cause === undefined) return;
    const path = findingPath(this.reconciliation(), finding.number);
    const body = { cause, ...(ownerId && { ownerId }), ...(note && { note }) };
    const answer = await this.#api.act({ path, body, answer: findingSchema });
    if (answer.ok) {
      this.list.replace({ ...answer.value, id: finding.id });
      this.#toasts.done(this.words().finding.saved);
      this.explained.emit();
    } else {
      field.value = before[part];
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    }
  }
}
