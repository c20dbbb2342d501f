// https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html status: documented
import { Map } from 'immutable';
import { isRefused, ok } from '../result.ts';
import { kmsRefusal, openOwnKey, saveKey, type KmsHandler } from './kms-handler.ts';
import { kmsPage } from './kms-page.ts';

const MAX_TAGS = 50;

export const tagResource: KmsHandler<'TagResource'> = (model, input, context) => {
  const key = openOwnKey(model, input.KeyId, context, 'TagResource');
  if (isRefused(key)) return key;
  const added = (input.Tags ?? []).map(({ TagKey = '', TagValue = '' }): [string, string] => [
    TagKey,
    TagValue,
  ]);
  if (added.some(([name]) => name.startsWith('aws:'))) {
    return kmsRefusal(
      'TagException',
      'aws: prefixed tag key names are not allowed for external use.',
    );
  }
  const tags = key.tags.merge(Map(added));
  return tags.size > MAX_TAGS
    ? kmsRefusal('TagException', 'Too many tags')
    : ok(saveKey(model, { ...key, tags }), {});
};

export const untagResource: KmsHandler<'UntagResource'> = (model, input, context) => {
  const key = openOwnKey(model, input.KeyId, context, 'UntagResource');
  if (isRefused(key)) return key;
  const tags = key.tags.deleteAll(input.TagKeys ?? []);
  return ok(saveKey(model, { ...key, tags }), {});
};

export const listResourceTags: KmsHandler<'ListResourceTags'> = (model, input, context) => {
  const key = openOwnKey(model, input.KeyId, context, 'ListResourceTags');
  if (isRefused(key)) return key;
  const { page, ...more } = kmsPage([...key.tags], ([name]) => name, input, 50);
  return ok(model, {
    Tags: page.map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    ...more,
  });
};
