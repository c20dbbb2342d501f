import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, head, put } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const roundTrip = (value: string): string | undefined => {
  const world = createBucketWorld();
  put(world, 'a', 'x', { Metadata: { value } });
  return head(world, 'a').Metadata?.['value'];
};

describe('user metadata', () => {
  it.each([
    ['ÄMÄZÕÑ S3', '=?UTF-8?Q?=C3=84M=C3=84Z=C3=95=C3=91_S3?='],
    // how the guide's example travels: UTF-8 bytes, taken for a character each
    ['Ã\u0084MÃ\u0084ZÃ\u0095Ã\u0091 S3', '=?UTF-8?B?w4PChE3Dg8KEWsODwpXDg8KRIFMz?='],
    ['AMAZONS3', 'AMAZONS3'],
    ['a = b? _', 'a = b? _'],
  ])(
    'values that are no ASCII come back as encoded words, ASCII as it is [metadata/encoded]: %s',
    (value, shown) => expect(roundTrip(value)).toBe(shown),
  );

  it.each([
    ['ab_c é', '=?UTF-8?Q?ab=5Fc_=C3=A9?='],
    ['日本', '=?UTF-8?B?5pel5pys?='],
    ['\u0000\u0001\u0002\u0003\u0004', '=?UTF-8?B?AAECAwQ=?='],
  ])(
    'mostly ASCII comes back in Q, anything else in B, control characters too [metadata/coding]: %j',
    (value, shown) => expect(roundTrip(value)).toBe(shown),
  );

  it.each([
    ['=?UTF-8?B?w4Q=?=', '=?UTF-8?B?w4Q=?='],
    ['=?utf-8?b?QWxsIGluIELDvA==?=', '=?UTF-8?Q?All_in_B=C3=BC?='],
    [
      'before =?UTF-8?Q?=C3=A9?= =?UTF-8?Q?t=C3=A9?= after',
      '=?UTF-8?Q?before_=C3=A9t=C3=A9_after?=',
    ],
  ])('encoded words are decoded before they are stored [metadata/decoded]: %s', (sent, shown) => {
    expect(roundTrip(sent)).toBe(shown);
    expect(roundTrip(shown)).toBe(shown);
    const world = createBucketWorld();
    // each of these is 2 bytes stored and 18 on the wire
    const Metadata = Object.fromEntries(
      'abcdefgh'.split('').map((name) => [name, '=?UTF-8?B?w4Q=?=']),
    );
    put(world, 'a', 'x', { Metadata: { ...Metadata, fill: 'x'.repeat(2048 - 8 * 3 - 4) } });
    expect(world.status()).toBe(200);
  });

  it('an encoded word that holds ASCII stays as it came [metadata/encoded-ascii]', () => {
    expect(roundTrip('=?UTF-8?Q?actually-ascii?=')).toBe('=?UTF-8?Q?actually-ascii?=');
  });

  it('entries that no header can show are only counted [metadata/missing]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { Metadata: { seen: 'yes', unseen: 'soap' } });
    expect(head(world, 'a')).not.toHaveProperty('MissingMeta');
    world.stage('HideMetadata', { ...OBJECT, Names: ['unseen'] });
    const hidden = { Metadata: { seen: 'yes' }, MissingMeta: 1 };
    expect(head(world, 'a')).toMatchObject(hidden);
    expect(head(world, 'a').Metadata).not.toHaveProperty('unseen');
    const copy = { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/a` };
    world.s3('CopyObject', copy);
    expect(head(world, 'copy')).toMatchObject(hidden);
    world.s3('CopyObject', { ...copy, MetadataDirective: 'REPLACE' });
    expect(head(world, 'copy')).not.toHaveProperty('MissingMeta');
  });
});

describe('system metadata', () => {
  it('system metadata comes back byte for byte, Latin-1 too [metadata/system]', () => {
    const world = createBucketWorld();
    const headers = {
      ContentDisposition: 'attachment; filename="ü.txt"; filename*=UTF-8\'\'%C3%BC.txt',
      ContentType: 'Text/Plain;charset=UTF-8',
      ContentLanguage: 'de, en',
      ContentEncoding: 'gzip',
      CacheControl: 'no-cache,  max-age=0',
    };
    put(world, 'a', 'x', headers);
    expect(head(world, 'a')).toMatchObject(headers);
  });

  it('in system metadata characters beyond Latin-1 are spaces [metadata/beyond-latin-1]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { ContentDisposition: 'attachment; filename="a—🦊.txt"' });
    expect(head(world, 'a').ContentDisposition).toBe('attachment; filename="a  .txt"');
  });

  it.each(['0', '-1', 'soon', 'Thu, 01 Dec 1994 16:00:00 GMT', '2030-01-01'])(
    'Expires comes back as it was sent, also where it is no date [metadata/expires]: %s',
    (ExpiresString) => {
      const world = createBucketWorld();
      put(world, 'a', 'x', { ExpiresString });
      expect(head(world, 'a')).toMatchObject({ ExpiresString });
      world.s3('CopyObject', { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/a` });
      expect(head(world, 'copy')).toMatchObject({ ExpiresString });
    },
  );

  it('a redirect that is neither a path nor a URL is refused with 400 [metadata/redirect]', () => {
    const world = createBucketWorld();
    for (const WebsiteRedirectLocation of ['/b', 'http://a.example', 'https://a.example'])
      put(world, 'a', 'x', { WebsiteRedirectLocation });
    for (const WebsiteRedirectLocation of ['b', 'ftp://a.example', ''])
      expect(world.s3Refuses('PutObject', { ...OBJECT, WebsiteRedirectLocation })).toMatchObject({
        status: 400,
      });
  });
});
