// `npm run mutation`: how many small faults in core/ do its own tests notice? See docs/mutation-testing.md.

export default {
  // Not measured whole yet, and so not held to the threshold: run them with `--mutate 'core/ledger/**/*.ts'`.
  mutate: ['core/*/**/*.ts', '!core/ledger/**', '!core/policy/**'],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner', './scripts/mutation/ignore-never.mjs'],
  ignorers: ['never'],
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.mjs',
    config: {
      // Jest starts anew for each mutant: these are all the files that it has to look at.
      roots: ['<rootDir>/core', '<rootDir>/test/core'],
      watchman: false,
      setupFiles: ['<rootDir>/scripts/mutation/fewer-runs.ts'],
      testSequencer: '<rootDir>/scripts/mutation/covering-sequencer.mjs',
    },
  },
  coverageAnalysis: 'perTest',
  // Stryker rewrites a tsconfig.json in its sandbox through the JavaScript API of TypeScript, which 7 no longer has.
  // Nothing in the sandbox reads that file: Node strips the types.
  ignorePatterns: ['/tsconfig.json', '/dist', '/coverage', '/.serverless', '/.local'],
  tempDirName: '.local/mutation/sandbox',
  incremental: true,
  incrementalFile: '.local/mutation/incremental.json',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  htmlReporter: { fileName: '.local/mutation/report.html' },
  jsonReporter: { fileName: '.local/mutation/report.json' },
  concurrency: 1,
  dryRunTimeoutMinutes: 30,
  timeoutMS: 60_000, // a busy machine is slow, and a time-out counts as a fault that was noticed
  // Node keeps the modules of a finished `vm` context, so that each Jest run in one process is slower than the last.
  maxTestRunnerReuse: 40,
  warnings: { slow: false }, // mutants of code that runs while a module loads: see covering-sequencer.mjs
  thresholds: { high: 98, low: 96, break: 96 }, // raise it with the score, never lower it
};
