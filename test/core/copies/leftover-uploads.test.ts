import { describe, expect, it } from '@jest/globals';
import { abortCommand } from '../../../core/copies/abort-command.ts';
import { isBegunBy } from '../../../core/copies/is-begun-by.ts';

const ROLE = 'arn:aws-cn:iam::111122223333:role/some/path/copy-object';

describe('isBegunBy', () => {
  it.each([
    ['a session of the role', 'arn:aws-cn:sts::111122223333:assumed-role/copy-object/copy', true],
    ['the role itself', ROLE, true],
    ['another account', 'arn:aws-cn:sts::444455556666:assumed-role/copy-object/copy', false],
    [
      'a role whose name only begins alike',
      'arn:aws-cn:sts::111122223333:assumed-role/copy-object-2/x',
      false,
    ],
    ['a user', 'arn:aws-cn:iam::111122223333:user/copy-object', false],
    ['nobody', '', false],
  ])('%s', (_title, initiator, expected) => {
    expect(isBegunBy(initiator, ROLE)).toBe(expected);
  });
});

describe('abortCommand', () => {
  const where = { account: '111122223333', region: 'eu-west-1' };

  it('arrives word by word, whatever the key holds', () => {
    expect(abortCommand({ bucket: 'b', key: "a'; rm -rf ~", uploadId: 'u.1_x-' }, where)).toBe(
      String.raw`aws s3api abort-multipart-upload --bucket=b --key='a'\''; rm -rf ~' --upload-id=u.1_x- --expected-bucket-owner 111122223333 --region eu-west-1`,
    );
  });

  it('is none where no command line can hold the key', () => {
    expect(abortCommand({ bucket: 'b', key: 'a\0b', uploadId: 'u' }, where)).toBeUndefined();
  });

  // https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
  it.each(['file:///etc/passwd', 'fileb://x', 'http://a', 'https://a'])(
    'is none for a key that the AWS CLI would read from elsewhere: %s',
    (key) => {
      expect(abortCommand({ bucket: 'b', key, uploadId: 'u' }, where)).toBeUndefined();
    },
  );

  it('lets no key and no id be an option of its own', () => {
    expect(abortCommand({ bucket: 'b', key: '--debug', uploadId: '-u' }, where)).toContain(
      ' --bucket=b --key=--debug --upload-id=-u --expected-bucket-owner ',
    );
  });
});
