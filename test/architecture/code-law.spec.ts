import { describe, expect, it } from '@jest/globals';
import { refusals } from './lint.ts';

const domain = 'shared/domain/dossier/planted.ts';
const spec = 'shared/domain/dossier/planted.spec.ts';

describe('the domain', () => {
  it.each([
    ['asks the clock', 'export const now = () => Date.now();\n', 'no-restricted-globals'],
    ['makes a date', 'export const now = () => new Date();\n', 'no-restricted-globals'],
    ['rolls a die', 'export const dice = () => Math.random();\n', 'no-restricted-properties'],
    ['draws an id', 'export const id = () => crypto.randomUUID();\n', 'no-restricted-globals'],
    ['reads its surroundings', 'export const zone = process.env;\n', 'no-restricted-globals'],
    ['goes around the back', 'export const g = globalThis;\n', 'no-restricted-globals'],
    ['prints', "export const say = () => console.info('x');\n", 'no-restricted-globals'],
    ['waits', 'export const wait = () => setTimeout(() => 1, 1);\n', 'no-restricted-globals'],
    [
      'depends on the locale',
      "export const c = new Intl.Collator('vi');\n",
      'no-restricted-globals',
    ],
  ])('is refused when it %s', async (_what, text, rule) => {
    expect(await refusals(domain, text)).toContain(rule);
  });

  it('may count on what it is given', async () => {
    const text = 'export const later = (now: number, ms: number): number => now + Math.abs(ms);\n';
    expect(await refusals(domain, text)).toEqual([]);
  });
});

describe('every file', () => {
  // Written in two halves, so that this file is not itself what it looks for.
  const reduced = ['only', 'skip', 'todo', 'failing'].flatMap((word) =>
    ['it', 'test', 'describe'].map((suite) => `${suite}.${word}`),
  );

  it.each([...reduced, 'fit', 'xit', 'fdescribe', 'xdescribe', 'xtest'])(
    'may not reduce a suite with %s',
    async (call) => {
      expect(await refusals(spec, `${call}('x', () => undefined);\n`)).toEqual([
        'no-restricted-syntax',
      ]);
    },
  );

  it.each([
    ['any', 'export const x = (y: ' + 'any) => String(y);\n', '@typescript-eslint/no-explicit-any'],
    ['!', 'export const x = [1][0]!;\n', '@typescript-eslint/no-non-null-assertion'],
    ['==', 'export const same = (a: number, b: number) => a == b;\n', 'eqeqeq'],
  ])('does not get around its types with %s', async (_what, text, rule) => {
    expect(await refusals(domain, text)).toContain(rule);
  });

  it('takes no more of the validator than it uses', async () => {
    const named = "import { z } from 'zod';\nexport const any = z.unknown();\n";
    expect(await refusals('shared/contract/text/a.ts', named)).toContain('no-restricted-syntax');
  });

  it('exports by name', async () => {
    expect(await refusals(domain, 'export default 1;\n')).toContain('no-restricted-syntax');
    expect(await refusals(spec, 'export default 1;\n')).toContain('no-restricted-syntax');
    expect(await refusals('.config/tool.config.js', 'export default 1;\n')).toEqual([]);
  });

  it('promises nothing without naming an issue', async () => {
    const word = ['TO', 'DO'].join('');
    expect(await refusals(domain, `// ${word}: later\nexport {};\n`)).toContain(
      'motcua/todo-with-issue',
    );
    expect(await refusals(domain, `// ${word}(#12): later\nexport {};\n`)).toEqual([]);
  });

  it('leaves the environment to platform/config', async () => {
    const text = 'export const port = process.env.PORT;\n';
    expect(await refusals('backend/src/dossiers/a.ts', text)).toContain('no-restricted-properties');
    expect(await refusals('backend/src/platform/config/a.ts', text)).toEqual([]);
  });
});
