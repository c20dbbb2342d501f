import type { Manifest, Release } from './manifest.ts';

/**
 * JSON for people to open as well: indented, and in plain ASCII, so that nothing an uploader wrote acts on the
 * screen that shows it. Parsed, it is the same text.
 */
export const serialiseManifest = (manifest: Manifest | Release): string =>
  `${JSON.stringify(manifest, undefined, 2).replaceAll(/[^\n\u0020-\u007E]/g, escapeUnit)}\n`;

const escapeUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
