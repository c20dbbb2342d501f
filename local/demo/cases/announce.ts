import { randomUUID } from 'node:crypto';
import type { World } from '../world/world.ts';
import type { Upload } from './upload.ts';

/** What a sweep does with the objects that no event tells of: puts their refs on `backlog`. */
export const announce = async (world: World, uploads: readonly Upload[]): Promise<void> => {
  await world.sendRefs('backlog', {
    v: 1,
    cause: 'sweep',
    runId: randomUUID(),
    refs: uploads.map(({ bucket, key, versionId }) => ({
      bucket,
      key,
      ...(versionId !== undefined && { versionId }),
    })),
  });
};
