import { describe, expect, it } from '@jest/globals';
import { refusals } from './lint.ts';

const law = 'boundaries/dependencies';

const forbidden: readonly (readonly [why: string, path: string, source: string])[] = [
  ['the domain imports a validator', 'shared/domain/deadline/due.ts', 'zod'],
  ['the domain imports a framework', 'shared/domain/dossier/decide.ts', '@nestjs/common'],
  ['the domain imports Node', 'shared/domain/dossier/decide.ts', 'node:crypto'],
  ['the domain imports the wire', 'shared/domain/alert/rules.ts', '#contract/problem'],
  ['the domain imports words', 'shared/domain/dossier/state.ts', '#wording'],
  ['the domain imports the server', 'shared/domain/report/fold.ts', '../../../backend/src/main.ts'],
  ['an early room leans on a later one', 'shared/domain/deadline/due.ts', '#domain/dossier'],
  ['alerts lean on reports', 'shared/domain/alert/rules.ts', '#domain/report'],
  ['a room is entered past its door', 'shared/domain/dossier/a.ts', '../deadline/due.ts'],
  ['the wire knows words', 'shared/contract/problem/problem.ts', '#wording'],
  ['the wire imports a package other than zod', 'shared/contract/health/health.ts', 'rxjs'],
  ['words import a package', 'shared/wording/problem.ts', 'zod'],
  ['technique knows a feature', 'backend/src/platform/queue/a.ts', '../../dossiers/index.ts'],
  ['a noun is entered past its door', 'backend/src/alerts/a.ts', '../dossiers/dossier.entity.ts'],
  ['the browser imports the server', 'frontend/src/app/board/board.ts', '#backend/dossiers'],
  ['the browser reaches into the server', 'frontend/src/a.ts', '../../backend/src/main.ts'],
  ['the browser imports Node', 'frontend/src/a.ts', 'node:fs'],
  ['a piece knows the server', 'frontend/src/app/ui/table.ts', '../api/index.ts'],
  ['calls know the frame', 'frontend/src/app/api/session.ts', '../shell/index.ts'],
  ['the frame knows a screen', 'frontend/src/app/shell/frame.ts', '../work/index.ts'],
  ['pieces are entered past their door', 'frontend/src/app/work/a.ts', '../ui/button.ts'],
  [
    'a screen is entered past its door',
    'frontend/src/app/work/a.ts',
    '../dossiers/dossier.page.ts',
  ],
  ['production imports a test', 'backend/src/dossiers/a.ts', '../../../test/support/office.ts'],
  ['the domain imports a test', 'shared/domain/dossier/a.ts', '../../../test/support/office.ts'],
  ['the launcher needs what it installs', 'backend/bin/start.mjs', 'pg'],
];

describe('the dependency law', () => {
  it.each(forbidden)('refuses that %s', async (_why, path, source) => {
    expect(await refusals(path, `import '${source}';\n`)).toContain(law);
  });

  it.each([
    ['a type', "import type { A } from 'zod';\nexport type B = A;\n"],
    ['an export', "export * from 'zod';\n"],
    ['a dynamic import', "export const later = () => import('zod');\n"],
  ])('looks through %s as well', async (_form, text) => {
    expect(await refusals('shared/domain/kernel/a.ts', text)).toContain(law);
  });

  const lawful: readonly (readonly [path: string, source: string])[] = [
    ['shared/domain/dossier/decide.ts', '#domain/deadline'],
    ['shared/domain/dossier/decide.ts', './state.ts'],
    ['shared/domain/report/fold.ts', '../dossier/index.ts'],
    ['shared/domain/deadline/due.spec.ts', '../../../test/support/office.ts'],
    ['shared/domain/deadline/due.property.spec.ts', 'fast-check'],
    ['shared/contract/problem/problem.ts', 'zod'],
    ['shared/wording/problem.ts', '#contract/problem'],
    ['backend/src/dossiers/dossiers.controller.ts', '../platform/problem/problem.filter.ts'],
    ['backend/src/dossiers/dossiers.module.ts', '../procedures/index.ts'],
    ['backend/src/platform/http/http.ts', '@nestjs/core'],
    ['backend/src/main.ts', './dossiers/index.ts'],
    ['frontend/src/app/dossiers/dossier-inbox.ts', '#domain/dossier'],
    ['frontend/src/app/work/work.page.ts', '../dossiers/index.ts'],
    ['frontend/src/app/work/work.page.ts', '../ui/index.ts'],
    ['frontend/src/app/work/work.page.ts', '#wording/work'],
    ['frontend/src/app/screens.ts', './work/index.ts'],
    ['backend/bin/start.mjs', 'node:child_process'],
    ['test/integration/dossiers.spec.ts', '../../backend/src/dossiers/dossiers.service.ts'],
  ];

  it.each(lawful)('lets %s import %s', async (path, source) => {
    expect(await refusals(path, `import '${source}';\n`)).toEqual([]);
  });

  it('wants every file in a room that has a law', async () => {
    expect(await refusals('shared/helpers.ts', 'export {};\n')).toContain(
      'boundaries/no-unknown-files',
    );
  });
});
