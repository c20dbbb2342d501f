import { Session, type Profiler } from 'node:inspector';

/** The blocks of code that ran since the last question. */
export type Coverage = { readonly take: () => ReadonlySet<string> };

/**
 * V8's own block coverage: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/
 * Started before what it is to see is imported. Counts blocks of the product and of the packages that it calls.
 */
export const startCoverage = (): Coverage => {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take: () => {
      const blocks = new Set<string>();
      // answers at once: the session is of this very thread
      session.post('Profiler.takePreciseCoverage', (error, answer) => {
        if (error !== null) throw error;
        answer.result.filter(isSubject).forEach((script) => addBlocks(blocks, script));
      });
      return blocks;
    },
  };
};

const isSubject = ({ url }: Profiler.ScriptCoverage): boolean =>
  url.startsWith('file:') && !/\/(?:bench|test)\//.test(url);

const addBlocks = (blocks: Set<string>, { url, functions }: Profiler.ScriptCoverage): void => {
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count } of ranges) {
      if (count > 0) blocks.add(`${url}:${startOffset}-${endOffset}`);
    }
  }
};
