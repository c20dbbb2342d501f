import { visibleJson } from '../core/visible-json.ts';

/** One value on one line. What a terminal could act on is written as an escape; parsed, it is the same value. */
export const jsonLine = (value: unknown): string => visibleJson(JSON.stringify(value));
