import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import * as z from 'zod';
import {
  type DossierAnswer,
  type DossierItem,
  awaitedApprovalSchema,
  dossierAnswerSchema,
  dossierPageSchema,
  dossiersPath,
} from '#contract/dossiers';
import { parseInstant } from '#domain/working-time';
import { actWords } from '#wording/dossiers';
import { receptionWords } from '#wording/reception';
import { uiWords } from '#wording/ui';
import {
  ApiClient,
  type ClientProblem,
  OfficeCalendar,
  OfficeClock,
  injectLive,
  newActKey,
  problemOf,
} from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import {
  Badge,
  Button,
  Code,
  Confirmations,
  Notice,
  Toasts,
  Waiting,
  spanText,
} from '../ui/index.ts';
import { intakeClock } from './intake-clock.ts';
import { type IntakeKind, IntakeSheet } from './intake-sheet.ts';
import { ReceptionDesk } from './reception-desk.ts';
import { type WaitingRows, merged, swept } from './waiting-rows.ts';

const MOST = 500;
const SHOWN = 30;
/** Several changes in a row are one look. */
const LOOK_MS = 600;

const looks = {
  late: ['overdue', 'overdue'],
  near: ['near', 'alert'],
  later: ['plain', 'clock'],
} as const;

const answered = z.union([awaitedApprovalSchema, dossierAnswerSchema]);

type IntakeCommand = 'accept' | 'refuse' | 'request-supplement';

/** Online dossiers that wait for somebody to take them in, the longest waiting first. */
@Component({
  selector: 'mc-waiting-dossiers',
  imports: [Badge, Button, Code, IntakeSheet, Notice, Waiting],
  templateUrl: './waiting-dossiers.html',
  styleUrl: './waiting-dossiers.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingDossiers {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  readonly #clock = inject(OfficeClock);
  readonly #calendar = inject(OfficeCalendar).current;
  protected readonly desk = inject(ReceptionDesk);
  readonly #words = injectWords(receptionWords);
  readonly #acts = injectWords(actWords);
  readonly #ui = injectWords(uiWords);
  protected readonly words = computed(() => this.#words().waiting);
  protected readonly readMoment = readMoment;
  protected readonly numberText = numberText;

  protected readonly list = signal<WaitingRows<DossierItem>>({ rows: [], gone: new Set() });
  protected readonly loaded = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  readonly #most = signal(SHOWN);
  protected readonly shown = computed(() => this.list().rows.slice(0, this.#most()));
  protected readonly count = computed(() => this.list().rows.length - this.list().gone.size);
  protected readonly sheet = signal<
    { readonly row: DossierItem; readonly kind: IntakeKind } | undefined
  >(undefined);
  #look: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.desk.unitId();
      untracked(() => {
        this.list.set({ rows: [], gone: new Set() });
        void this.look();
      });
    });
    injectLive((news) => {
      if (news !== 'reset' && news.type !== 'dossier') return;
      clearTimeout(this.#look);
      this.#look = setTimeout(() => void this.look(), LOOK_MS);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#look));
  }

  protected async look(): Promise<void> {
    const query = { unitId: this.desk.unitId(), state: 'submitted', sort: 'received', limit: MOST };
    try {
      const { items } = await this.#api.read(dossiersPath, dossierPageSchema, { query });
      this.list.update((list) => merged(list, items));
      this.problem.set(undefined);
      this.loaded.set(true);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      this.problem.set(problem);
    }
  }

  protected sweep(): void {
    this.list.update(swept);
  }

  protected more(): void {
    this.#most.update((most) => most + SHOWN);
  }

  protected clockOf({ submittedAt }: DossierItem) {
    const [sentAt, now] = [parseInstant(submittedAt ?? ''), this.#clock.now()];
    const calendar = this.#calendar();
    if (sentAt === undefined || now === undefined || calendar === undefined) return undefined;
    const { standing, span } = intakeClock(sentAt, now, calendar);
    const [tone, icon] = looks[standing];
    const [text, words] = [spanText(span, this.#ui().span), this.words()];
    return { tone, icon, text: standing === 'late' ? words.late(text) : words.leftShort(text) };
  }

  protected open(row: DossierItem, kind: IntakeKind): void {
    this.sheet.set({ row, kind });
  }

  protected async refuse(row: DossierItem): Promise<void> {
    const { refuseHeading, refuseText, refuse } = this.words();
    const confirmed = await this.#confirmations.ask({
      heading: refuseHeading(codeOf(row)),
      text: refuseText,
      act: refuse,
      danger: true,
      reason: 'required',
      reasons: Object.entries(this.#acts().refusalReasons).map(([code, label]) => ({
        code,
        label,
      })),
    });
    if (confirmed === undefined) return;
    const { reason, reasonCode } = confirmed;
    const problem = await this.act(row, 'refuse', { reason, reasonCode }, newActKey());
    if (problem !== undefined) this.#toasts.failed(`${problem.title}. ${problem.detail}`);
  }

  /** What the server refuses goes back to where it was typed. */
  protected readonly act = async (
    row: DossierItem,
    command: IntakeCommand,
    body: object,
    key: string,
  ): Promise<ClientProblem | undefined> => {
    const answer = await this.#api.act({
      path: `${dossiersPath}/${row.id}/${command}`,
      body,
      answer: answered,
      version: row.version,
      key,
    });
    void this.look();
    if (!answer.ok) return answer.problem;
    this.#toasts.done(this.#done(row, command, answer.value));
    return undefined;
  };

  #done(row: DossierItem, command: IntakeCommand, answer: z.output<typeof answered>): string {
    const { awaiting, accepted, refused, asked } = this.words();
    if ('approvalId' in answer) return awaiting(codeOf(row));
    if (command === 'refuse') return refused(codeOf(row));
    if (command === 'request-supplement') return asked(codeOf(row));
    const { dueAt }: DossierAnswer = answer;
    return accepted(codeOf(answer), readMoment(dueAt) || this.#words().last.noDue);
  }
}

const codeOf = ({ officialCode, code }: Pick<DossierItem, 'officialCode' | 'code'>): string =>
  officialCode ?? code;
