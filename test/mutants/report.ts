import type { Defect } from './defect.ts';
import { median } from './median.ts';
import type { Answer } from './read-answer.ts';

export type Tried = { readonly defect: Defect; readonly answer: Answer };

/** One line a defect, what a person should look at, the median, and last how many were caught. */
export const report = (tried: readonly Tried[]): readonly string[] => {
  const caught = tried.filter(({ answer }) => answer.kind === 'caught');
  const missed = tried.filter((one) => !caught.includes(one));
  const runs = caught.flatMap(({ answer }) => (answer.kind === 'caught' ? [answer.runs] : []));
  return [
    ...table([
      ['defect', 'breaks', 'caught by', 'runs', 'seed'],
      ...tried.map(({ defect, answer }) => [
        defect.id,
        String(defect.invariant),
        ...ofAnswer(answer),
      ]),
    ]),
    '',
    ...missed.map(
      ({ defect, answer }) => `not caught: ${defect.id} (${defect.title})${why(answer)}`,
    ),
    `median runs to catch: ${median(runs) ?? 'none'}`,
    `caught ${caught.length} of ${tried.length}`,
  ];
};

const ofAnswer = (answer: Answer): readonly string[] => {
  switch (answer.kind) {
    case 'caught':
      return [answer.invariant, String(answer.runs), answer.seed];
    case 'clean':
      return ['SURVIVED', String(answer.runs), '-'];
    case 'error':
      return ['CRASH', '-', '-'];
    default:
      return answer satisfies never;
  }
};

const why = (answer: Answer): string =>
  answer.kind === 'error' ? `: the simulator broke down: ${answer.words}` : '';

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows.reduce<readonly number[]>(
    (most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
