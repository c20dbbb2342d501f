import { describe, expect, it } from '@jest/globals';
import { keyArn } from '../../made/facts.ts';
import { WORLD, failing, refs } from '../made/check-world.ts';
import { run } from '../made/door.ts';

describe('sealward check of one object', () => {
  it('exits with 0 for a compliant one, and asks S3 once', async () => {
    const ran = await run(WORLD, 'check', 's3://payroll-eu/good.pdf');
    expect(ran.out).toEqual([
      'compliant      s3://payroll-eu/good.pdf',
      `  encryption   SSE-KMS under ${keyArn('k1')}, with a bucket key`,
      '  rule         payroll',
      `  requires     encryption: aws:kms; kms-key: ${keyArn('k1')}`,
      expect.stringMatching(
        /^checked 1 object, 1 compliant; policy [0-9a-f]{12}; nothing was changed$/,
      ),
    ]);
    expect(ran).toMatchObject({ exitCode: 0, err: [] });
    expect(ran.asked).toEqual(['HeadObject payroll-eu good.pdf -']);
  });

  it('exits with 1 for a violation, and prints the order that would follow', async () => {
    const ran = await run(WORLD, 'check', 's3://payroll-eu/bad.pdf');
    expect(ran.out).toEqual([
      'violation      s3://payroll-eu/bad.pdf',
      '  encryption   SSE-S3',
      '  rule         payroll (severity high)',
      '  requirement  encryption',
      '  expected     aws:kms',
      '  found        AES256',
      `  also         kms-key: expected ${keyArn('k1')}, found sse-s3`,
      `  order        update-encryption: update its encryption in place under \`${keyArn('k1')}\``,
      expect.stringMatching(/^checked 1 object, 1 violation; /),
    ]);
    expect(ran).toMatchObject({ exitCode: 1, err: [] });
  });

  it('exits with 0 for an exempt one', async () => {
    const ran = await run(WORLD, 'check', 's3://payroll-eu/etl/x');
    expect(ran.out[0]).toBe('exempt         s3://payroll-eu/etl/x');
    expect(ran.exitCode).toBe(0);
  });

  it('exits with 2 for one that AWS refuses to show', async () => {
    const ran = await run(WORLD, 'check', 's3://payroll-eu/secret.pdf');
    expect(ran.out[0]).toBe('indeterminate  s3://payroll-eu/secret.pdf');
    expect(ran.exitCode).toBe(2);
  });

  it('judges the version that it is told', async () => {
    const ran = await run(WORLD, 'check', 's3://payroll-eu/good.pdf', '--version-id', 'v7');
    expect(ran.asked).toEqual(['HeadObject payroll-eu good.pdf v7']);
    expect(ran.out[0]).toBe('compliant      s3://payroll-eu/good.pdf (version v7)');
  });

  it('exits with 2 for one that is not there, with the likely mistake', async () => {
    const ran = await run(WORLD, 'check', 's3://payroll-eu/good.pdf?versionId=v7');
    expect(ran).toMatchObject({
      exitCode: 2,
      err: [
        'error E_NOT_FOUND: no object with the key `good.pdf?versionId=v7`: `?versionId=` was taken as part of it, use `--version-id` instead',
      ],
    });
    expect(ran.asked[0]).toBe('HeadObject payroll-eu good.pdf?versionId=v7 -');
  });

  it('judges what is below a key that is not there itself, and says so', async () => {
    const ran = await run({ ...WORLD, pages: [refs('good.pdf')] }, 'check', 's3://payroll-eu/logs');
    expect(ran.err).toEqual([
      'note: there is no object `logs`, but there are objects below it: judging those',
    ]);
    expect(ran.asked).toContain('ListObjectsV2 payroll-eu logs/');
    expect(ran.exitCode).toBe(0);
  });

  it.each([
    ['NoSuchBucket', 'E_BUCKET_NOT_FOUND'],
    ['PermanentRedirect', 'E_WRONG_REGION'],
    ['ExpiredToken', 'E_EXPIRED_CREDENTIALS'],
  ])('tells by listing what a HEAD leaves open: %s', async (name, code) => {
    const world = { ...WORLD, listingFails: failing(name) };
    for (const key of ['nothing', 'expired.pdf']) {
      const ran = await run(world, 'check', `s3://payroll-eu/${key}`);
      expect(ran.err).toEqual([expect.stringContaining(`error ${code}: `)]);
      expect(ran.exitCode).toBe(2);
    }
  });

  it('does without listing where that is refused', async () => {
    const world = { ...WORLD, listingFails: failing('AccessDenied') };
    const ran = await run(world, 'check', 's3://payroll-eu/expired.pdf');
    expect(ran.out[0]).toBe('indeterminate  s3://payroll-eu/expired.pdf');
    expect(ran).toMatchObject({ exitCode: 2, err: [] });
  });

  it('judges every version with --all-versions, and no longer key', async () => {
    const pages = [
      [
        { bucket: 'payroll-eu', key: 'good.pdf', versionId: 'v2' },
        { bucket: 'payroll-eu', key: 'good.pdf', versionId: 'v1' },
      ],
      [{ bucket: 'payroll-eu', key: 'good.pdf.bak', versionId: 'v1' }],
    ];
    const ran = await run(
      { ...WORLD, pages },
      'check',
      's3://payroll-eu/good.pdf',
      '--all-versions',
    );
    expect(ran.asked).toEqual([
      'ListObjectVersions payroll-eu good.pdf',
      'HeadObject payroll-eu good.pdf v2',
      'HeadObject payroll-eu good.pdf v1',
    ]);
  });
});
