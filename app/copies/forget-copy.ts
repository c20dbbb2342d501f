import type { CopyPorts } from './copy-ports.ts';

/** Forgets what was noted of a copy, once nobody will ask for its answer again. */
export const createForgetCopy =
  ({ progress }: { readonly progress: Pick<CopyPorts['progress'], 'read' | 'end'> }) =>
  async (id: string): Promise<void> => {
    const note = await progress.read(id);
    if (note !== undefined) await progress.end(note);
  };
