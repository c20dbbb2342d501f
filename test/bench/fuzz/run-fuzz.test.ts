import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../bench/fuzz/finding.ts';
import { fuzzTarget } from '../../../bench/fuzz/fuzz-target.ts';
import { runFuzz, tryText } from '../../../bench/fuzz/run-fuzz.ts';
import type { Parser } from '../../hostile/parser.ts';

const target = (parse: Parser['parse'], seed = 'abc'): Parser => ({
  name: 'one',
  grammar: 'words',
  seeds: [seed],
  parse,
});

/** What a text reached, as V8 would tell it. */
const coverageOf = () => {
  let blocks = new Set<string>();
  return {
    reach: (block: string) => void blocks.add(block),
    take: () => {
      const taken = blocks;
      blocks = new Set();
      return taken;
    },
  };
};

const fuzz = (parse: Parser['parse'], runs: number, coverage = coverageOf()) => {
  const findings: Finding[] = [];
  const lines: string[] = [];
  const found = runFuzz(
    [target(parse)],
    { minutes: 1, runs, seed: 7 },
    {
      coverage,
      save: (finding) => `file-${findings.push(finding)}`,
      tell: (line) => lines.push(line),
    },
  );
  return { found, findings, lines };
};

describe('runFuzz', () => {
  it('finds nothing where nothing is wrong, and says how much it tried', () => {
    const { found, lines } = fuzz((text) => text, 500);
    expect(found).toBe(0);
    expect(lines.at(-1)).toMatch(/^5\d\d texts from seed 7, 0 findings$/);
  });

  it('keeps the shortest text that it finds, and tells how to try it again', () => {
    const { found, findings, lines } = fuzz((text) => {
      if (text.includes('{')) throw new TypeError('a brace');
    }, 2000);
    expect(found).toBe(1);
    expect(findings).toEqual([{ target: 'one', wrong: 'TypeError: a brace', text: '{' }]);
    expect(lines).toContain('  "TypeError: a brace": npm run -s fuzz -- --replay file-1');
  });

  it('goes where new code is: what only a long way leads to', () => {
    const coverage = coverageOf();
    const SECRET = '{:]';
    const way = (text: string): void => {
      for (let step = 1; step <= SECRET.length; step += 1) {
        if (text.startsWith(SECRET.slice(0, step))) coverage.reach(`step ${step}`);
      }
      if (text.startsWith(SECRET)) throw new Error('there');
    };
    const runs = 15_000;
    const blind = { reach: () => undefined, take: () => new Set<string>() };
    expect(fuzz(way, runs, coverage).found).toBe(1);
    expect(fuzz(way, runs, blind).found).toBe(0);
  });

  it('tries the same texts for the same seed', () => {
    const texts = (): readonly string[] => {
      const tried: string[] = [];
      fuzz((text) => tried.push(text), 300);
      return tried;
    };
    expect(texts()).toEqual(texts());
  });
});

describe('what never ends', () => {
  const endless = target((text) => {
    while (text.includes('{'));
  });

  it('is ended and found, and ends its target, which would hang again and again', () => {
    const { found } = fuzzTarget(endless, coverageOf(), {
      seed: 1,
      isOver: () => false,
      longest: 50,
    });
    expect([...found.keys()]).toEqual(['did not end within 50 ms']);
  });

  it('is ended when it is tried again', () => {
    expect(tryText(endless, '{', 50)).toBe('did not end within 50 ms');
    expect(tryText(endless, 'a', 50)).toBeUndefined();
  });
});
