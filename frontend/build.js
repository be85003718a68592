import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// Plain pages need no bundler; the officers' screens will bring one.
rmSync(here('../dist/frontend'), { recursive: true, force: true });
cpSync(here('src'), here('../dist/frontend'), {
  recursive: true,
  filter: (path) => !path.endsWith('.spec.ts'),
});
