import { expect, it } from '@jest/globals';
import { PutObjectAnnotationCommand } from '@aws-sdk/client-s3';
import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import { begin, BUCKET, IN_PARTS, KEY } from './payroll-world.ts';

type World = Awaited<ReturnType<typeof begin>>;
type Complete = CopyPorts['uploads']['complete'];

const OBJECT = { Bucket: BUCKET, Key: KEY };

const annotate = async ({ s3 }: World, name: string) =>
  s3.send(
    new PutObjectAnnotationCommand({ ...OBJECT, AnnotationName: name, AnnotationPayload: name }),
  );

const completing = ({ ports }: World, around: (complete: Complete) => Complete) => ({
  uploads: { ...ports.uploads, complete: around(ports.uploads.complete) },
});

/** What is current now, with its annotations. */
const current = async ({ ports }: World) => {
  const reading = await ports.readAttributes({ bucket: BUCKET, key: KEY });
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const { ref, annotations } = reading.attributes;
  return { versionId: ref.versionId, annotations: annotations.map(({ name }) => name) };
};

it.each([
  ['a version', 'Enabled'],
  ['the null version, which stays below its copy', 'Suspended'],
] as const)(
  'carries what was written to %s between the last look and the end',
  async (_title, versioning) => {
    const world = await begin({ versioning, ...IN_PARTS });
    if (versioning === 'Suspended') await world.setVersioning('Enabled');
    const outcome = await world.apply(
      completing(world, (complete) => async (...args) => {
        await annotate(world, 'late');
        return complete(...args);
      }),
    );
    const { versionId, annotations } = await current(world);
    expect(outcome).toEqual({
      kind: 'applied',
      became: versionId,
      residual: world.versionId ?? 'null',
    });
    expect(annotations).toEqual(['late']);
    expect(world.items.size).toBe(0);
  },
);

it('refuses to guess whose copy it is, where it died right after the end and no checksum tells', async () => {
  const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
  await annotate(world, 'n');
  const dying = completing(world, (complete) => async (...args) => {
    await complete(...args);
    throw new Error('died');
  });
  await expect(world.apply(dying)).rejects.toThrow('died');
  const { versionId } = await current(world);
  expect(versionId).not.toBe(world.versionId);
  const refused = {
    kind: 'refused',
    code: 'CopyUnproven',
    words: expect.stringContaining(`version \`${versionId}\` is as our copy would be`),
  };
  expect(await world.unanswered()).toEqual(refused);
  expect(await world.apply()).toEqual(refused); // as long as the answer may get lost
  expect(await current(world)).toEqual({ versionId, annotations: [] });
  expect(world.items.size).toBe(0);
});
