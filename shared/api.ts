import * as z from 'zod/mini';
import { HelpPhone } from '#shared/helpPhone.ts';
import { MeetingId, ParticipantId, PhaseId } from '#shared/ids.ts';
import { Template, TemplateText } from '#shared/meeting/template.ts';
import { SECTION_KEYS, SectionKey } from '#shared/plan/sections.ts';
import { Profession, Role } from '#shared/roles.ts';
import { AdviceView, MeetingView, MissingView } from '#shared/live.ts';

/** The HTTP interface: what goes in and what comes out, one schema each. Every body is JSON. */

/** A name that people read: letters in it, and nothing that breaks lines, is invisible or turns the text around. */
const Name = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(120),
    z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, 'No control characters.'),
    z.regex(/\p{L}/u, 'A name has letters.'),
  );

const Organisation = z.optional(Name);

/** Professions belong to the hospital. */
const onlyHospitalHasProfessions = (who: { role: Role; profession?: Profession | undefined }) =>
  who.profession === undefined || who.role === 'hospital';

export const DemoSession = z
  .strictObject({ name: Name, role: Role, organisation: Organisation, profession: z.optional(Profession) })
  .check(z.refine(onlyHospitalHasProfessions, { error: 'Only the hospital has professions.', path: ['profession'] }));
export type DemoSession = z.infer<typeof DemoSession>;

/** Demo only: take the place of one of the people of a prepared meeting. */
export const DemoSeat = z.strictObject({ participant: ParticipantId });

export const Me = z.strictObject({
  name: z.string(),
  role: Role,
  organisation: z.nullable(z.string()),
  profession: z.nullable(Profession),
  /** The one meeting that this session is for; null for somebody who signed in. */
  meeting: z.nullable(MeetingId),
  demo: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const TemplateSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  words: z.strictObject({ title: TemplateText, about: TemplateText }),
  version: z.int(),
  minutes: z.int(),
  /** It comes with the house; nobody changes it. The others belong to those who ask. */
  shipped: z.boolean(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

export const TemplateCopy = z.strictObject({
  copyOf: z.string().check(z.maxLength(80)),
  title: Template.shape.title.shape.nb,
});
export type TemplateCopy = z.infer<typeof TemplateCopy>;

/** `basedOn`: the version that was on screen when the change began. */
export const TemplateChange = z.strictObject({ basedOn: z.int().check(z.gte(1)), template: Template });
export type TemplateChange = z.infer<typeof TemplateChange>;

/** One version of a template; nobody in particular made one that comes with the house. `at` is ms since 1970. */
export const TemplateVersion = z.strictObject({
  version: z.int(),
  at: z.nullable(z.int()),
  by: z.nullable(z.string()),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

/** Links that a page may open: only the web, never a script. */
const WebAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(500));

/** ISO 8601 with offset, in years that calendars can write; nobody plans a meeting beyond them. */
const StartsAt = z.iso
  .datetime({ offset: true })
  .check(z.refine((at) => /^20\d\d-/.test(at), { error: 'The year is one of this century.' }));

export const NewMeeting = z.strictObject({
  template: z.string().check(z.maxLength(60)),
  startsAt: StartsAt,
  patient: z.strictObject({ name: Name, birthYear: z.optional(z.int().check(z.gte(1900), z.lte(2100))) }),
  title: z.optional(Name),
  videoUrl: z.optional(WebAddress),
  helpPhone: z.optional(HelpPhone),
});
export type NewMeeting = z.infer<typeof NewMeeting>;
export const NewMeetingMade = z.strictObject({ id: MeetingId });

export const MeetingSummary = z.strictObject({
  id: MeetingId,
  title: z.string(),
  patient: z.strictObject({ name: z.string(), birthYear: z.nullable(z.int()) }),
  startsAt: z.int(),
  status: z.string(),
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;

/** One meeting as its participant gets it: `me` is the participant who asks. */
export const MeetingForMe = z.extend(MeetingView, { phase: z.nullable(PhaseId), me: ParticipantId });
export type MeetingForMe = z.infer<typeof MeetingForMe>;

/** Where letters go: one address, and nothing that could become two. */
export const Email = z.email().check(z.maxLength(200));

export const NewInvitation = z
  .strictObject({
    role: Role,
    name: Name,
    organisation: Organisation,
    profession: z.optional(Profession),
    email: z.optional(Email),
  })
  .check(z.refine(onlyHospitalHasProfessions, { error: 'Only the hospital has professions.', path: ['profession'] }));
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
export const MailTried = z.strictObject({ mail: MailState, renewed: z.nullable(InvitationMade) });
export type MailTried = z.infer<typeof MailTried>;

/** When the meeting is to be instead; the link to the video stays where none is given. */
export const NewAppointment = z.strictObject({
  startsAt: StartsAt,
  videoUrl: z.optional(WebAddress),
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
export const NewCast = z.strictObject({ role: Role, profession: z.nullable(Profession) }).check(
  z.refine(({ role, profession }) => profession === null || role === 'hospital', {
    error: 'Only the hospital has professions.',
    path: ['profession'],
  }),
);
export type NewCast = z.infer<typeof NewCast>;

/** The parts of the plan that the patient does not share with one of their kin. */
export const NewWithheld = z.strictObject({ sections: z.array(SectionKey).check(z.maxLength(SECTION_KEYS.length)) });

export const InvitationView = z.strictObject({
  id: z.string(),
  role: Role,
  name: z.string(),
  organisation: z.nullable(z.string()),
  status: z.enum(['open', 'used', 'revoked', 'expired']),
  email: z.nullable(z.string()),
  mail: MailState,
});
export type InvitationView = z.infer<typeof InvitationView>;

export const Redemption = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{20,64}$/)),
  code: z.string().check(z.regex(/^\d{6}$/)),
});

export const Readiness = z.strictObject({
  complete: z.boolean(),
  missing: z.array(MissingView),
  /** What could be better; it blocks nothing. */
  advice: z.array(AdviceView),
});
export type Readiness = z.infer<typeof Readiness>;

/** Making version N; a reason stands in for the patient who cannot sign. */
export const NewVersion = z.strictObject({
  withoutPatient: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
});
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
      options: z.optional(z.array(z.string())),
      min: z.optional(z.int()),
      max: z.optional(z.int()),
    }),
  ),
});
export type SectionView = z.infer<typeof SectionView>;

/** What the start page of a demo shows: the prepared meeting and the people that one can be. */
export const DemoOffer = z.strictObject({
  meeting: MeetingSummary,
  people: z.array(
    z.strictObject({
      participant: ParticipantId,
      name: z.string(),
      role: Role,
      organisation: z.nullable(z.string()),
      profession: z.nullable(Profession),
    }),
  ),
});
export type DemoOffer = z.infer<typeof DemoOffer>;
