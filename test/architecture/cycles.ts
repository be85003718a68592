import { dirname, posix } from 'node:path';
import ts from 'typescript';

export type Sources = ReadonlyMap<string, string>;

const door = (specifier: string): string | undefined => {
  if (specifier === '#wording') return 'shared/wording/index.ts';
  const room = /^#(domain|contract)\/(.+)$/.exec(specifier);
  return room === null ? undefined : `shared/${room[1] ?? ''}/${room[2] ?? ''}/index.ts`;
};

const targetsOf = (path: string, text: string): string[] =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? posix.join(dirname(path), fileName) : door(fileName),
    )
    .filter((target) => target !== undefined);

/** The first way back to where one started, as a list of files; undefined when there is none. */
export function findCycle(sources: Sources): string[] | undefined {
  const imports = new Map([...sources].map(([path, text]) => [path, targetsOf(path, text)]));
  const settled = new Set<string>();

  const walk = (path: string, trail: readonly string[]): string[] | undefined => {
    const met = trail.indexOf(path);
    if (met >= 0) return [...trail.slice(met), path];
    if (settled.has(path)) return undefined;
    for (const next of imports.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle !== undefined) return cycle;
    }
    settled.add(path);
    return undefined;
  };

  for (const path of imports.keys()) {
    const cycle = walk(path, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
