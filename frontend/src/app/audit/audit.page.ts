import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type AuditEntry,
  type AuditHeap,
  auditExportPath,
  auditHeaps,
  auditPageSchema,
  auditPath,
  auditSealPath,
  auditSealSchema,
} from '#contract/audit';
import { formatInstant, parseDay, plusDays, startOf } from '#domain/working-time';
import { auditActs, auditWords } from '#wording/audit';
import { ApiClient, PagedList, People, Session } from '../api/index.ts';
import { LanguageService, injectWords, numberText, readMoment } from '../language/index.ts';
import { DOSSIER_PLACE } from '../shell/index.ts';
import {
  Badge,
  Button,
  type Chip,
  Chips,
  Combobox,
  DayInput,
  Field,
  FieldInput,
  Icon,
  Notice,
  Page,
  Toasts,
  Waiting,
} from '../ui/index.ts';
import { factLines } from './fact-lines.ts';

type Line = AuditEntry & { readonly id: string };

interface Wanted {
  readonly about?: string | undefined;
  readonly who?: string | undefined;
  readonly dossier?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const dayAt = (text: string | undefined, later: number): string | undefined => {
  const day = parseDay(text ?? '');
  return day === undefined ? undefined : formatInstant(startOf(plusDays(day, later)));
};

/** *Nhật ký*: who did what, when, from where; who looked at what is masked, and why. */
@Component({
  selector: 'mc-audit',
  imports: [
    ...[Badge, Button, Chips, Combobox, DayInput, Field, FieldInput, Icon, Notice, Page],
    ...[RouterLink, Waiting],
  ],
  templateUrl: './audit.page.html',
  styleUrl: './audit.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  readonly #language = inject(LanguageService);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  protected readonly words = injectWords(auditWords);
  protected readonly readMoment = readMoment;
  protected readonly factLines = factLines;

  /** From the address bar: heaps, ids, codes and days, never a name. */
  readonly about = input<string>();
  readonly who = input<string>();
  readonly dossier = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  protected readonly busy = signal(false);

  protected readonly heap = computed<AuditHeap | undefined>(() =>
    auditHeaps.find((each) => each === this.about()),
  );
  protected readonly isReveals = computed(() => this.heap() === 'reveals');
  protected readonly chips = computed<readonly Chip[]>(() =>
    auditHeaps.map((value) => ({ value, label: this.words().heaps[value] })),
  );
  protected readonly officers = computed(() =>
    this.#people.users().map(({ id, displayName, title }) => ({
      ...{ value: id, label: displayName },
      ...(title !== null && { note: title }),
    })),
  );
  protected readonly isFiltered = computed(() =>
    [this.who(), this.dossier(), this.from(), this.to()].some((each) => (each ?? '') !== ''),
  );

  readonly #unitId = computed(() => this.#session.unit()?.id);
  readonly #search = computed(() => ({
    ...{ unitId: this.#unitId(), about: this.heap() },
    ...{ actorId: this.who(), dossier: this.dossier() },
    ...{ from: dayAt(this.from(), 0), to: dayAt(this.to(), 1) },
  }));

  protected readonly list = new PagedList<Line>(async (cursor, abort) => {
    const query = { ...this.#search(), cursor };
    const page = await this.#api.read(auditPath, auditPageSchema, { query, abort });
    return { ...page, items: page.items.map((each) => ({ ...each, id: String(each.position) })) };
  });
  readonly #seal = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(auditSealPath, auditSealSchema, { query: { unitId }, abort }),
  });
  protected readonly seal = computed(() => {
    if (!this.#seal.hasValue()) return undefined;
    const { sealedLines, unsealedLines, sealedAt } = this.#seal.value();
    const { sealed, unsealed, allSealed, notSealed } = this.words();
    return {
      isSealed: sealedAt !== null,
      text: sealedAt === null ? notSealed : sealed(numberText(sealedLines), readMoment(sealedAt)),
      waiting: unsealedLines === 0 ? allSealed : unsealed(numberText(unsealedLines)),
    };
  });

  constructor() {
    effect(() => {
      this.#search();
      untracked(() => void this.list.reload());
    });
  }

  protected go(queryParams: Wanted): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected find(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.go({ dossier: value.trim() === '' ? undefined : value.trim() });
  }

  protected clear(): void {
    this.go({ who: undefined, dossier: undefined, from: undefined, to: undefined });
  }

  protected actOf({ act }: Line): string {
    return auditActs[this.#language.current()](act) ?? this.words().otherAct;
  }

  protected nameOf({ actor }: Line): string {
    return actor.name ?? this.words().by[actor.kind] ?? '–';
  }

  protected placeOf({ actor }: Line): string | undefined {
    const name = this.#people.nameOf(actor.standsInFor);
    return name === undefined ? undefined : `${this.words().inPlaceOf} ${name}`;
  }

  protected subjectOf({ subjectType, subjectName }: Line): string {
    // Without a name of its own the act has said what it was about.
    if (subjectName === null) return '';
    return `${this.words().subjects[subjectType ?? ''] ?? ''} ${subjectName}`.trim();
  }

  protected linkOf({ subjectType, subjectId }: Line): string | undefined {
    const mayOpen = subjectType === 'dossier' && this.#session.may('dossiers.read');
    return mayOpen && subjectId !== null ? `/${DOSSIER_PLACE}/${subjectId}` : undefined;
  }

  protected shownOf({ facts: { fields } }: Line): string {
    if (!Array.isArray(fields)) return '';
    const { revealed } = this.words();
    return fields.map((field) => revealed[String(field)] ?? String(field)).join(', ');
  }

  protected async export(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const wanted = Object.entries(this.#search()).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    const answer = await this.#api.fetchFile(auditExportPath, Object.fromEntries(wanted));
    this.busy.set(false);
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(answer.value);
    link.download = 'nhat-ky.csv';
    link.click();
    URL.revokeObjectURL(link.href);
    this.#toasts.done(this.words().exported);
    await this.list.reload();
  }
}
