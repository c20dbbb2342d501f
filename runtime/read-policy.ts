import { readFileSync } from 'node:fs';
import { loadPolicy, type Policy } from '../core/policy/load-policy.ts';

/** The policy that was compiled into this very bundle: `policy.json` lies beside `index.mjs`. */
export const readPolicy = (bundle: string): Policy =>
  loadPolicy(JSON.parse(readFileSync(new URL('policy.json', bundle), 'utf8')));
