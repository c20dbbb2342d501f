import { MARKER } from '../quarantine/marker.ts';

/** The tags that are the owner's. */
export const withoutMarker = (
  tags: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => key !== MARKER));
