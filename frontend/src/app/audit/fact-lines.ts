import type { AuditEntry } from '#contract/audit';

/** A fact as people compare it: what it was, and what it is. */
export interface FactLine {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** How answers and names of facts are said. */
export interface FactWords {
  readonly yes: string;
  readonly no: string;
  readonly facts: Readonly<Record<string, string>>;
}

const textOf = (value: unknown, words: FactWords): string => {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((each) => textOf(each, words)).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, each]) => `${words.facts[name] ?? name}: ${textOf(each, words)}`)
      .join('; ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was before beside what came after, and whatever else was noted; what did not change is left out. */
export const factLines = (
  { facts }: Pick<AuditEntry, 'facts'>,
  words: FactWords,
): readonly FactLine[] => {
  const named = (name: string): string => words.facts[name] ?? name;
  const { before, after, ...others } = facts;
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  // Of a change only what was asked for is noted as after: the rest stayed.
  const names = isRecord(after) && Object.keys(is).length > 0 ? Object.keys(is) : Object.keys(was);
  const changed = names.flatMap((name) => {
    const [former, latter] = [textOf(was[name], words), textOf(is[name], words)];
    const line = { name: named(name), before: former, after: latter };
    return line.before === line.after ? [] : [line];
  });
  // Where the reason lies is nothing to read: the reason itself stands beside it.
  const told = Object.entries(others).filter(([name]) => name !== 'reasonId');
  const noted = told.map(([name, value]) => ({
    ...{ name: named(name), before: '', after: textOf(value, words) },
  }));
  return [...changed, ...noted];
};
