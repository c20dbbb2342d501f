import type { Complaint, Flaw } from '../document/complaint.ts';
import { quoted } from '../document/words.ts';

type TagLimits = { readonly most: number; readonly systemTags: boolean };

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
export const OBJECT_TAGS: TagLimits = { most: 10, systemTags: false };
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/CostAllocTagging.html; CloudFormation adds `aws:` tags to buckets. */
export const BUCKET_TAGS: TagLimits = { most: 50, systemTags: true };

const MAX_KEY = 128; // UTF-16 code units
const MAX_VALUE = 256;

/** Tags that nothing could carry, so that the rule could never govern. */
export const tagFlaws = (
  tags: Readonly<Record<string, string>>,
  { most, systemTags }: TagLimits,
): readonly Complaint[] => {
  const names = Object.keys(tags);
  if (names.length === 0) {
    return [
      { code: 'empty-list', path: [], message: 'no tag is named', hint: 'leave the field out' },
    ];
  }
  if (names.length > most) {
    const message = `${names.length} tags are asked for, but there can be at most ${most}`;
    return [{ code: 'too-many', path: [], message }];
  }
  return Object.entries(tags).flatMap(([name, value]): readonly Complaint[] => {
    const flaw = tagFlaw(name, value, systemTags);
    return flaw === undefined ? [] : [{ ...flaw, path: [name] }];
  });
};

const tagFlaw = (name: string, value: string, systemTags: boolean): Flaw | undefined => {
  const code = 'bad-tag';
  if (name === '' || name.length > MAX_KEY) {
    return { code, message: `a tag's key has 1 to ${MAX_KEY} characters, found ${name.length}` };
  }
  if (!systemTags && name.toLowerCase().startsWith('aws:')) {
    return { code, message: `tag ${quoted(name)} is reserved for AWS, no object can carry it` };
  }
  return value.length <= MAX_VALUE
    ? undefined
    : { code, message: `a tag's value has at most ${MAX_VALUE} characters, found ${value.length}` };
};
