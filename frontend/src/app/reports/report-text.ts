import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  reportIssuesPath,
  reportTextSchema,
  type IssueItem,
  type ReportBlock,
  type ReportChapter,
  type TextRun,
} from '#contract/reports';
import type { RegisterKind } from '#domain/register';
import { reportWords } from '#wording/reports';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { REGISTER_PLACE } from '../shell/index.ts';
import { Notice, Waiting } from '../ui/index.ts';
import type { OpenedCell } from './cell.ts';
import { CellList } from './cell-list.ts';
import { HeadingForm } from './heading-form.ts';
import { PassageEditor } from './passage-editor.ts';

/** The register behind a paragraph: what was typed in can be looked up and mended there. */
const REGISTERS: ReadonlyMap<string, RegisterKind> = new Map([
  ['directives', 'directive'],
  ['publications', 'publication'],
  ['outreach', 'outreach'],
  ['feedback', 'feedback'],
  ['surveys', 'survey'],
  ['verticalTyped', 'vertical'],
  ['index766', 'index766'],
  ['otherFigures', 'other'],
]);

type Figure = Extract<TextRun, { kind: 'figure' }>;

const keyOf = (block: ReportBlock | undefined): string =>
  block?.kind === 'automatic' ? block.key : '';

interface RegisterQuery {
  readonly kind: RegisterKind;
  readonly from: string;
  readonly to: string;
}

/** The words of a report: sentences whose numbers open into their dossiers, and passages people write. */
@Component({
  selector: 'mc-report-text',
  imports: [CellList, HeadingForm, Notice, PassageEditor, RouterLink, Waiting],
  templateUrl: './report-text.html',
  styleUrl: './report-text.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportTextView {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly words = injectWords(reportWords);
  protected readonly registerPlace = `/${REGISTER_PLACE}`;
  readonly issue = input.required<IssueItem>();

  protected readonly path = computed(() => `${reportIssuesPath}/${this.issue().id}`);
  protected readonly text = resource({
    params: () => this.path(),
    loader: ({ params: path, abortSignal: abort }) =>
      this.#api.read(`${path}/text`, reportTextSchema, { abort }),
  });
  protected readonly problem = computed(() => problemOf(this.text.error()));
  protected readonly mayEdit = computed(
    () => this.issue().allowed.includes('edit') && this.#session.may('reports.draft'),
  );
  protected readonly cell = signal<OpenedCell | undefined>(undefined);

  /** Whoever writes sees what is still empty; whoever reads sees the paper. */
  protected shown(chapter: ReportChapter): boolean {
    if (chapter.blocks.some(({ kind }) => kind === 'table')) return false;
    return (
      chapter.printed || (this.mayEdit() && chapter.blocks.some(({ kind }) => kind === 'human'))
    );
  }

  /** Where the entries behind a paragraph are kept, over the days they were counted in; told once. */
  protected registerOf({ blocks }: ReportChapter, at: number): RegisterQuery | undefined {
    const key = keyOf(blocks[at]);
    const kind = key === keyOf(blocks[at - 1]) ? undefined : REGISTERS.get(key);
    if (kind === undefined || !this.#session.may('registers.read')) return undefined;
    const { main, pakn } = this.issue().periods;
    const { from, to } = kind === 'feedback' ? (pakn ?? main) : main;
    return { kind, from, to };
  }

  protected titleOf({ number, heading }: ReportChapter): string {
    return [number === null ? '' : `${number}.`, heading ?? ''].filter(Boolean).join(' ');
  }

  protected open({ text, value, cell }: Figure): void {
    if (cell === null || value === null) return;
    this.cell.set({
      ...{ path: `${this.path()}/dossiers`, query: { ...cell }, count: value },
      heading: this.words().text.opened(text),
    });
  }
}
