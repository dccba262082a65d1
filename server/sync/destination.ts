import { AppError } from '#shared/errors.ts';
import { PLAN_SCHEMA, SCHEMA_PARAMETER } from '#shared/plan/schema.ts';

/** Where a request wants to go: to one document on a socket of its own, or to a line for many. */
export interface Destination {
  meeting: string;
  /** Null for the line. */
  section: string | null;
  /** The version of the plan's form that the other end knows; null when it does not say. */
  schema: number | null;
}

/** Null for a path that is none of ours. */
export function destinationOf(url: string): Destination | null {
  const [path = '', query] = url.split('?', 2);
  const [, door, meeting, section, ...more] = path.split('/');
  if (more.length > 0 || !meeting) return null;
  const schema = schemaIn(new URLSearchParams(query));
  if (door === 'line' && section === undefined) return { meeting, section: null, schema };
  if (door === 'sync' && section) return { meeting, section, schema };
  return null;
}

/** The same for a request to the polling door, which says in its query where it wants to go. */
export function pollingDestinationOf(url: string): Destination {
  const query = new URLSearchParams(url.split('?', 2)[1]);
  return { meeting: query.get('meeting') ?? '', section: null, schema: schemaIn(query) };
}

/**
 * A page must know the plan as we do. A stock client, which says nothing of that, is let in.
 * @throws AppError `out-of-date`
 */
export function checkSchema({ section, schema }: Destination): void {
  const known = schema ?? (section === null ? 0 : PLAN_SCHEMA);
  if (known < PLAN_SCHEMA) throw new AppError('out-of-date', 'This page is older than the plan. Reload it.');
}

function schemaIn(query: URLSearchParams): number | null {
  const said = query.get(SCHEMA_PARAMETER);
  if (said === null) return null;
  return /^\d{1,9}$/.test(said) ? Number(said) : 0;
}
