import { componentsIn } from '#domain/dossier';
import type { HappenedWords } from '#wording/dossiers';
import { numberText, readMoment } from '../language/index.ts';
import type { Entry } from './timeline-entries.ts';

/** One thing an event says, ready to be read. */
export interface Line {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly was: string | undefined;
}

/** What the codes of a dossier are called; undefined where nobody has a name for it. */
export type Codes = (member: string, code: string) => string | undefined;

const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

const textOf = (name: string, value: unknown, codes: Codes): string => {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'string') return '';
  return (MOMENT.test(value) ? readMoment(value) : codes(name, value)) ?? value;
};

/** *Thành phần hồ sơ*, kept as text of the event with which the dossier came. */
const componentsSaid = (items: string, { kinds }: HappenedWords): string =>
  componentsIn(items)
    .map(({ name, kind, copies }) => {
      const said = [kind === undefined ? [] : kinds[kind], copies ?? []].flat();
      return said.length === 0 ? name : `${name} (${said.join(', ')})`;
    })
    .join('; ');

const OPENINGS: ReadonlySet<string> = new Set(['submitted', 'received']);

/** What an event says: its codes by their names, then what was said in free words. */
export const entryLines = (
  { event, members }: Entry,
  words: HappenedWords,
  codes: Codes,
): readonly Line[] => {
  const line = (name: string, text: string, was?: string): Line => ({
    name: `${event.version}/${name}`,
    label: words.members[name] ?? name,
    text,
    was,
  });
  const said = members.map(({ name, value, was }) =>
    line(
      name,
      textOf(name, value, name === 'cause' ? (_cause, code) => words.causes[code] : codes),
      was === undefined ? undefined : textOf(name, was, codes),
    ),
  );
  const free = Object.entries(event.texts ?? {}).map(([name, text]) =>
    name === 'items' && OPENINGS.has(event.type)
      ? line('components', componentsSaid(text, words))
      : line(name, text),
  );
  const reason = event.reason === undefined ? [] : [line('reason', event.reason)];
  return [...said, ...reason, ...free].filter(({ text, was }) => text !== '' || was !== undefined);
};
