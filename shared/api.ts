import { z } from 'zod';
import { MeetingId, ParticipantId, PhaseId } from '#shared/ids.ts';
import { Template } from '#shared/meeting/template.ts';
import { SECTION_KEYS, SectionKey } from '#shared/plan/sections.ts';
import { Profession, Role } from '#shared/roles.ts';
import { AdviceView, MeetingView, MissingView } from '#shared/live.ts';

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
  /** It comes with the house; nobody changes it. The others belong to those who ask. */
  shipped: z.boolean(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

export const TemplateCopy = z.strictObject({ copyOf: z.string().max(80), title: Template.shape.title.shape.nb });
export type TemplateCopy = z.infer<typeof TemplateCopy>;

/** `basedOn`: the version that was on screen when the change began. */
export const TemplateChange = z.strictObject({ basedOn: z.int().min(1), template: Template });
export type TemplateChange = z.infer<typeof TemplateChange>;

/** One version of a template; nobody in particular made one that comes with the house. `at` is ms since 1970. */
export const TemplateVersion = z.strictObject({
  version: z.int(),
  at: z.int().nullable(),
  by: z.string().nullable(),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

/** Links that a page may open: only the web, never a script. */
const WebAddress = z.url({ protocol: /^https?$/ }).max(500);

/** ISO 8601 with offset, in years that calendars can write; nobody plans a meeting beyond them. */
const StartsAt = z.iso
  .datetime({ offset: true })
  .refine((at) => /^20\d\d-/.test(at), { error: 'The year is one of this century.' });

export const NewMeeting = z.strictObject({
  template: z.string().max(60),
  startsAt: StartsAt,
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

/** Where letters go: one address, and nothing that could become two. */
export const Email = z.email().max(200);

export const NewInvitation = z
  .strictObject({
    role: Role,
    name: Name,
    organisation: Organisation,
    profession: Profession.optional(),
    email: Email.optional(),
  })
  .refine(onlyHospitalHasProfessions, { error: 'Only the hospital has professions.', path: ['profession'] });
export type NewInvitation = z.infer<typeof NewInvitation>;

/**
 * What became of the e-mail of an invitation: nobody has tried (`none`), the mail server took it, it did not, or it took
 * the invitation but not what is to be known since (`outdated`).
 */
export const MailState = z.enum(['none', 'sent', 'failed', 'outdated']);
export type MailState = z.infer<typeof MailState>;

/** The link and the code travel on different ways; both are needed. The link goes by e-mail where that was `sent`. */
export const InvitationMade = z.strictObject({
  id: z.string(),
  url: z.url(),
  code: z.string(),
  expiresAt: z.int(),
  mail: MailState,
});
export type InvitationMade = z.infer<typeof InvitationMade>;

/** Another try to send it. `renewed`: the link and the code that count from now on, where it took new ones. */
export const MailTried = z.strictObject({ mail: MailState, renewed: InvitationMade.nullable() });
export type MailTried = z.infer<typeof MailTried>;

/** When the meeting is to be instead; the link to the video stays where none is given. */
export const NewAppointment = z.strictObject({
  startsAt: StartsAt,
  videoUrl: WebAddress.optional(),
});
export type NewAppointment = z.infer<typeof NewAppointment>;

/** Who of those invited gets, or has got, an e-mail, and who has to be told in another way. By name. */
export const Reach = z.strictObject({
  /** Whether this house sends mail at all. */
  mails: z.boolean(),
  byMail: z.array(z.string()),
  byHand: z.array(z.string()),
});
export type Reach = z.infer<typeof Reach>;

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
  email: z.string().nullable(),
  mail: MailState,
});
export type InvitationView = z.infer<typeof InvitationView>;

export const Redemption = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/),
  code: z.string().regex(/^\d{6}$/),
});

export const Readiness = z.strictObject({
  complete: z.boolean(),
  missing: z.array(MissingView),
  /** What could be better; it blocks nothing. */
  advice: z.array(AdviceView),
});
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
