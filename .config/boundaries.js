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
  fee: ['kernel', 'working-time', 'dossier'],
  import: ['kernel', 'working-time', 'deadline', 'dossier'],
  report: ['kernel', 'working-time', 'deadline', 'dossier'],
  steering: ['working-time', 'deadline', 'dossier'],
  risk: ['kernel', 'working-time', 'dossier'],
  citizen: ['kernel', 'working-time', 'dossier'],
  'report-check': ['working-time', 'report'],
  reconciliation: ['working-time', 'report'],
  'report-text': ['working-time', 'report', 'register'],
  register: ['working-time', 'report'],
  form: [],
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
  element('language', 'frontend/src/app/language'),
  element('pieces', 'frontend/src/app/ui'),
  element('api', 'frontend/src/app/api'),
  element('shell', 'frontend/src/app/shell'),
  element('screens', 'frontend/src/app/*', ['noun']),
  element('frontend', 'frontend/src'),
  element('test', 'test'),
];

const files = [
  { category: 'spec', pattern: '**/*.spec.{ts,mjs}' },
  { category: 'house', pattern: ['.config/*', 'frontend/*.{js,ts}'] },
];

const from = (type, captured) => ({ element: { type, ...(captured && { captured }) } });
const door = (type, captured) => ({
  element: { type, fileInternalPath: 'index.ts', ...(captured && { captured }) },
});
/** The words have a door for all and one for each room of screens. */
const words = { element: { type: 'wording', fileInternalPath: ['index.ts', '*/index.ts'] } };
const inside = (type) => ({ element: { type } });
const packages = { module: { origin: 'external' } };
const node = { module: { origin: 'core' } };
const may = (who, ...targets) => ({ from: who, allow: targets.map((to) => ({ to })) });

const domain = Object.entries(rooms).map(([room, leansOn]) =>
  may(from('room', { room }), ...leansOn.map((name) => door('room', { room: name }))),
);

const shared = [door('room'), door('contract'), words];
const browser = [...shared, packages, door('language')];

const policies = [
  ...domain,
  may(from('contract'), door('contract'), door('room'), { module: { source: 'zod' } }),
  may(from('wording'), door('room'), door('contract')),
  may(from('platform'), ...shared, packages, node),
  may(from('noun'), ...shared, inside('platform'), door('noun'), packages, node),
  may(from('doors'), ...shared, inside('platform'), door('noun'), packages, node),
  // The launcher runs before anything is installed: it may lean on Node alone.
  may(from('launcher'), node),
  // In the browser: words ← pieces, calls ← frame ← screens. Pieces know no server and no person.
  may(from('language'), ...shared, packages),
  may(from('pieces'), ...browser),
  may(from('api'), ...browser),
  may(from('shell'), ...browser, door('pieces'), door('api')),
  may(from('screens'), ...browser, door('pieces'), door('api'), door('shell'), door('screens')),
  may(from('frontend'), ...browser, door('pieces'), door('api'), door('shell'), door('screens')),
  // A room that others lend pieces from lists its screens apart: the list is loaded first, the pieces late.
  may(from('frontend'), { element: { type: 'screens', fileInternalPath: 'screen.ts' } }),
  may(from('frontend'), inside('frontend')),
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
