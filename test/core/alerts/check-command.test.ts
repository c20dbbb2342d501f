import { describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../../core/alerts/check-command.ts';
import { objectResource } from '../../../core/ledger/object-resource.ts';
import { CONTEXT } from '../ledger/make-input.ts';

const commandFor = (key: string, versionId?: string): string | undefined =>
  checkCommand(
    objectResource(
      { bucket: 'b', key, ...(versionId !== undefined && { versionId }) },
      {},
      CONTEXT,
    ),
  );

describe('checkCommand', () => {
  it.each([
    ['k', undefined, 'sealward check s3://b/k'],
    ['k', 'null', 'sealward check s3://b/k --version-id null'],
    ['a b', 'v;id', `sealward check 's3://b/a b' --version-id 'v;id'`],
    ['\0', undefined, undefined],
    ['k', '\0', undefined],
  ])('names the object %j in version %j', (key, versionId, command) => {
    expect(commandFor(key, versionId)).toBe(command);
  });
});
