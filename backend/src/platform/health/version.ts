import { createRequire } from 'node:module';

/** From the package.json above us: sources and compiled files lie at different depths. */
const readVersion = (): string => {
  const require = createRequire(import.meta.url);
  for (const up of ['../../../../package.json', '../../../../../package.json']) {
    try {
      const { name, version } = require(up) as { name?: string; version?: string };
      if (name === 'motcua' && version !== undefined) return version;
    } catch {
      // Not at this depth.
    }
  }
  return '0.0.0';
};

export const productVersion = readVersion();
