import { describe, expect, it } from '@jest/globals';
import { starterPolicy } from '../../../core/policy/starter-policy.ts';
import { run } from '../made/door.ts';
import { FILE } from '../made/policy-files.ts';

describe('sealward policy init', () => {
  it('writes a first policy that has no mistakes', async () => {
    const ran = await run({}, 'policy', 'init');
    expect(ran.out).toEqual([
      'wrote `sealward.policy.yaml`, which judges everything and changes nothing',
      'next: fit it to your buckets, then run `sealward policy lint` and `sealward policy pin`',
    ]);
    expect(ran).toMatchObject({ exitCode: 0, files: { [FILE]: starterPolicy() } });
    expect(await run({ files: ran.files }, 'policy', 'lint')).toMatchObject({ exitCode: 0 });
  });

  it('does not touch a file that is there', async () => {
    const ran = await run({ files: { 'eu.yaml': 'mine' } }, 'policy', 'init', 'eu.yaml');
    expect(ran).toMatchObject({
      exitCode: 2,
      files: { 'eu.yaml': 'mine' },
      err: [
        'error E_EXISTS: `eu.yaml` is there already: name another file, or replace it with `--force`',
      ],
    });
  });

  it('replaces it with --force', async () => {
    const ran = await run({ files: { 'eu.yaml': 'mine' } }, 'policy', 'init', 'eu.yaml', '--force');
    expect(ran).toMatchObject({ exitCode: 0, files: { 'eu.yaml': starterPolicy() } });
  });
});
