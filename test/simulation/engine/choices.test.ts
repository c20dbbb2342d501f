import { describe, expect, it } from '@jest/globals';
import { givenChoices, randomChoices } from './choices.ts';

describe('randomChoices', () => {
  it('draws all that can be drawn, and seeds that are near each other draw differently', () => {
    const drawn = new Set<number>();
    const firsts = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) {
      const { choose } = randomChoices(seed);
      const some = Array.from({ length: 8 }, () => choose(7));
      some.forEach((one) => drawn.add(one));
      firsts.add(some.join(' '));
    }
    expect([...drawn].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(firsts.size).toBe(200);
  });

  it('tells seeds beyond 32 bits apart', () => {
    const [one, other] = [randomChoices(5), randomChoices(5 + 2 ** 32)];
    const draw = ({ choose }: typeof one): number[] => Array.from({ length: 8 }, () => choose(100));
    expect(draw(one)).not.toEqual(draw(other));
  });
});

describe('givenChoices', () => {
  it('chooses what it was given, within bounds, and then the ordinary', () => {
    const { choose, rarely, taken } = givenChoices([2, 1, 9]);
    expect([choose(5), rarely(50), choose(4), choose(4), rarely(1)]).toEqual([
      2,
      true,
      3,
      0,
      false,
    ]);
    expect(taken()).toEqual([2, 1, 3, 0, 0]);
  });

  it('takes no choice where there is none', () => {
    const { choose, rarely, taken } = givenChoices([1]);
    expect([choose(1), rarely(0), taken()]).toEqual([0, false, []]);
  });
});
