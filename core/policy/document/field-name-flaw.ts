import type { Flaw } from './complaint.ts';
import { quoted } from './words.ts';

// What every JavaScript object answers to before anything is put into it.
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Why a text cannot be the name of a field, or of a tag. */
export const fieldNameFlaw = (name: string): Flaw | undefined => {
  if (name === '<<') {
    const message = 'merge keys are not part of YAML 1.2';
    return { code: 'yaml-unsupported', message, hint: 'give the fields here again' };
  }
  return FORBIDDEN.has(name)
    ? { code: 'bad-field-name', message: `${quoted(name)} cannot be a field name` }
    : undefined;
};
