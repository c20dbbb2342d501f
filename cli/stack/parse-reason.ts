import { CliError } from '../cli-error.ts';

const MOST = 1024; // characters: the ledger keeps more, and nobody reads it

/** Why a person does what nobody orders: it stands in the ledger for ever, so it has to say something. */
export const parseReason = (text: string): string => {
  const reason = text.trim();
  if (reason === '') {
    throw new CliError('E_USAGE', 'say why with `--reason`: it is kept in the ledger');
  }
  if (reason.length > MOST) {
    throw new CliError(
      'E_USAGE',
      `\`--reason\` is longer than ${MOST} characters: name a ticket instead`,
    );
  }
  return reason;
};
