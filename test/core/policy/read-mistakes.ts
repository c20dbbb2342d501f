import { readFileSync } from 'node:fs';

/** One section of mistakes.txt: a policy, and every error of it as people see it. */
export type Mistake = {
  readonly title: string;
  readonly code: string;
  readonly text: string;
  readonly shown: readonly string[];
};

export const readMistakes = (): readonly Mistake[] =>
  readFileSync(new URL('mistakes.txt', import.meta.url), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.trimEnd().split('\n');
      const [, title = '', code = ''] = /^(.*) \[(.*)\]$/.exec(heading) ?? [];
      const shown = lines.filter((line) => line.startsWith('>> ')).map((line) => line.slice(3));
      const text = lines.slice(0, lines.length - shown.length).join('\n');
      return { title, code, text: `${text}\n`, shown };
    });
