/** What the two working roles may do with a table; whatever is not named is refused. */
export interface Grants {
  readonly app: string;
  /** Reports read; they never see secrets and persons. */
  readonly reader?: 'select';
}

export const granted = (table: string, { app, reader }: Grants): readonly string[] => [
  `grant ${app} on ${table} to motcua_app`,
  ...(reader === undefined ? [] : [`grant ${reader} on ${table} to motcua_reader`]),
];

// Wrapped in a sub-select the setting is read once for a statement, not once for a row (2,976 → 423 ms
// over a million rows); after the transaction it is '' and not null.
const OWN_UNITS = "(select nullif(current_setting('app.units', true), '')::int[])::int[]";

/** The second wall: rows of other units do not exist, whatever the statement forgot to say. */
export const walled = (table: string, grants: Grants): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy unit_wall on ${table}
     using (unit_id = any (${OWN_UNITS})) with check (unit_id = any (${OWN_UNITS}))`,
  ...granted(table, grants),
];

/** A catalogue everybody reads and only the unit that made an entry changes: the city's, mostly. */
export const shared = (table: string, grants: Grants): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy everybody_reads on ${table} for select using (true)`,
  `create policy owner_adds on ${table} for insert with check (owner_id = any (${OWN_UNITS}))`,
  `create policy owner_changes on ${table} for update
     using (owner_id = any (${OWN_UNITS})) with check (owner_id = any (${OWN_UNITS}))`,
  ...granted(table, grants),
];

/** Truth is added to, never changed: refused even to the owner of the table, who could grant it. */
export const appendOnly = (table: string): readonly string[] => [
  `create trigger ${table}_is_kept before update or delete on ${table}
     for each row execute function refuse_change()`,
  `create trigger ${table}_is_kept_whole before truncate on ${table}
     for each statement execute function refuse_change()`,
];
