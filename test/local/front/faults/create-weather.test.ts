import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createWeather, seasonFor } from '../../../../local/front/faults/create-weather.ts';

const skyFor = (redelivery: number) => {
  let now = 0;
  const weather = createWeather(seasonFor(redelivery), () => now);
  weather(); // begins
  return (at: number) => {
    now = at;
    return weather();
  };
};

describe('the weather', () => {
  it('begins with a storm when it is first asked, and changes by the clock alone', () => {
    let now = 1_000_000;
    const weather = createWeather([10, 20, 5, 30], () => now);
    const seen = [0, 9, 10, 29, 30, 34, 35, 64, 65, 75].map((later) => {
      now = 1_000_000 + later;
      return weather();
    });
    const year = ['storm', 'storm', 'fair', 'fair', 'storm', 'storm', 'fair', 'fair'];
    expect(seen).toEqual([...year, 'storm', 'fair']);
  });

  it('is wholly fair for one of the first five deliveries of every message: none becomes a dead letter', () => {
    const five = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(2_500, 20_000), // until what failed is back
        fc.nat(1_000_000), // first delivery
        five, // how long each run takes, of one and a half times that
        five, // how long each delivery lies in the queue, of that
        (redelivery, from, runs, waits) => {
          const sky = skyFor(redelivery);
          let at = from;
          const fairs = runs.map((share, n) => {
            const run = share * 1.5 * redelivery;
            const moments = [...Array(20).keys()].map((part) => at + (run * part) / 19);
            at += redelivery * (1 + (waits[n] ?? 0)); // also while the run still goes on
            return moments.every((moment) => sky(moment) === 'fair');
          });
          expect(fairs).toContain(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
