/** Columns that are `jsonb`: an array in one of them is no array of the database's. */
const JSONB = new Set([
  'actor',
  'payload',
  'due',
  'due_rule',
  'out_of_area',
  'facts',
  'differences',
]);

const MARKS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (mark) => MARKS[mark] ?? mark) : text;

const fieldText = (column: string, value: unknown): string => {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'object') {
    const isArray = Array.isArray(value) && !JSONB.has(column);
    return escaped(isArray ? `{${value.join(',')}}` : JSON.stringify(value));
  }
  return escaped(typeof value === 'string' ? value : JSON.stringify(value));
};

/** One row as `COPY … FROM STDIN` reads it. */
export const copyLine = (columns: readonly string[], row: object): string => {
  const values = row as Readonly<Record<string, unknown>>;
  return `${columns.map((column) => fieldText(column, values[column])).join('\t')}\n`;
};
