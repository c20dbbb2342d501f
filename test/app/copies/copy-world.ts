import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import type { CopyProgress } from '../../../core/copies/copy-progress.ts';
import type { Copy, Pin } from '../../../core/orders/order.ts';
import type { Ref } from '../../../core/objects/ref.ts';
import { createInProcessS3, type InProcessS3Options } from '../../../local/front/in-process-s3.ts';
import { copyPorts } from '../../../runtime/copy-ports.ts';
import { ACCOUNT, makeViolation } from '../../made/facts.ts';

export const MINUTES = (): number => 300_000;

/** The state table as far as copies use it. */
export const makeProgress = () => {
  const items = new Map<string, CopyProgress>();
  const sameUpload = (id: string, uploadId: string | undefined): boolean =>
    items.get(id)?.upload?.uploadId === uploadId;
  const progress: CopyPorts['progress'] = {
    read: async (id) => Promise.resolve(items.get(id)),
    begin: async (mine) => {
      if (items.get(mine.id)?.upload === undefined) items.set(mine.id, mine);
      return Promise.resolve(items.get(mine.id) ?? mine);
    },
    noteMade: async (id, uploadId, made) => {
      const item = items.get(id);
      if (item !== undefined && sameUpload(id, uploadId)) items.set(id, { ...item, made });
      return Promise.resolve();
    },
    advance: async (id, uploadId, done) => {
      const item = items.get(id);
      if (item?.upload !== undefined && sameUpload(id, uploadId)) {
        items.set(id, { ...item, upload: { ...item.upload, done } });
      }
      return Promise.resolve();
    },
    end: async ({ id, upload }) => {
      if (sameUpload(id, upload?.uploadId)) items.delete(id);
      return Promise.resolve();
    },
  };
  return { items, progress };
};

type WorldOptions = InProcessS3Options & {
  readonly largestCopy?: number;
  readonly partBytes?: number;
  readonly leastPartBytes?: number;
};

/** The copying use cases on the S3 model, through the SDK; only the state table is a map. */
export const makeCopyWorld = ({
  largestCopy = 5 * 1024 ** 3,
  partBytes = 256 * 1024 ** 2,
  leastPartBytes = 1,
  ...options
}: WorldOptions = {}) => {
  const aws = createInProcessS3(options);
  const { items, progress } = makeProgress();
  const ports: CopyPorts = {
    ...copyPorts({
      s3: aws.s3,
      dynamoDb: {} as never, // not called: the progress is in a map
      account: ACCOUNT,
      stateTable: 'state',
      largestCopy,
      partBytes,
      leastPartBytes,
      // a copy is told from others by its date too: our clock and that of S3 are the same here
      now: () => new Date(options.now?.() ?? Date.now()),
    }),
    progress,
  };
  return { ...aws, ports, items };
};

/** An order as the reader would give it for what is there now. */
export const makeOrder = (ref: Ref, pin: Pin, to: Copy['to'], size: number): Copy => ({
  kind: 'copy',
  ref,
  pin,
  to,
  size,
  because: makeViolation({ rule: 'payroll' }),
  policyHash: 'hash',
  intentId: 'intent',
});
