import { z } from 'zod';
import { MeetingId, ParticipantId, PhaseId } from '#shared/ids.ts';
import { SECTION_KEYS, SectionKey } from '#shared/plan/sections.ts';
import { Profession, Role } from '#shared/roles.ts';
import { MeetingView, MissingView } from '#shared/live.ts';

/** The HTTP interface: what goes in and what comes out, one schema each. Every body is JSON. */

/** A name that people read: letters in it, and nothing that breaks lines, is invisible or turns the text around. */
const Name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, 'No control characters.')
  .regex(/\p{L}/u, 'A name has letters.');

const Organisation = Name.optional();

/** Professions belong to the hospital. */
const onlyHospitalHasProfessions = (who: { role: Role; profession?: Profession | undefined }) =>
  who.profession === undefined || who.role === 'hospital';

export const DemoSession = z
  .strictObject({ name: Name, role: Role, organisation: Organisation, profession: Profession.optional() })
  .refine(onlyHospitalHasProfessions, { error: 'Only the hospital has professions.', path: ['profession'] });
export type DemoSession = z.infer<typeof DemoSession>;

/** Demo only: take the place of one of the people of a prepared meeting. */
export const DemoSeat = z.strictObject({ participant: ParticipantId });

export const Me = z.strictObject({
  name: z.string(),
  role: Role,
  organisation: z.string().nullable(),
  profession: Profession.nullable(),
  /** The one meeting that this session is for; null for somebody who signed in. */
  meeting: MeetingId.nullable(),
  demo: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const TemplateSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  version: z.int(),
  minutes: z.int(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

/** Links that a page may open: only the web, never a script. */
const WebAddress = z.url({ protocol: /^https?$/ }).max(500);

export const NewMeeting = z.strictObject({
  template: z.string().max(60),
  /** ISO 8601 with offset. */
  startsAt: z.iso.datetime({ offset: true }),
  patient: z.strictObject({ name: Name, birthYear: z.int().min(1900).max(2100).optional() }),
  title: Name.optional(),
  videoUrl: WebAddress.optional(),
});
export type NewMeeting = z.infer<typeof NewMeeting>;
export const NewMeetingMade = z.strictObject({ id: MeetingId });

export const MeetingSummary = z.strictObject({
  id: MeetingId,
  title: z.string(),
  patient: z.strictObject({ name: z.string(), birthYear: z.int().nullable() }),
  startsAt: z.int(),
  status: z.string(),
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;

/** One meeting as its participant gets it: `me` is the participant who asks. */
export const MeetingForMe = MeetingView.extend({ phase: PhaseId.nullable(), me: ParticipantId });
export type MeetingForMe = z.infer<typeof MeetingForMe>;

export const NewInvitation = z
  .strictObject({
    role: Role,
    name: Name,
    organisation: Organisation,
    profession: Profession.optional(),
    email: z.email().max(200).optional(),
  })
  .refine(onlyHospitalHasProfessions, { error: 'Only the hospital has professions.', path: ['profession'] });
export type NewInvitation = z.infer<typeof NewInvitation>;

/** The link and the code travel on different ways; both are needed. */
export const InvitationMade = z.strictObject({ id: z.string(), url: z.url(), code: z.string(), expiresAt: z.int() });
export type InvitationMade = z.infer<typeof InvitationMade>;

/** What somebody is from now on. */
export const NewCast = z
  .strictObject({ role: Role, profession: Profession.nullable() })
  .refine(({ role, profession }) => profession === null || role === 'hospital', {
    error: 'Only the hospital has professions.',
    path: ['profession'],
  });
export type NewCast = z.infer<typeof NewCast>;

/** The parts of the plan that the patient does not share with one of their kin. */
export const NewWithheld = z.strictObject({ sections: z.array(SectionKey).max(SECTION_KEYS.length) });

export const InvitationView = z.strictObject({
  id: z.string(),
  role: Role,
  name: z.string(),
  organisation: z.string().nullable(),
  status: z.enum(['open', 'used', 'revoked', 'expired']),
});
export type InvitationView = z.infer<typeof InvitationView>;

export const Redemption = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/),
  code: z.string().regex(/^\d{6}$/),
});

export const Readiness = z.strictObject({ complete: z.boolean(), missing: z.array(MissingView) });
export type Readiness = z.infer<typeof Readiness>;

/** Making version N; a reason stands in for the patient who cannot sign. */
export const NewVersion = z.strictObject({ withoutPatient: z.string().trim().min(1).max(500).optional() });
export const VersionMade = z.strictObject({ version: z.int(), hash: z.string() });

export const ExportFormat = z.enum(['fhir', 'pdf', 'text', 'json', 'patient']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const SectionView = z.strictObject({
  key: SectionKey,
  kind: z.enum(['text', 'rows', 'fields']),
  writers: z.array(z.string()),
  heading: z.string(),
  /** The fields of a row or form, by key: how each is stored, and what it takes. */
  fields: z.record(
    z.string(),
    z.strictObject({
      control: z.string(),
      options: z.array(z.string()).optional(),
      min: z.int().optional(),
      max: z.int().optional(),
    }),
  ),
});
export type SectionView = z.infer<typeof SectionView>;

export const LogEntry = z.strictObject({
  seq: z.int(),
  /** ms since 1970. */
  at: z.int(),
  participant: ParticipantId.nullable(),
  name: z.string(),
  role: Role.nullable(),
  organisation: z.string().nullable(),
  action: z.string(),
  about: z.string().nullable(),
  outcome: z.enum(['done', 'refused']),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** What the start page of a demo shows: the prepared meeting and the people that one can be. */
export const DemoOffer = z.strictObject({
  meeting: MeetingSummary,
  people: z.array(
    z.strictObject({
      participant: ParticipantId,
      name: z.string(),
      role: Role,
      organisation: z.string().nullable(),
      profession: Profession.nullable(),
    }),
  ),
});
export type DemoOffer = z.infer<typeof DemoOffer>;
