import type { ImportAnswer, ImportError, ImportRow } from '#contract/imports';
import { importsPath } from '#contract/imports';
import type { DossierDetail, DossierItem, EventAnswer } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import type { Answer, Browser } from './office-app.ts';
import { until } from './until.ts';

const ENDED: readonly string[] = ['checked', 'done', 'failed', 'cancelled'];

/** A table as somebody pastes it from a page. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\n');

export const TITLES = [
  'MaHoSo',
  'MaTTHC',
  'KenhNop',
  'NgayTiepNhan',
  'NgayHenTra',
  'TrangThai',
  'NguoiNop',
];

/** A row of such a table: received, and promised for the day after. */
export const row = (number: number, changes: Partial<Record<string, string>> = {}): string[] => {
  const cells: Partial<Record<string, string>> = {
    MaHoSo: `H24.99-260302-${String(number).padStart(4, '0')}`,
    MaTTHC: '2.000815',
    KenhNop: '1',
    NgayTiepNhan: '02/03/2026 08:00',
    NgayHenTra: '03/03/2026 17:00',
    TrangThai: '2',
    NguoiNop: 'Nguyễn Văn An',
    ...changes,
  };
  return TITLES.map((title) => cells[title] ?? '');
};

/** Somebody who brings lists in. */
export class ImportDesk {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  post(body: object, headers: Readonly<Record<string, string>> = {}) {
    return this.#browser.post<{ readonly id: string } & Problem>(importsPath, body, headers);
  }

  /** A file, as a form brings it. */
  upload(
    content: string | Buffer,
    fields: Readonly<Record<string, string>>,
  ): Promise<Answer<{ readonly id: string } & Problem>> {
    const boundary = 'ranh-gioi';
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="ds.csv"\r\ncontent-type: text/csv\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(parts.join('') + file),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.#browser.ask({
      ...{ method: 'POST', url: importsPath, body },
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  async get(id: string): Promise<ImportAnswer> {
    const { body } = await this.#browser.get<ImportAnswer>(`${importsPath}/${id}`);
    return body;
  }

  ended(id: string): Promise<ImportAnswer> {
    return until(
      () => this.get(id),
      ({ state }) => ENDED.includes(state),
      60_000,
    );
  }

  /** Brings a list in and waits until it has come to its end. */
  async brought(text: string, more: object = {}): Promise<ImportAnswer> {
    const answer = await this.post({ profile: 'dossiers-national', text, ...more });
    if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
    return this.ended(answer.body.id);
  }

  /** The same of whole histories. */
  lines(dossiers: readonly object[], more: object = {}): Promise<ImportAnswer> {
    const text = dossiers.map((dossier) => JSON.stringify(dossier)).join('\n');
    return this.brought(text, { profile: 'dossiers-ndjson', ...more });
  }

  act(id: string, act: 'commit' | 'cancel' | 'undo') {
    return this.#browser.post<ImportAnswer & Problem>(`${importsPath}/${id}/${act}`, {});
  }

  async rows(id: string, query = ''): Promise<readonly ImportRow[]> {
    const url = `${importsPath}/${id}/rows?limit=500${query}`;
    return (await this.#browser.get<Page<ImportRow>>(url)).body.items;
  }

  async errors(id: string): Promise<readonly ImportError[]> {
    const url = `${importsPath}/${id}/errors`;
    return (await this.#browser.get<{ items: readonly ImportError[] }>(url)).body.items;
  }

  async dossiers(query = ''): Promise<readonly DossierItem[]> {
    const url = `/api/v1/dossiers?limit=500${query}`;
    return (await this.#browser.get<Page<DossierItem>>(url)).body.items;
  }

  async dossier(code: string): Promise<DossierDetail> {
    const found = (await this.dossiers(`&q=${code}`))[0];
    if (found === undefined) throw new Error(`no dossier ${code}`);
    return (await this.#browser.get<DossierDetail>(`/api/v1/dossiers/${found.id}`)).body;
  }

  async events(code: string): Promise<readonly EventAnswer[]> {
    const { id } = await this.dossier(code);
    const url = `/api/v1/dossiers/${id}/events?limit=500`;
    return (await this.#browser.get<Page<EventAnswer>>(url)).body.items;
  }

  command(
    { id, version }: Pick<DossierDetail, 'id' | 'version'>,
    command: string,
    body: object,
  ): Promise<Answer> {
    return this.#browser.post(`/api/v1/dossiers/${id}/${command}`, body, {
      'if-match': `"${version}"`,
    });
  }
}
