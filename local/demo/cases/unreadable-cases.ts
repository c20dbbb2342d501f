import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { type DemoCase, numbered } from './demo-case.ts';
import { putObject } from './upload.ts';

/** Objects that cannot be read, or that are not there any more. */
export const unreadableCases: readonly DemoCase[] = [
  {
    id: 'denied',
    title: 'HEAD is denied',
    key: numbered('statements/denied', '.pdf'),
    place: async (world, key) => {
      world.model.apply<'model', 'DenyRequests'>({
        service: 'model',
        name: 'DenyRequests',
        input: { Bucket: 'payroll', Key: key, Operations: ['HeadObject'] },
      });
      return [await putObject(world, 'payroll', key)];
    },
    ends: [{ how: 'indeterminate', cause: 'access-denied' }],
  },
  {
    id: 'deleted',
    title: 'deleted right after the upload',
    key: numbered('statements/deleted', '.pdf'),
    place: async (world, key) => {
      const upload = await putObject(world, 'payroll-exports', key);
      await world.s3.send(new DeleteObjectCommand({ Bucket: 'payroll-exports', Key: key }));
      return [{ ...upload, before: undefined }];
    },
    // it may be judged, and even mended, before it is deleted
    ends: [{ how: 'gone' }, { how: 'reencrypted', rule: 'payroll', requirement: 'encryption' }],
  },
];
