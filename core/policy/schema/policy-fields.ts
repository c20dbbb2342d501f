import * as z from 'zod';
import type { Complaint } from '../document/complaint.ts';
import { bucketGlobFlaw, objectGlobFlaw } from './glob-flaw.ts';
import { keyReferenceFlaw, targetKeyFlaw } from './key-flaw.ts';
import { refusing, refusingAll } from './refusing.ts';
import { BUCKET_TAGS, OBJECT_TAGS, tagFlaws } from './tag-flaws.ts';
import { accountFlaw, dateFlaw, idFlaw } from './value-flaws.ts';
import { quoted } from '../document/words.ts';

const MOST_ITEMS = 100; // of one list: a verdict may have to look at each

/** A list of different things, at least one unless said. */
export const listOf = <T extends z.ZodType>(item: T, { least = 1 } = {}) =>
  z
    .array(item)
    .min(least)
    .max(MOST_ITEMS)
    .check(refusingAll(duplicates))
    .meta({ uniqueItems: true });

const duplicates = (items: readonly unknown[]): readonly Complaint[] =>
  // zod goes on checking a list that is too long already, and this takes quadratic time
  items.slice(0, MOST_ITEMS).flatMap((item, index): readonly Complaint[] =>
    items.indexOf(item) === index
      ? []
      : [
          {
            code: 'duplicate-item',
            path: [index],
            message: `${quoted(String(item))} is listed twice`,
          },
        ],
  );

const KEY_PATTERN = '^(arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/.+|alias/.+)$';

export const id = z
  .string()
  .check(refusing(idFlaw))
  .meta({ pattern: '^[a-z0-9-]{1,64}$', not: { const: 'defaults' } });
/** A sentence that people will read when they ask why. */
export const words = z.string().regex(/\S/).max(1000);
export const date = z
  .string()
  .check(refusing(dateFlaw))
  .meta({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', examples: ['2027-01-31'] });
export const key = z.string().check(refusing(keyReferenceFlaw)).meta({ pattern: KEY_PATTERN });
export const targetKey = z.string().check(refusing(targetKeyFlaw)).meta({ pattern: KEY_PATTERN });
export const account = z.string().check(refusing(accountFlaw)).meta({ pattern: '^[0-9]{12}$' });
export const bucketGlob = z.string().check(refusing(bucketGlobFlaw)).meta({ minLength: 1 });
export const objectGlob = z.string().check(refusing(objectGlobFlaw)).meta({ minLength: 1 });
export const objectTags = z
  .record(z.string(), z.string())
  .check(refusingAll((tags) => tagFlaws(tags, OBJECT_TAGS)))
  .meta({ minProperties: 1, maxProperties: OBJECT_TAGS.most });
export const bucketTags = z
  .record(z.string(), z.string())
  .check(refusingAll((tags) => tagFlaws(tags, BUCKET_TAGS)))
  .meta({ minProperties: 1, maxProperties: BUCKET_TAGS.most });
