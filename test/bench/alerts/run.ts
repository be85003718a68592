import { herd, type HerdAsked } from './herd.ts';
import { idle } from './idle.ts';

// npm run bench:alerts                      everything, on both backends
// npm run bench:alerts -- commune city idle, or any of them; `-- city redis` on one backend only
const CONTENDERS = ['postgresql', 'redis'] as const;
const HERDS: Readonly<Record<string, HerdAsked>> = {
  commune: { dossiers: 1_000, communes: 1, leadMs: 30_000 },
  city: { dossiers: 40_000, communes: 114, leadMs: 240_000 },
};
const OPEN = 1_000_000;

const asked = process.argv.slice(2);
const kinds = CONTENDERS.filter((kind) => asked.includes(kind));
const parts = asked.filter((part) => part === 'idle' || part in HERDS);
const wanted = parts.length === 0 ? [...Object.keys(HERDS), 'idle'] : parts;

for (const part of wanted) {
  const size = HERDS[part];
  if (size === undefined) await idle(OPEN);
  else for (const kind of kinds.length === 0 ? CONTENDERS : kinds) await herd(kind, size);
}
