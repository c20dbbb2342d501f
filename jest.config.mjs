export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {}, // Jest 30.5 strips types itself through node:module on Node >= 22.13
  cacheDirectory: '<rootDir>/.local/jest',
  coverageProvider: 'v8',
  // Node keeps the modules of a finished `vm` context: one process for all files would run out of its 4 GiB of heap.
  workerIdleMemoryLimit: '1GB',
  collectCoverageFrom: ['{functions,cli,app,core,aws,io,runtime}/**/*.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.serverless', '<rootDir>/.local'],
};
