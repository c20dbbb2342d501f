import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyTextFor } from './any-text.ts';
import { run } from './parser.ts';
import { PARSERS } from './parsers.ts';
import { RENDERERS } from './renderers.ts';
import { foreignPrototypes, inherited } from './prototypes.ts';

const RUNS = 60;

describe.each([...PARSERS, ...RENDERERS].map((parser) => [parser.name, parser] as const))(
  '%s',
  (_name, parser) => {
    it('answers to any text, throws nothing but what it documents, and pollutes no prototype', () => {
      const before = inherited();
      fc.assert(
        fc.property(anyTextFor(parser), (text) => {
          expect(foreignPrototypes(run(parser, text))).toEqual([]);
          expect(inherited()).toBe(before);
        }),
        { numRuns: RUNS },
      );
    });
  },
);
