import { z } from 'zod';
import { AgreedVersion } from '#shared/agreement/version.ts';

/** The version itself, as it was frozen. @throws ZodError when it does not fit its own schema. */
export function jsonOf(version: AgreedVersion): string {
  return `${JSON.stringify(AgreedVersion.parse(version), null, 2)}\n`;
}

/** The name of the schema. `.example` is reserved: every house serves it at an address of its own. */
const SCHEMA_ID = 'https://tverrfaglig-mote.example/schemas/agreed-plan/1';

/** What {@link jsonOf} writes, as a JSON Schema (draft 7): generated from the schema that the house itself reads with. */
export function agreedPlanSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(AgreedVersion, { target: 'draft-7', io: 'output' });
  return { $schema, $id: SCHEMA_ID, title: 'Agreed plan of a tverrfaglig møte, version N', ...schema };
}
