import type { appendRequest } from '../../../backend/src/dossiers/store/append-request.ts';
import { copyLine } from './copy-text.ts';
import { hashesOf } from './event-chain.ts';

export type Request = ReturnType<typeof appendRequest>;

/** What a live command writes, table by table; the feed and the outbox stay quiet. */
const COLUMNS = {
  dossier_event: [
    ...['unit_id', 'dossier_id', 'version', 'type', 'occurred_at', 'recorded_at', 'backdated'],
    ...['actor', 'payload', 'due', 'source', 'hash'],
  ],
  dossier_text: ['unit_id', 'dossier_id', 'version', 'member', 'body'],
  dossier_span: [
    ...['unit_id', 'dossier_id', 'number', 'from_at', 'to_at', 'state', 'step_key', 'holder_user'],
    ...['holder_department', 'holder_agency', 'due_at', 'before_extension_at', 'paused'],
  ],
  dossier_fact: [
    ...[
      'unit_id',
      'dossier_id',
      'left_out',
      'authority',
      'procedure_code',
      'field',
      'online_level',
    ],
    ...['paper_result', 'channel', 'source', 'came_at', 'finished_at', 'outcome', 'due_at'],
    ...['before_extension_at', 'due_known_from', 'components_digitised_at', 'result_digitised_at'],
    ...['electronic_result_at', 'archived_at', 'data_reused_at', 'fee_charged_at'],
    'fee_paid_online_at',
  ],
  applicant: [
    ...['unit_id', 'dossier_id', 'kind', 'name', 'name_plain', 'phone', 'id_number', 'tax_code'],
    ...['address', 'email', 'on_behalf_of', 'phone_hash', 'id_hash'],
  ],
  search_word: ['unit_id', 'word', 'dossier_id'],
  source_record: [
    ...['unit_id', 'source', 'external_code', 'dossier_id', 'source_status', 'as_of', 'known_at'],
    'differences',
  ],
  lookup_code: ['unit_id', 'dossier_id', 'sealed', 'hash'],
  audit: [
    ...['unit_id', 'office_at', 'actor', 'act', 'outcome', 'subject_type', 'subject_id', 'facts'],
    ...['request_id', 'address'],
  ],
} as const;

type Beside = keyof typeof COLUMNS;

/** As the store's function adds them: the whole code, and what stands behind the unit's. */
const codeWords = (code: string, { prefix }: NonNullable<Request['code']>): readonly string[] => [
  code.toLowerCase(),
  code.slice(prefix.length - 7),
];

/** The rows of many commands, ready to be copied in. */
export class Rows {
  readonly #lines = new Map<string, string[]>();
  #columns: readonly string[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** `code` is the dossier's own, drawn for it beforehand. */
  add(request: Request, code: string): void {
    const { unit, dossierId } = request;
    this.#addDossier({ ...request.row, unit_id: unit, id: dossierId, code });
    this.#addEvents(request, code);
    const own = request.code === undefined ? [] : codeWords(code, request.code);
    const words = [...new Set([...(request.words ?? []), ...own])];
    this.#add(
      'search_word',
      request,
      words.map((word) => ({ word })),
    );
    this.#add('dossier_span', request, request.spans);
    this.#add('dossier_fact', request, listOf(request.facts));
    this.#add('dossier_text', request, request.texts ?? []);
    this.#add('applicant', request, listOf(request.applicant));
    this.#add('source_record', request, request.sources ?? []);
    this.#add('lookup_code', request, listOf(request.lookup));
    this.#add('audit', request, request.audit);
  }

  /** Each table's lines: the dossiers first. */
  tables(): readonly (readonly [table: string, columns: readonly string[], text: string])[] {
    return [...this.#lines].map(([table, lines]) => [
      table,
      this.#columnsOf(table),
      lines.join(''),
    ]);
  }

  #columnsOf(table: string): readonly string[] {
    return table === 'dossier' ? this.#columns : COLUMNS[table as Beside];
  }

  #addDossier(row: object): void {
    if (this.#columns.length === 0) this.#columns = Object.keys(row);
    this.#put('dossier', copyLine(this.#columns, row));
    this.#count += 1;
  }

  #addEvents(request: Request, code: string): void {
    const events = request.events.map((event) => withCode(event, code));
    const hashes = hashesOf(request, events);
    const rows = events.map((event, index) => ({ ...event, hash: `\\x${hashes[index]}` }));
    this.#add('dossier_event', request, rows);
  }

  #add(table: Beside, { unit, dossierId }: Request, rows: readonly object[]): void {
    const key = { unit_id: unit, dossier_id: dossierId };
    for (const row of rows) this.#put(table, copyLine(COLUMNS[table], { ...key, ...row }));
  }

  #put(table: string, line: string): void {
    const lines = this.#lines.get(table) ?? [];
    if (lines.length === 0) this.#lines.set(table, lines);
    lines.push(line);
  }
}

const listOf = <Item>(item: Item | undefined): readonly Item[] =>
  item === undefined ? [] : [item];

const withCode = (event: Request['events'][number], code: string): Request['events'][number] => {
  const payload = event.payload as { readonly intake?: object };
  return payload.intake === undefined
    ? event
    : { ...event, payload: { ...payload, intake: { ...payload.intake, code } } };
};
