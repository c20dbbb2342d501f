import { describe, expect, it } from '@jest/globals';
import { HOSTILE_JSON, HOSTILE_NAMES, placesIn, replaceIn } from './hostile-json.ts';
import { run } from './parser.ts';
import { PARSERS } from './parsers.ts';
import { RENDERERS } from './renderers.ts';
import { foreignPrototypes, inherited } from './prototypes.ts';

const MOST_SEEDS = 2; // of one parser: the shapes of events differ little

const changesOf = (seed: string): readonly string[] =>
  placesIn(seed).flatMap((place) => [
    ...HOSTILE_JSON.map((piece) => replaceIn(seed, { place, piece })),
    ...HOSTILE_NAMES.map((name) => replaceIn(seed, { place, piece: '1', name })),
  ]);

const JSON_PARSERS = [...PARSERS, ...RENDERERS].filter(({ grammar }) => grammar === 'json');

describe.each(JSON_PARSERS.map((parser) => [parser.name, parser] as const))(
  '%s',
  (_name, parser) => {
    it('takes every hostile piece in every place of its examples', () => {
      const before = inherited();
      const failed: string[] = [];
      const seeds = parser.seeds.toSorted((a, b) => a.length - b.length).slice(0, MOST_SEEDS);
      for (const text of seeds.flatMap(changesOf)) {
        try {
          if (foreignPrototypes(run(parser, text)).length > 0 || inherited() !== before) {
            failed.push(`${text.slice(0, 2000)}: a prototype was changed`);
          }
        } catch (error) {
          failed.push(`${text.slice(0, 2000)}: ${String(error)}`);
        }
      }
      expect(failed.slice(0, 3)).toEqual([]);
    });
  },
);
