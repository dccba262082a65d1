import type { AgreedVersion } from '#shared/agreement/version.ts';
import { AppError } from '#shared/errors.ts';
import type { Language } from '#shared/words/language.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Versions } from '#server/agreement/versions.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Receivers } from '#server/meeting/receivers.ts';
import { requireAll } from './agreementRoutes.ts';
import { languageIn } from './languageIn.ts';
import { nothing, participant, type Route } from './route.ts';

export interface HomeRoutesParts {
  versions: Versions;
  audit: Audit;
  receivers: Pick<Receivers, 'require'>;
  /** The appointments of a version, or of one row of it, as a calendar; null where none has a day. */
  appointmentsOf: (
    version: AgreedVersion,
    wanted: { language: Language; row: string | null },
  ) => Promise<string | null>;
}

const VERSION = '/api/meetings/:id/versions/:version';

/** What the patient takes home: the agreed version to be read on a page, and its appointments for a calendar. */
export function homeRoutes({ versions, audit, receivers, appointmentsOf }: HomeRoutesParts): Route[] {
  const required = async (by: Participant, params: Readonly<Record<string, string>>) => {
    requireAll(by);
    await receivers.require(by);
    return versions.get(by.meeting, Number(params['version']));
  };

  return [
    // To look at it is not to export it: the meeting stays as it is.
    participant('get', VERSION, nothing, async ({ by, params }) => {
      const version = await required(by, params);
      await audit.note(by.meeting, by, 'read', { about: `version ${version.version}` });
      return { status: 200, body: version };
    }),

    participant('get', `${VERSION}/appointments.ics`, nothing, async ({ by, params, query }) => {
      const language = languageIn(query);
      const version = await required(by, params);
      const row = typeof query['row'] === 'string' ? query['row'] : null;
      const body = await appointmentsOf(version, { language, row });
      if (body === null) throw new AppError('not-found', 'There is no such appointment with a day.');
      await audit.note(by.meeting, by, 'exported', { about: `version ${version.version}, appointments` });
      return { status: 200, file: { body, contentType: 'text/calendar; charset=utf-8', filename: 'avtaler.ics' } };
    }),
  ];
}
