import { describe, expect, it } from '@jest/globals';
import { endsWithin } from './ends-within.ts';
import { run, type Parser } from './parser.ts';
import { PARSERS } from './parsers.ts';
import type { Shape } from './shape.ts';
import { shapesFor } from './shapes.ts';

const TIMES = 4; // as much input
const SLACK = 2;
const QUICK = 60; // ms: what takes quadratic time could not be done in so little
const TRIES = 3; // others use the machine too
const LONGEST = 30_000; // ms: what takes exponential time is ended, not waited for

const sizeFor = ({ file, grammar }: Parser): number =>
  (file === true ? 6 : grammar === 'json' ? 48 : 192) * 1024; // bytes

/** Time of the processor alone, in ms: waiting for it says nothing. Without end where it is ended. */
const once = (parser: Parser, text: string): number => {
  const before = process.cpuUsage();
  if (!endsWithin(LONGEST, () => run(parser, text))) return Number.POSITIVE_INFINITY;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (parser: Parser, text: string): number =>
  [1, 2, 3].map(() => once(parser, text)).toSorted((a, b) => a - b)[1] ?? 0;

const isLinear = (parser: Parser, { make }: Shape): boolean => {
  const size = sizeFor(parser);
  const [small, large] = [make(size / TIMES), make(size)];
  const grewBy = (time: typeof once): number => time(parser, large) / time(parser, small);
  const first = once(parser, large);
  if (first < QUICK) return true;
  if (first === Number.POSITIVE_INFINITY) return false;
  return (
    grewBy(once) <= TIMES * SLACK ||
    Array.from({ length: TRIES }).some(() => grewBy(median) <= TIMES * SLACK)
  );
};

const OUTER = PARSERS.filter(({ within }) => within === undefined);

describe.each(OUTER.map((parser) => [parser.name, parser] as const))('%s', (_name, parser) => {
  it(`takes at most ${TIMES * SLACK} times as long for ${TIMES} times as much, whatever the shape`, () => {
    const slow = shapesFor(parser).filter((shape) => !isLinear(parser, shape));
    expect(slow.map(({ name }) => name)).toEqual([]);
  });
});
