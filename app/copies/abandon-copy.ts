import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { CopyPorts } from './copy-ports.ts';

type Ports = {
  readonly uploads: Pick<CopyPorts['uploads'], 'abort' | 'listParts'>;
  readonly progress: Pick<CopyPorts['progress'], 'read' | 'end'>;
};

const MOST_ABORTS = 5;

/** Clears away what a task has begun and will not finish: nobody pays for parts that nobody sees. */
export const createAbandonCopy =
  (ports: Ports) =>
  async (id: string): Promise<void> => {
    const progress = await ports.progress.read(id);
    if (progress !== undefined) {
      await abandonCopy(ports, progress);
    }
  };

export const abandonCopy = async (ports: Ports, progress: CopyProgress): Promise<void> => {
  await abandonUpload(ports, progress);
  await ports.progress.end(progress);
};

/**
 * Aborts until nothing is left: a part that was on its way may arrive after an abort, and be kept.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html
 */
export const abandonUpload = async (
  { uploads }: Pick<Ports, 'uploads'>,
  { bucket, key, upload }: CopyProgress,
): Promise<void> => {
  if (upload === undefined) return;
  const ref = { bucket, key, uploadId: upload.uploadId };
  for (let aborts = 0; aborts < MOST_ABORTS; aborts += 1) {
    await uploads.abort(ref);
    if ((await uploads.listParts(ref, upload.parts)).kind === 'no-upload') return;
  }
  throw new Error(`upload \`${upload.uploadId}\` is still there after ${MOST_ABORTS} aborts`);
};
