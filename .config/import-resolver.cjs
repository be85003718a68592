const { builtinModules } = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '..');

// The sources behind the subpath imports of package.json: the law looks at rooms, not at the build.
const rooms = [
  [/^#(domain|contract)\/(.+)$/, (_, project, room) => `shared/${project}/${room}/index.ts`],
  [/^#wording$/, () => 'shared/wording/index.ts'],
  [/^#wording\/(.+)$/, (_, room) => `shared/wording/${room}/index.ts`],
];

exports.interfaceVersion = 2;

exports.resolve = (source, file) => {
  if (source.startsWith('node:') || builtinModules.includes(source)) {
    return { found: true, path: null };
  }
  if (source.startsWith('.')) {
    return { found: true, path: path.resolve(path.dirname(file), source) };
  }
  for (const [pattern, place] of rooms) {
    if (pattern.test(source)) {
      return { found: true, path: path.join(root, source.replace(pattern, place)) };
    }
  }
  if (source.startsWith('#')) return { found: true, path: path.join(root, source) };
  // Not ours: it can only be a package, and the law speaks of packages by name.
  return { found: true, path: path.join(root, 'node_modules', source, 'index.js') };
};
