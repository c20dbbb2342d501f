import type { Metafile } from 'esbuild';

const COMMAND = /@aws-sdk\/client-[a-z0-9-]+\/dist-es\/commands\/([A-Za-z0-9]+)Command\.js$/;

/** The SDK commands whose code is in a bundle, as esbuild tells it: what was imported and not used is not there. */
export const commandsIn = ({ outputs }: Metafile): readonly string[] => [
  ...new Set(
    Object.values(outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => COMMAND.exec(path)?.[1] ?? []),
  ),
];
