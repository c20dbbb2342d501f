import { describe, expect, it } from '@jest/globals';
import { WORLD, failing, objects, refs, summaryOf } from '../made/check-world.ts';
import { run, type World } from '../made/door.ts';

describe('sealward check of a prefix', () => {
  const pages = [refs('good.pdf', 'bad.pdf'), refs('etl/x', 'went-away')];

  it('judges page after page, in order', async () => {
    const ran = await run({ ...WORLD, pages }, 'check', 's3://payroll-eu/');
    expect(ran.out.filter((line) => !line.startsWith(' ')).slice(0, -1)).toEqual([
      'compliant      s3://payroll-eu/good.pdf',
      'violation      s3://payroll-eu/bad.pdf',
      'exempt         s3://payroll-eu/etl/x',
      'gone           s3://payroll-eu/went-away',
    ]);
    expect(summaryOf(ran.out)).toBe(
      'checked 4 objects, 1 compliant, 1 exempt, 1 violation, 1 gone',
    );
    expect(ran.exitCode).toBe(1);
  });

  it('leaves out with --quiet what needs nobody', async () => {
    const ran = await run({ ...WORLD, pages }, 'check', 's3://payroll-eu/', '--quiet');
    expect(ran.out[0]).toBe('violation      s3://payroll-eu/bad.pdf');
    expect(ran.out.join('\n')).not.toContain('good.pdf');
    expect(summaryOf(ran.out)).toContain('checked 4 objects');
  });

  it('lets one object fail without stopping, and exits with 2', async () => {
    const ran = await run(
      { ...WORLD, pages: [refs('slow.pdf', 'bad.pdf')] },
      'check',
      's3://payroll-eu/',
    );
    expect(ran.out.slice(0, 3)).toEqual([
      'failed         s3://payroll-eu/slow.pdf',
      '  AWS said     SlowDown: slow',
      'violation      s3://payroll-eu/bad.pdf',
    ]);
    expect(ran.exitCode).toBe(2);
  });

  it('says how far it came where the listing breaks off', async () => {
    const world = { ...WORLD, pages, listingFails: failing('AccessDenied') };
    const ran = await run(world, 'check', 's3://payroll-eu/');
    expect(summaryOf(ran.out)).toMatch(/^checked 4 objects \(broken off\), /);
    expect(ran).toMatchObject({
      exitCode: 2,
      err: [
        'error E_ACCESS_DENIED: AWS refused: you need `s3:ListBucket`, and `payroll-eu` must belong to account `111122223333` (else name its owner with `--account`) (AWS said: AccessDenied: as AWS says it)',
      ],
    });
  });

  it.each([
    ['s3://payroll-eu/none/', 'below `none/`'],
    ['s3://payroll-eu', 'in bucket `payroll-eu`'],
  ])('does not take nothing for compliant: %s', async (uri, where) => {
    const ran = await run({ ...WORLD, pages: [[]] }, 'check', uri);
    expect(ran).toMatchObject({
      exitCode: 2,
      err: [
        `error E_NOT_FOUND: nothing to judge: no object ${where}; for older versions add \`--all-versions\``,
      ],
    });
  });

  it('ends with 130 and a summary where it is interrupted', async () => {
    const interrupt = new AbortController();
    const world: World = {
      ...WORLD,
      interrupted: interrupt.signal,
      pages: [refs('good.pdf', 'bad.pdf', 'good.pdf')],
      objects: (ref) => {
        if (ref.key === 'bad.pdf') interrupt.abort();
        return objects(ref);
      },
    };
    const ran = await run(world, 'check', 's3://payroll-eu/', '--max-concurrency', '1');
    expect(summaryOf(ran.out)).toBe('checked 1 object (interrupted), 1 compliant');
    expect(ran).toMatchObject({ exitCode: 130, err: [] });
  });
});
