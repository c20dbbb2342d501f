import type { ObjectAttributes } from '../copies/object-attributes.ts';
import { differingMembers } from './differing-members.ts';
import type { Manifest, MoveManifest } from './manifest.ts';

/** Whether it was written for this very copy, and of the object exactly as these attributes tell it. */
export const isManifestOf = (
  manifest: Manifest,
  source: ObjectAttributes,
  copyEtag: string,
): manifest is MoveManifest =>
  manifest.kind === 'move' &&
  manifest.copyEtag === copyEtag &&
  differingMembers(manifest.source, source).length === 0;
