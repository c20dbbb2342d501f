// Limits of object and bucket tags.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html status: documented
import { Map } from 'immutable';
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';
import { invalidArgument } from './refusals.ts';

type TagList = readonly {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}[];

const OBJECT_TAGS = 10;
const KEY_LENGTH = 128; // UTF-16 units
const VALUE_LENGTH = 256;

const invalidTag = (message: string): Refused => refuse(400, 'InvalidTag', message);

const checkTag = (key: string, value: string): Refused | undefined => {
  if (key === '' || key.length > KEY_LENGTH) {
    return invalidTag('The TagKey you have provided is invalid');
  }
  if (value.length > VALUE_LENGTH) {
    return invalidTag('The TagValue you have provided is invalid');
  }
  return key.startsWith('aws:')
    ? invalidTag('System tags cannot be added/updated by requester')
    : undefined;
};

export const parseTagList = (list: TagList): Map<string, string> | Refused => {
  let tags = Map<string, string>();
  for (const { Key: key = '', Value: value = '' } of list) {
    const wrong = checkTag(key, value);
    if (wrong !== undefined) return wrong;
    if (tags.has(key)) return invalidTag('Cannot provide multiple Tags with the same key');
    tags = tags.set(key, value);
  }
  return tags;
};

export const parseObjectTags = (list: TagList): Map<string, string> | Refused =>
  list.length > OBJECT_TAGS
    ? refuse(400, 'BadRequest', 'Object tags cannot be greater than 10')
    : parseTagList(list);

/** The `x-amz-tagging` header: a URL query string in which no name is empty or comes twice. */
export const parseTaggingHeader = (header: string | undefined): Map<string, string> | Refused => {
  const pairs = [...new URLSearchParams(header ?? '')];
  const names = new Set(pairs.map(([name]) => name));
  return names.size < pairs.length || names.has('')
    ? invalidArgument(
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      )
    : parseObjectTags(pairs.map(([Key, Value]) => ({ Key, Value })));
};

export const showTags = (tags: Map<string, string>): { Key: string; Value: string }[] =>
  tags
    .entrySeq()
    .map(([Key, Value]) => ({ Key, Value }))
    .toArray();
