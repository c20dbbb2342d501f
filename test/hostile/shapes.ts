import { JSON_SHAPES } from './json-shapes.ts';
import type { Parser } from './parser.ts';
import type { Shape } from './shape.ts';
import { WORD_SHAPES } from './word-shapes.ts';
import { YAML_SHAPES } from './yaml-shapes.ts';

const SHAPES: Readonly<Record<Parser['grammar'], readonly Shape[]>> = {
  words: WORD_SHAPES,
  json: JSON_SHAPES,
  yaml: YAML_SHAPES, // JSON among them
};

export const shapesFor = ({ grammar }: Parser): readonly Shape[] => SHAPES[grammar];
