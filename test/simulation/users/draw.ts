import type { Choices } from '../engine/choices.ts';
import { VARIANTS } from '../scenario/base.ts';
import { FAMILIES } from '../scenario/scenario.ts';
import { HOSTILE_KEYS } from './uploads.ts';

// copies and moves take many calls, so that more can happen meanwhile
const MORE_OF_MANY_CALLS = [
  ...FAMILIES,
  'copy',
  'dual',
  'dual',
  'move',
  'move',
  'isolate',
] as const;

/** One or two buckets, one or two keys, and how to pick among them. */
export const createDraw = ({ choose }: Choices) => {
  const pick = <One>(list: readonly One[]): One => list[choose(list.length)] as One;
  const places = Array.from({ length: 1 + choose(2) }, () => {
    const [versioning, more] = pick(VARIANTS);
    return `${pick(MORE_OF_MANY_CALLS)}-${versioning}${more}`;
  });
  const objectKeys = [pick(HOSTILE_KEYS), `second ${choose(2)}`].slice(choose(2));
  const where = () => ({ Bucket: pick(places), Key: pick(objectKeys) });
  return { choose, pick, places, where };
};

export type Draw = ReturnType<typeof createDraw>;
