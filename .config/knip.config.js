/** Files, exports and dependencies nobody needs are removed, not kept for later. */
const knipConfig = {
  entry: [
    'backend/bin/*.mjs',
    'backend/src/main.ts',
    'backend/src/cli.ts',
    // The launcher and the commands load them from the build, once there is one.
    'backend/src/platform/embedded/{launch,lend}.ts',
    // Started by path, as threads and processes of their own.
    'backend/src/forms/press/press-thread.ts',
    'backend/src/reports/reading/reading-thread.ts',
    'backend/src/imports/reading/reading-process.ts',
    'test/support/workshop-process.ts',
    'test/support/dying.mjs',
    'test/faults/kit/stepped-clock.mjs',
    'frontend/build.js',
    'frontend/src/{main,jitless}.ts',
    // The doors of the browser's rooms: what stands there is for every screen to come.
    'frontend/src/app/{api,language,shell,ui}/index.ts',
    // Run by hand; the declarations stand in for a library that has none.
    'test/bench/*/run.ts',
    'test/bench/**/*.d.ts',
    'shared/{domain,contract,wording}/*/index.ts',
    '.config/*.{js,cjs}',
    '**/*.spec.{ts,mjs}',
  ],
  project: ['**/*.{ts,js,mjs,cjs}'],
  paths: {
    '#domain/*': ['./shared/domain/*/index.ts'],
    '#contract/*': ['./shared/contract/*/index.ts'],
    '#wording': ['./shared/wording/index.ts'],
    '#wording/*': ['./shared/wording/*/index.ts'],
  },
  jest: { config: ['.config/jest.*config.js'] },
  stryker: { config: ['.config/stryker.config.js'] },
  // What moment-business-time extends, in the race of the bench.
  // Fonts are named by style sheets, Angular's tools by the build.
  // What reads fonts for the printer is required as the printer requires it.
  ignoreDependencies: [
    'moment',
    '@expo-google-fonts/tinos',
    '@fontsource-variable/inter',
    '@angular/build',
    '@angular/cli',
    'fontkit',
  ],
  // Part of every system the launcher runs on, asked who owns a process.
  ignoreBinaries: ['ps', 'redis-server'],
};

export default knipConfig;
