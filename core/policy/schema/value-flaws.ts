import type { Flaw } from '../document/complaint.ts';
import { quoted } from '../document/words.ts';

const MAX_ID = 64; // characters

export const idFlaw = (text: string): Flaw | undefined => {
  const code = 'bad-id';
  if (text === 'defaults') {
    return { code, message: '`defaults` is the id of the `defaults` section, choose another' };
  }
  return /^[a-z0-9-]+$/.test(text) && text.length <= MAX_ID
    ? undefined
    : { code, message: `id ${quoted(text)} must be 1 to ${MAX_ID} of \`a-z\`, \`0-9\` and \`-\`` };
};

export const accountFlaw = (text: string): Flaw | undefined =>
  /^\d{12}$/.test(text)
    ? undefined
    : { code: 'bad-account', message: `${quoted(text)} is not an account id of 12 digits` };

/** Days as in `2027-01-31`, and only those that the calendar has. */
export const dateFlaw = (text: string): Flaw | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return { code: 'bad-date', message: `${quoted(text)} is not a date such as \`2027-01-31\`` };
  }
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
    ? undefined
    : { code: 'bad-date', message: `there is no day ${quoted(text)} in the calendar` };
};
