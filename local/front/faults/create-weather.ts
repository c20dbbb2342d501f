import type { Weather } from './fault.ts';

/** How long each kind of weather lasts, in milliseconds: storm and fair in turn, again and again. */
export type Season = readonly number[];

// INVARIANT: no message fails five times, which would make it a dead letter: a run that meets no storm succeeds, and
// one of the first five does, as long as none takes more than one and a half times the redelivery. Two short storms,
// so that one of them meets many calls although the first object goes alone; then fair weather for whatever came back.
const SHARES = [0.4, 0.8, 0.4, 6];

/** Seasons for queues whose failed messages are back after so many milliseconds. */
export const seasonFor = (redelivery: number): Season => SHARES.map((share) => share * redelivery);

/** Storm and fair weather in turn, from the first time that anybody asks. */
export const createWeather = (
  season: Season,
  now: () => number = () => performance.now(),
): (() => Weather) => {
  const ends = season.map((_, at) => season.slice(0, at + 1).reduce((sum, ms) => sum + ms, 0));
  const year = ends.at(-1) ?? 0;
  let began: number | undefined;
  return () => {
    began ??= now();
    const passed = (now() - began) % year;
    return ends.findIndex((end) => passed < end) % 2 === 0 ? 'storm' : 'fair';
  };
};
