import { describe, expect, it } from '@jest/globals';
import { read, readJson, sources, tracked } from './repository.ts';

interface Project {
  readonly name: string;
  readonly implicitDependencies?: readonly string[];
  readonly targets: Readonly<Record<string, unknown>>;
}

const projects = tracked
  .filter((path) => path.endsWith('project.json'))
  .map((path) => ({ folder: path.replace('/project.json', ''), ...(readJson(path) as Project) }));

const folderOf = (name: string): string =>
  projects.find((project) => project.name === name)?.folder ?? '';

describe('every project', () => {
  it('is known', () => {
    expect(projects.map(({ name }) => name).sort()).toEqual([
      'backend',
      'contract',
      'domain',
      'frontend',
      'test',
      'wording',
    ]);
  });

  it.each(projects)('$name can be built, tested, linted and type-checked', ({ targets }) => {
    expect(Object.keys(targets)).toEqual(['build', 'test', 'lint', 'typecheck']);
  });

  // The graph is declared, not guessed: an undeclared import would leave a stale cache in use.
  it.each(projects)(
    '$name declares what it imports',
    ({ folder, name, implicitDependencies = [] }) => {
      const production = sources.filter(
        (path) => path.startsWith(`${folder}/`) && !path.includes('.spec.'),
      );
      const imported = production.flatMap((path) =>
        [...read(path).matchAll(/from '#(domain|contract|wording)/g)].map(([, room = '']) => room),
      );
      const undeclared = [...new Set(imported)].filter(
        (room) => room !== name && !implicitDependencies.includes(room),
      );
      expect(undeclared).toEqual([]);
      for (const dependency of implicitDependencies) expect(folderOf(dependency)).not.toBe('');
    },
  );
});

describe('Nx', () => {
  it('tells nobody, waits for nobody and keeps nothing running', () => {
    expect(readJson('nx.json')).toMatchObject({
      analytics: false,
      neverConnectToCloud: true,
      useDaemonProcess: false,
    });
  });
});
