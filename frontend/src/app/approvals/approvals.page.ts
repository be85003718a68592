import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import {
  type Approval,
  approvalPageSchema,
  approvalsPath,
  dossierAnswerSchema,
  returnedApprovalSchema,
} from '#contract/dossiers';
import { parseInstant } from '#domain/working-time';
import { approvalWords } from '#wording/approvals';
import {
  ApiClient,
  OfficeCalendar,
  OfficeClock,
  PagedList,
  People,
  Session,
  injectLive,
  newActKey,
} from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Button,
  Code,
  Confirmations,
  Kbd,
  Notice,
  Page,
  StateBadge,
  TimeLeft,
  Toasts,
  Waiting,
} from '../ui/index.ts';
import { askedLines } from './asked-lines.ts';

const PAUSING: ReadonlySet<string> = new Set(['request-supplement', 'hold']);

/** News after which somebody may wait for a decision, or no longer. */
const RELOADING: ReadonlySet<string> = new Set(['approval', 'dossier']);

/** *Chờ tôi duyệt*: what a leader decides between two meetings, on a telephone as well. */
@Component({
  selector: 'mc-approvals',
  imports: [Button, Code, Kbd, Notice, Page, StateBadge, TimeLeft, Waiting],
  templateUrl: './approvals.page.html',
  styleUrl: './approvals.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApprovalsPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly people = inject(People);
  protected readonly clock = inject(OfficeClock);
  protected readonly calendar = inject(OfficeCalendar).current;
  protected readonly words = injectWords(approvalWords);
  protected readonly readMoment = readMoment;

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly list = new PagedList<Approval>((cursor, abort) =>
    this.#api.read(approvalsPath, approvalPageSchema, {
      query: { unitId: this.#unitId(), cursor },
      abort,
    }),
  );
  /** Decided here: out of sight at once, whatever the list still says. */
  readonly #decided = signal<ReadonlySet<string>>(new Set());
  protected readonly waiting = computed(() =>
    this.list.items().filter(({ id }) => !this.#decided().has(id)),
  );
  readonly #activeId = signal<string | undefined>(undefined);
  protected readonly active = computed(
    () => this.waiting().find(({ id }) => id === this.#activeId()) ?? this.waiting()[0],
  );
  protected readonly busyId = signal<string | undefined>(undefined);

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => void this.list.reload());
    });
    injectLive((news) => {
      if (news === 'reset' || RELOADING.has(news.type)) void this.list.reload();
    });
    const keys = computed(() => this.words().keys);
    injectShortcut(
      'd',
      computed(() => keys().approve),
      () => this.#withActive((asked) => this.approve(asked)),
    );
    injectShortcut(
      't',
      computed(() => keys().giveBack),
      () => this.#withActive((asked) => this.giveBack(asked)),
    );
  }

  protected linesOf(asked: Approval) {
    return askedLines(asked, this.words(), readMoment);
  }

  protected askedBy({ requestedBy, requestedAt }: Approval): string {
    const name = this.people.nameOf(requestedBy.id) ?? this.words().someone;
    return this.words().askedBy(name, readMoment(requestedAt));
  }

  /** What approving does to the clock, where it does something. */
  protected clockNote({ command, dueAt }: Approval): string | undefined {
    if (!PAUSING.has(command)) return undefined;
    const now = this.clock.now();
    const due = parseInstant(dueAt ?? '');
    const isLate = due !== undefined && now !== undefined && now > due;
    return isLate ? this.words().pausedAsIs : this.words().paused;
  }

  protected stand({ id }: Approval): void {
    this.#activeId.set(id);
  }

  protected async approve(asked: Approval): Promise<void> {
    await this.#decide(asked, 'approve', {}, this.words().approved(codeOf(asked)));
  }

  protected async giveBack(asked: Approval): Promise<void> {
    const { giveBackHeading, giveBackText, giveBack, returned } = this.words();
    const confirmed = await this.#confirmations.ask({
      heading: giveBackHeading,
      text: giveBackText,
      act: giveBack,
      reason: 'required',
    });
    if (confirmed === undefined) return;
    const body = { reason: confirmed.reason ?? '' };
    await this.#decide(asked, 'return', body, returned(codeOf(asked)));
  }

  async #decide(
    asked: Approval,
    act: 'approve' | 'return',
    body: object,
    done: string,
  ): Promise<void> {
    if (this.busyId() !== undefined) return;
    this.busyId.set(asked.id);
    const answer = await this.#api.act({
      path: `${approvalsPath}/${asked.id}/${act}`,
      body,
      answer: act === 'approve' ? dossierAnswerSchema : returnedApprovalSchema,
      key: newActKey(),
    });
    this.busyId.set(undefined);
    if (answer.ok) {
      this.#decided.update((decided) => new Set([...decided, asked.id]));
      this.#toasts.done(done);
    } else {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      // Somebody else may have decided meanwhile.
      void this.list.reload();
    }
  }

  #withActive(act: (asked: Approval) => Promise<void>): void {
    const asked = this.active();
    if (asked !== undefined) void act(asked);
  }
}

const codeOf = ({ officialCode, dossierCode }: Approval): string => officialCode ?? dossierCode;
