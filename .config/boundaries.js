import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The rooms of the law of the office; each may lean on those named with it, and on no others. */
const rooms = {
  kernel: [],
  'working-time': ['kernel'],
  deadline: ['kernel', 'working-time'],
  dossier: ['kernel', 'working-time', 'deadline'],
  alert: ['kernel', 'working-time', 'deadline', 'dossier'],
  report: ['kernel', 'working-time', 'deadline', 'dossier'],
};

const element = (type, pattern, capture = []) => ({ type, pattern, capture, partialMatch: false });

const elements = [
  element('room', 'shared/domain/*', ['room']),
  element('contract', 'shared/contract/*', ['room']),
  element('wording', 'shared/wording'),
  element('platform', 'backend/src/platform'),
  element('noun', 'backend/src/*', ['noun']),
  element('doors', 'backend/src'),
  element('launcher', 'backend/bin'),
  element('frontend', 'frontend/src'),
  element('test', 'test'),
];

const files = [
  { category: 'spec', pattern: '**/*.spec.{ts,mjs}' },
  { category: 'house', pattern: ['.config/*', 'frontend/*.js'] },
];

const from = (type, captured) => ({ element: { type, ...(captured && { captured }) } });
const door = (type, captured) => ({
  element: { type, fileInternalPath: 'index.ts', ...(captured && { captured }) },
});
const inside = (type) => ({ element: { type } });
const packages = { module: { origin: 'external' } };
const node = { module: { origin: 'core' } };
const may = (who, ...targets) => ({ from: who, allow: targets.map((to) => ({ to })) });

const domain = Object.entries(rooms).map(([room, leansOn]) =>
  may(from('room', { room }), ...leansOn.map((name) => door('room', { room: name }))),
);

const shared = [door('room'), door('contract'), door('wording')];

const policies = [
  ...domain,
  may(from('contract'), door('contract'), door('room'), { module: { source: 'zod' } }),
  may(from('wording'), door('room'), door('contract')),
  may(from('platform'), ...shared, packages, node),
  may(from('noun'), ...shared, inside('platform'), door('noun'), packages, node),
  may(from('doors'), ...shared, inside('platform'), door('noun'), packages, node),
  // The launcher runs before anything is installed: it may lean on Node alone.
  may(from('launcher'), node),
  may(from('frontend'), ...shared, packages),
  may({ file: { categories: 'house' } }, { file: { categories: 'house' } }, packages, node),
  may(from('test'), { module: { origin: 'local' } }, packages, node),
  // A spec proves a room from outside: other rooms by their doors, and the tools of the trade.
  may({ file: { categories: 'spec' } }, ...shared, inside('test'), packages, node),
];

export const dependencyLaw = {
  name: 'motcua/dependency-law',
  files: ['**/*.{ts,js,mjs}'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { [here('./import-resolver.cjs')]: {} },
    'boundaries/root-path': here('..'),
    'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
    'boundaries/elements': elements,
    'boundaries/elements-single-match': true,
    'boundaries/files': files,
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        checkUnknownLocals: true,
        policies,
        message: 'The dependency law of .config/boundaries.js does not let this file import that.',
      },
    ],
    'boundaries/no-unknown-files': 'error',
  },
};
