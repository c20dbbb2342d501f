import { type Parser, run } from '../../test/hostile/parser.ts';
import { foreignPrototypes } from '../../test/hostile/prototypes.ts';
import { takePollution } from './pollution.ts';

const SLOW = 2000; // ms of processor time: no input is longer than 8 KiB

/** What is wrong with how a target takes a text, if anything. */
export const crashOf = (target: Parser, text: string): string | undefined => {
  const before = process.cpuUsage();
  const thrown = problemOf(target, text);
  const [polluted] = takePollution();
  if (polluted !== undefined) return `put something at \`${polluted}\``;
  if (thrown !== undefined) return thrown;
  const { user } = process.cpuUsage(before);
  return user / 1000 > SLOW ? `took more than ${SLOW} ms` : undefined;
};

const problemOf = (target: Parser, text: string): string | undefined => {
  try {
    const [foreign] = foreignPrototypes(run(target, text));
    return foreign === undefined ? undefined : `foreign prototype at \`${foreign}\``;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'threw what is no error';
  }
};
