import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  issueChangesSchema,
  issuePageSchema,
  issueSchema,
  reportIssuesPath,
  type ExportFormat,
  type IssueDiff,
  type IssueItem,
} from '#contract/reports';
import { isFrozen } from '#domain/report';
import { reportWords } from '#wording/reports';
import { ApiClient, PagedList, Session, newActKey } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, Button, Confirmations, Notice, Toasts, Waiting } from '../ui/index.ts';
import { AttachDialog } from './attach-dialog.ts';
import { DifferenceNotice } from './difference-notice.ts';
import { IssueChanges } from './issue-changes.ts';
import { signOf, toneOf } from './issue-looks.ts';
import { PaperPreview } from './paper-preview.ts';
import { ReportTextView } from './report-text.ts';

/** What a press of a button here does, with the permission it takes. */
const ACTS = [
  { act: 'submit', permission: 'reports.draft' },
  { act: 'approve', permission: 'reports.issue' },
  { act: 'return', permission: 'reports.issue' },
  { act: 'issue', permission: 'reports.issue' },
  { act: 'send', permission: 'reports.draft' },
  { act: 'explain', permission: 'reports.draft' },
] as const;
type Act = (typeof ACTS)[number]['act'];

/** What a report can be taken away as, by the names officers know. */
const FILES = [
  { format: 'docx', name: 'Word' },
  { format: 'pdf', name: 'PDF' },
  { format: 'xlsx', name: 'Excel' },
  { format: 'csv', name: 'CSV' },
] as const;

interface Adjusted {
  readonly id: string;
  readonly diff: IssueDiff;
}

/** Reports drawn up, on their way to the city: each with what may be done to it now. */
@Component({
  selector: 'mc-issue-list',
  imports: [
    ...[AttachDialog, Badge, Button, DifferenceNotice, IssueChanges, Notice, PaperPreview],
    ...[ReportTextView, RouterLink, Waiting],
  ],
  templateUrl: './issue-list.html',
  styleUrl: './issue-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IssueList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(reportWords);
  protected readonly readMoment = readMoment;
  protected readonly signOf = signOf;
  protected readonly toneOf = toneOf;
  protected readonly isFrozen = isFrozen;
  protected readonly files = FILES;
  /** The report whose text stands open. */
  protected readonly readId = signal<string | undefined>(undefined);
  /** The report whose paper is looked at. */
  protected readonly paperId = signal<string | undefined>(undefined);
  protected readonly busyId = signal<string | undefined>(undefined);
  protected readonly adjusted = signal<Adjusted | undefined>(undefined);

  protected readonly list = new PagedList<IssueItem>((cursor, abort) =>
    this.#api.read(reportIssuesPath, issuePageSchema, {
      query: { unitId: this.#session.unit()?.id, cursor },
      abort,
    }),
  );

  constructor() {
    effect(() => {
      this.#session.unit();
      untracked(() => void this.list.reload());
    });
  }

  protected actsOf({ allowed }: IssueItem): readonly Act[] {
    return ACTS.filter(
      ({ act, permission }) => allowed.includes(act) && this.#session.may(permission),
    ).map(({ act }) => act);
  }

  protected mayAttach({ allowed }: IssueItem): boolean {
    return allowed.includes('attach') && this.#session.may('reports.draft');
  }

  protected pathOf({ id }: IssueItem): string {
    return `${reportIssuesPath}/${id}`;
  }

  protected daysOf({ periods }: IssueItem): string {
    const day = (date: string): string => date.split('-').reverse().join('/');
    return `${day(periods.main.from)} – ${day(periods.main.to)}`;
  }

  protected exportOf({ id }: IssueItem, format: ExportFormat): string {
    return `${reportIssuesPath}/${id}/export?format=${format}`;
  }

  protected async act(item: IssueItem, act: Act): Promise<void> {
    const body = await this.#bodyOf(item, act);
    if (body === undefined || this.busyId() !== undefined) return;
    this.busyId.set(item.id);
    const answer = await this.#api.act({
      path: `${reportIssuesPath}/${item.id}/${act}`,
      ...{ body, answer: issueSchema, key: newActKey() },
    });
    this.busyId.set(undefined);
    if (answer.ok) this.#toasts.done(this.words().screen.done[act]);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    void this.list.reload();
  }

  /** *Điều chỉnh sau khi chốt số liệu*: cell by cell, with the dossiers named. */
  protected async compare({ id }: IssueItem, against: IssueDiff['against']): Promise<void> {
    this.busyId.set(id);
    try {
      const path = `${reportIssuesPath}/${id}/changes`;
      const diff = await this.#api.read(path, issueChangesSchema, { query: { against } });
      const changes = diff.changes.filter(({ form }) => form === 'ii06b');
      this.adjusted.set({ id, diff: { against, changes } });
    } finally {
      this.busyId.set(undefined);
    }
  }

  async #bodyOf(item: IssueItem, act: Act): Promise<object | undefined> {
    const { screen } = this.words();
    if (act === 'return') {
      const reason = await this.#reasonFor(screen.returnHeading, screen.acts.return);
      return reason === undefined ? undefined : { reason };
    }
    if (act === 'explain') {
      const { explainHeading, acts } = screen;
      const explanation = await this.#reasonFor(explainHeading, acts.explain, item.reason);
      return explanation === undefined ? undefined : { explanation };
    }
    return act === 'issue' ? this.#confirmed(item) : {};
  }

  /** Undefined when the person thought better of it. */
  async #reasonFor(
    heading: string,
    act: string,
    text: string | null = null,
  ): Promise<string | undefined> {
    const question = { heading, act, reason: 'required', ...(text !== null && { text }) } as const;
    return (await this.#confirmations.ask(question))?.reason;
  }

  async #confirmed(item: IssueItem): Promise<object | undefined> {
    const { issueHeading, issueText, acts } = this.words().screen;
    const told = await this.#confirmations.ask({
      ...{ heading: issueHeading, text: issueText(this.daysOf(item)), act: acts.issue },
    });
    return told && {};
  }
}
