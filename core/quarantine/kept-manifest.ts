import type { Manifest } from './manifest.ts';

/** A manifest as it lies in quarantine; its ETag is what may be replaced, and nothing newer. */
export type KeptManifest = { readonly manifest: Manifest; readonly etag: string };
