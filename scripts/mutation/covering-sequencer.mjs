import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesNamed } from './files-named.ts';
import { isInFolderOf } from './is-in-folder-of.ts';

// Stryker tells Jest which tests cover a mutant by their names alone, and Jest would load every related file to run
// one test of it. A sequencer is the one place that sees the names before the files are loaded.

const namesByFile = () => join(process.cwd(), '.local', 'mutation', 'names-by-file.json');

// Jest asks for a class as the default export.
export default class CoveringSequencer {
  #pattern;
  #mutated;

  constructor({ globalConfig }) {
    this.#pattern = globalConfig.testNamePattern;
    // nonFlagArgs: the file whose related tests are asked for
    this.#mutated = process.env['__STRYKER_ACTIVE_MUTANT__'] && globalConfig.nonFlagArgs[0];
  }

  sort(tests) {
    if (this.#pattern) {
      const files = filesNamed(JSON.parse(readFileSync(namesByFile(), 'utf8')), this.#pattern);
      return tests.filter(({ path }) => files.has(path));
    }
    // No names: the mutant acts while its module loads, so any test might notice. Its own folder's tests have to.
    const mutated = this.#mutated;
    return mutated ? tests.filter(({ path }) => isInFolderOf(mutated, path)) : tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  // The first run of Stryker has neither names nor a mutant: it runs every test of every file.
  cacheResults(_tests, { testResults }) {
    if (this.#pattern || this.#mutated) {
      return;
    }
    const names = testResults.map((file) => [
      file.testFilePath,
      file.testResults.map(({ fullName }) => fullName),
    ]);
    mkdirSync(dirname(namesByFile()), { recursive: true });
    writeFileSync(namesByFile(), JSON.stringify(Object.fromEntries(names)));
  }
}
