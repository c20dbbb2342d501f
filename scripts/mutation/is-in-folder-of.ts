/** Whether a test of core/ lies under the same first folder as a file of core/; files of core/ itself are everybody's. */
export const isInFolderOf = (coreFile: string, testFile: string): boolean => {
  const folder = /\/core\/([^/]+)\/[^]*$/.exec(coreFile)?.[1];
  return folder === undefined || testFile.includes(`/test/core/${folder}/`);
};
