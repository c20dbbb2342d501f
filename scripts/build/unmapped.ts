/**
 * JavaScript that will not show in the bundle's source map. esbuild follows the map that a file names instead of
 * making one; this one's only mapping is for a line that the file does not have. (A map without any is ignored.)
 */
export const unmapped = (source: string): string => {
  const lines = source.split('\n').length + 1;
  const map = JSON.stringify({ version: 3, sources: [''], mappings: `${';'.repeat(lines)}AAAA` });
  const data = Buffer.from(map).toString('base64');
  return `${source}\n//# sourceMappingURL=data:application/json;base64,${data}`;
};
