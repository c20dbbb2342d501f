/**
 * Whether an S3 event schema version (`major.minor`) has the major that the parser was written for.
 * AWS adds fields in minors, so those are not looked at.
 */
export const isKnownMajor = (version: string, major: number): boolean =>
  /^\d+\.\d+/.test(version) && Number.parseInt(version, 10) === major;
