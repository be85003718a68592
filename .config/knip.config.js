/** Files, exports and dependencies nobody needs are removed, not kept for later. */
const knipConfig = {
  entry: [
    'backend/bin/*.mjs',
    'backend/src/main.ts',
    'backend/src/cli.ts',
    // The launcher loads it from the build, once there is one.
    'backend/src/platform/embedded/launch.ts',
    // Started by path, as processes of their own.
    'test/support/workshop-process.ts',
    'frontend/build.js',
    // Run by hand; the declarations stand in for a library that has none.
    'test/bench/*/run.ts',
    'test/bench/**/*.d.ts',
    'shared/{domain,contract}/*/index.ts',
    '.config/*.{js,cjs}',
    '**/*.spec.{ts,mjs}',
  ],
  project: ['**/*.{ts,js,mjs,cjs}'],
  paths: {
    '#domain/*': ['./shared/domain/*/index.ts'],
    '#contract/*': ['./shared/contract/*/index.ts'],
    '#wording': ['./shared/wording/index.ts'],
  },
  jest: { config: ['.config/jest.*config.js'] },
  stryker: { config: ['.config/stryker.config.js'] },
  // What moment-business-time extends, in the race of the bench.
  ignoreDependencies: ['moment'],
  // Part of every system the launcher runs on, asked who owns a process.
  ignoreBinaries: ['ps'],
};

export default knipConfig;
