import type { BundleEntry, Reference, Resource } from '@medplum/fhirtypes';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { clockAt } from '#shared/day.ts';
import { createIdentity, type Identity } from './identity.ts';

/** The document while it is being written: what is in it so far, and how to put more in. */
export interface Sheet {
  version: AgreedVersion;
  identity: Identity;
  /** The day of the agreement in Norway, `YYYY-MM-DD`. */
  agreedOn: string;
  entries: BundleEntry[];
  /** Puts a resource in at its address, and says how to refer to it. */
  place: <R extends Resource>(url: string, resource: R, display?: string) => Reference<R> & { reference: string };
}

export function openSheet(version: AgreedVersion): Sheet {
  const entries: BundleEntry[] = [];
  return {
    version,
    identity: createIdentity(version.meeting.id),
    agreedOn: clockAt(version.agreedAt).date,
    entries,
    place(url, resource, display) {
      entries.push({ fullUrl: url, resource });
      return { reference: url, ...(display ? { display } : {}) };
    },
  };
}
