import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [target = here('../dist/frontend')] = process.argv.slice(2);

// Plain pages need no bundler; the officers' screens will bring one.
rmSync(target, { recursive: true, force: true });
cpSync(here('src'), target, { recursive: true, filter: (path) => !path.endsWith('.spec.ts') });
