/** FORCE_COLOR decides when it is there, then NO_COLOR (https://no-color.org), then whether a person is looking. */
export const wantsColor = (
  isTTY: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean => {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return isTTY && env['TERM'] !== 'dumb';
};
