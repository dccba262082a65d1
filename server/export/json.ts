import { AgreedVersion } from '#shared/agreement/version.ts';

/** The version itself, as it was frozen. @throws ZodError when it does not fit its own schema. */
export function jsonOf(version: AgreedVersion): string {
  return `${JSON.stringify(AgreedVersion.parse(version), null, 2)}\n`;
}
