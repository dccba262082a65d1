import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { ExportFormat, NewVersion } from '#shared/api.ts';
import { SignatureInput } from '#shared/agreement/signature.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { AppError } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { JournalChoice } from '#shared/journal.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { adviceFor } from '#shared/plan/lint.ts';
import { missingFor } from '#shared/plan/readiness.ts';
import { mayRead, readsAll, type Reader } from '#shared/plan/rights.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { isStaff } from '#shared/roles.ts';
import type { Language } from '#shared/words/language.ts';
import { spend } from '#server/access/invitations.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Readings } from '#server/audit/readings.ts';
import { journalChoiceIn } from './journalChoiceIn.ts';
import { languageIn } from './languageIn.ts';
import { nothing, participant, type Reply, type Route } from './route.ts';
import { DESCRIBED_BY } from './schemaRoutes.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import type { Receivers } from '#server/meeting/receivers.ts';
import type { Agreement } from '#server/agreement/agreement.ts';
import type { FilePrints } from '#server/agreement/filePrints.ts';
import type { Versions } from '#server/agreement/versions.ts';
import { hashOf } from '#server/agreement/freeze.ts';

/** Far more than anybody says of a plan; each is kept, and told to everybody. */
const SIGNATURES_A_MINUTE = 30;

export interface AgreementRoutesParts {
  agreement: Agreement;
  versions: Versions;
  meetings: Meetings;
  audit: Audit;
  readings: Readings;
  receivers: Pick<Receivers, 'require'>;
  readPlan: (meeting: MeetingId) => Promise<Plan>;
  prints: Pick<FilePrints, 'note'>;
  /** `language`: of the headings of the patient's copy. */
  exportVersion: (
    version: AgreedVersion,
    format: ExportFormat,
    language: Language,
  ) => Promise<NonNullable<Reply['file']>>;
  /** What a receiver needs of it, as text. */
  exportJournal: (version: AgreedVersion, choice: JournalChoice) => Promise<NonNullable<Reply['file']>>;
}

export function agreementRoutes({
  agreement,
  versions,
  meetings,
  audit,
  readings,
  receivers,
  readPlan,
  prints,
  exportVersion,
  exportJournal,
}: AgreementRoutesParts): Route[] {
  const signing = new RateLimiterMemory({ points: SIGNATURES_A_MINUTE, duration: 60 });
  return [
    participant('get', '/api/meetings/:id/plan', nothing, async ({ by }) => {
      const plan = await readPlan(by.meeting);
      await audit.note(by.meeting, by, 'read', { about: 'plan' });
      const readable = Object.fromEntries(
        SECTION_KEYS.filter((key) => mayRead(by, key)).map((key) => [key, plan[key]]),
      );
      return { status: 200, body: readable, headers: readsAll(by) ? { ETag: `"${hashOf(plan)}"` } : {} };
    }),

    participant('get', '/api/meetings/:id/readiness', nothing, async ({ by }) => {
      await readings.note(by, 'readiness');
      const readiness = await agreement.readiness(by.meeting);
      const missing = missingFor(by, readiness.missing);
      return {
        status: 200,
        body: { complete: missing.length === 0, missing, advice: adviceFor(by, readiness.advice) },
      };
    }),

    participant('get', '/api/meetings/:id/agreement', nothing, async ({ by }) => {
      requireAll(by);
      await readings.note(by, 'agreement');
      return { status: 200, body: await agreement.view(by.meeting) };
    }),

    participant('post', '/api/meetings/:id/signatures', SignatureInput, async ({ by, body }) => {
      await spend(signing, by.id);
      return { status: 201, body: await agreement.sign(by, body) };
    }),

    participant('post', '/api/meetings/:id/versions', z.optional(NewVersion), async ({ by, body }) => {
      const { version, hash } = await agreement.makeVersion(by, body?.withoutPatient ?? null);
      return { status: 201, body: { version, hash } };
    }),

    participant('get', '/api/meetings/:id/versions/:version/export', nothing, async ({ by, params, query }) => {
      const format = ExportFormat.safeParse(query['format']);
      if (!format.success) throw new AppError('bad-input', `format is one of ${ExportFormat.options.join(', ')}.`);
      const language = languageIn(query);
      const choice = journalChoiceIn(query, format.data);
      requireAll(by);
      await receivers.require(by);
      if (choice) await receivers.require({ meeting: by.meeting, role: choice.receiver });
      const version = await versions.get(by.meeting, Number(params['version']));
      const file = await (choice ? exportJournal(version, choice) : exportVersion(version, format.data, language));
      await audit.note(by.meeting, by, 'exported', { about: `version ${version.version}, ${format.data}` });
      await prints.note(file.body, version, format.data);
      // What the patient or kin take home is no journal's receipt.
      const isReceipt = isStaff(by.role) && format.data !== 'patient';
      await meetings.settle(by.meeting, { kind: 'exported', version: version.version, isReceipt });
      return { status: 200, file, headers: format.data === 'json' ? DESCRIBED_BY : {} };
    }),
  ];
}

/** @throws AppError `forbidden` */
export function requireAll(by: Reader): void {
  if (!readsAll(by)) throw new AppError('forbidden', 'The patient does not share the whole plan with you.');
}
