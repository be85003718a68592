import type { OfficeApp } from './office-app.ts';

/** What no list says, and what rounds change meanwhile. */
const OWN = [
  ...['unit_id', 'id', 'dossier_id', 'import_id', 'position', 'hash', 'machine_at', 'phone_hash'],
  ...['next_signal_at', 'alerts_version', 'alerts_at'],
];

interface Kept {
  readonly office: OfficeApp;
  readonly unitId: number;
  /** The end of the unit's code, which its own codes have: `98` of `H24.98`. */
  readonly ending: string;
}

/** The rows of a table without what is a unit's own, in no order: two units that know the same have the same. */
export async function keptLines(
  { office, unitId, ending }: Kept,
  table: string,
  more: readonly string[] = [],
): Promise<readonly string[]> {
  const rows = await office.database.asRoot<{ line: string }>(
    `select (to_jsonb(told) - $2::text[])::text as line from ${table} as told where unit_id = $1`,
    [unitId, [...OWN, ...more]],
  );
  const own = new RegExp(`mc\\.h24\\.${ending}`, 'gi');
  return rows
    .map(({ line }) => line.replaceAll(own, (code) => code.replace(ending, '00')))
    .toSorted();
}
