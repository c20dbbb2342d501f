import type { CopyTask } from './copy-task.ts';

export const isOntoItself = ({ attributes: { ref }, to }: CopyTask): boolean =>
  ref.bucket === to.bucket && ref.key === to.key;
