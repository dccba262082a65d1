import * as z from 'zod/mini';
import {
  DemoOffer,
  InvitationMade,
  InvitationView,
  MailTried,
  Me,
  MeetingForMe,
  MeetingSummary,
  NewMeetingMade,
  Reach,
  TemplateSummary,
  TemplateVersion,
  VersionMade,
  type DemoSession,
  type ExportFormat,
  type NewAppointment,
  type NewInvitation,
  type NewMeeting,
  type TemplateChange,
  type TemplateCopy,
} from '#shared/api.ts';
import { LogEntry } from '#shared/logEntry.ts';
import {
  EarlierPeople,
  MeetingTasks,
  OverviewMeeting,
  TaskView,
  type NewNextMeeting,
  type NewTaskReport,
} from '#shared/after.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { Minutes } from '#shared/meeting/minutes.ts';
import { Template } from '#shared/meeting/template.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Receiver } from '#shared/receivers.ts';
import type { SignatureInput } from '#shared/agreement/signature.ts';
import { AgreedCalls } from './agreedCalls.ts';
import { Calls, type Method } from './calls.ts';
import { HomeApi } from './homeApi.ts';
import { ComingCalls } from './comingCalls.ts';
import { searchWith } from './seat.ts';

/**
 * The server's HTTP interface as this window calls it: the seat goes along, every answer is parsed, and every refusal
 * is thrown as an AppError with the server's own code; `unavailable` when there was no answer at all.
 */
export class Api {
  readonly seat: string | null;
  readonly coming: ComingCalls;
  /** What the patient takes home, and how the meeting was. */
  readonly home: HomeApi;
  /** What becomes of an agreed plan. */
  readonly agreed: AgreedCalls;
  readonly #calls: Calls;

  constructor(fetchIt: typeof fetch, seat: string | null) {
    this.#calls = new Calls(fetchIt, seat);
    this.home = new HomeApi(this.#calls, seat);
    this.agreed = new AgreedCalls(this.#calls, seat);
    this.seat = seat;
    this.coming = new ComingCalls(this.#calls);
  }

  /** @throws AppError `not-signed-in` */
  me(): Promise<Me> {
    return this.#ask('GET', '/api/me', Me);
  }

  /** @throws AppError `not-found` where there is no demo. */
  demo(): Promise<DemoOffer> {
    return this.#ask('GET', '/api/demo', DemoOffer);
  }

  signInToDemo(who: DemoSession): Promise<void> {
    return this.#tell('POST', '/api/demo/session', who);
  }

  signOut(): Promise<void> {
    return this.#tell('DELETE', '/api/session');
  }

  takeSeat(participant: string): Promise<void> {
    return this.#tell('POST', '/api/demo/seats', { participant });
  }

  templates(): Promise<TemplateSummary[]> {
    return this.#ask('GET', '/api/templates', z.array(TemplateSummary));
  }

  /** @throws AppError `forbidden` for those who may not make meetings, `not-found` */
  template(id: string, version?: number): Promise<Template> {
    return this.#ask('GET', `${addressOf(id)}${version === undefined ? '' : `?version=${version}`}`, Template);
  }

  /** The newest first. */
  templateVersions(id: string): Promise<TemplateVersion[]> {
    return this.#ask('GET', `${addressOf(id)}/versions`, z.array(TemplateVersion));
  }

  copyTemplate(copy: TemplateCopy): Promise<Template> {
    return this.#ask('POST', '/api/templates', Template, copy);
  }

  /** @throws AppError `changed` with the newest `version` when somebody else has saved since. */
  changeTemplate(change: TemplateChange): Promise<Template> {
    return this.#ask('PUT', addressOf(change.template.id), Template, change);
  }

  meetings(): Promise<MeetingSummary[]> {
    return this.#ask('GET', '/api/meetings', z.array(MeetingSummary));
  }

  meeting(id: string): Promise<MeetingForMe> {
    return this.#ask('GET', `/api/meetings/${encodeURIComponent(id)}`, MeetingForMe);
  }

  makeMeeting(meeting: NewMeeting): Promise<{ id: MeetingId }> {
    return this.#ask('POST', '/api/meetings', NewMeetingMade, meeting);
  }

  invitations(meeting: MeetingId): Promise<InvitationView[]> {
    return this.#ask('GET', `/api/meetings/${meeting}/invitations`, z.array(InvitationView));
  }

  invite(meeting: MeetingId, who: NewInvitation): Promise<InvitationMade> {
    return this.#ask('POST', `/api/meetings/${meeting}/invitations`, InvitationMade, who);
  }

  revoke(meeting: MeetingId, invitation: string): Promise<void> {
    return this.#tell('DELETE', `/api/meetings/${meeting}/invitations/${encodeURIComponent(invitation)}`);
  }

  /** @throws AppError `unavailable` where no mail goes */
  mailAgain(meeting: MeetingId, invitation: string): Promise<MailTried> {
    const address = `/api/meetings/${meeting}/invitations/${encodeURIComponent(invitation)}/mail`;
    return this.#ask('POST', address, MailTried, {});
  }

  /** Whom a change of the appointment would reach. */
  reach(meeting: MeetingId): Promise<Reach> {
    return this.#ask('GET', `/api/meetings/${meeting}/appointment`, Reach);
  }

  /** @throws AppError `not-now` when the meeting has begun */
  move(meeting: MeetingId, to: NewAppointment): Promise<Reach> {
    return this.#ask('PUT', `/api/meetings/${meeting}/appointment`, Reach, to);
  }

  /** @throws AppError `not-now` when the meeting has begun */
  callOff(meeting: MeetingId): Promise<Reach> {
    return this.#ask('DELETE', `/api/meetings/${meeting}/appointment`, Reach);
  }

  /** Where a link downloads the meeting for a calendar from. */
  calendarAddress(meeting: MeetingId): string {
    return `/api/meetings/${meeting}/calendar${searchWith(this.seat)}`;
  }

  /** @throws AppError `wrong-code`, `gone`, `not-found`, `too-many` */
  redeem(token: string, code: string): Promise<void> {
    return this.#tell('POST', '/api/invitations/redeem', { token, code });
  }

  remove(meeting: MeetingId, participant: ParticipantId): Promise<void> {
    return this.#tell('DELETE', `/api/meetings/${meeting}/participants/${participant}`);
  }

  /** Which parts the patient does not share with one of their kin, from now on. */
  withhold(meeting: MeetingId, kin: ParticipantId, sections: readonly SectionKey[]): Promise<void> {
    return this.#tell('PUT', `/api/meetings/${meeting}/participants/${kin}/withheld`, { sections });
  }

  /** To whom the patient does not want the plan sent, from now on. */
  refuse(meeting: MeetingId, refused: readonly Receiver[]): Promise<void> {
    return this.#tell('PUT', `/api/meetings/${meeting}/receivers`, { refused });
  }

  /** The newest `count` rows of the access log that are older than the row `before`; the oldest first. */
  log(meeting: MeetingId, count: number, before?: number): Promise<LogEntry[]> {
    const search = searchWith(null, { newest: String(count), before: before === undefined ? null : String(before) });
    return this.#ask('GET', `/api/meetings/${meeting}/log${search}`, z.array(LogEntry));
  }

  /** @throws AppError `changed` when the plan is no longer the one that `hash` names. */
  sign(meeting: MeetingId, signature: SignatureInput): Promise<void> {
    return this.#tell('POST', `/api/meetings/${meeting}/signatures`, signature);
  }

  /** @throws AppError `incomplete` with what is missing. */
  makeVersion(meeting: MeetingId, withoutPatient?: string): Promise<{ version: number; hash: string }> {
    const body = withoutPatient === undefined ? {} : { withoutPatient };
    return this.#ask('POST', `/api/meetings/${meeting}/versions`, VersionMade, body);
  }

  /** One's own meetings. @throws AppError `forbidden` for whoever is not staff who signed in. */
  overview(): Promise<OverviewMeeting[]> {
    return this.#ask('GET', '/api/overview', z.array(OverviewMeeting));
  }

  tasks(meeting: MeetingId): Promise<MeetingTasks> {
    return this.#ask('GET', `/api/meetings/${meeting}/tasks`, MeetingTasks);
  }

  reportTask(meeting: MeetingId, task: string, said: NewTaskReport): Promise<TaskView> {
    return this.#ask('PUT', `/api/meetings/${meeting}/tasks/${encodeURIComponent(task)}`, TaskView, said);
  }

  /** @throws AppError `not-now` before the meeting is summed up. */
  planNext(meeting: MeetingId, next: NewNextMeeting): Promise<{ id: MeetingId }> {
    return this.#ask('POST', `/api/meetings/${meeting}/next`, NewMeetingMade, next);
  }

  earlierPeople(meeting: MeetingId): Promise<EarlierPeople> {
    return this.#ask('GET', `/api/meetings/${meeting}/earlier-people`, EarlierPeople);
  }

  /** Where a link downloads a version from. */
  exportAddress(meeting: MeetingId, version: number, format: ExportFormat): string {
    return `/api/meetings/${meeting}/versions/${version}/export${searchWith(this.seat, { format })}`;
  }

  minutes(meeting: MeetingId): Promise<Minutes> {
    return this.#ask('GET', `/api/meetings/${meeting}/minutes`, Minutes);
  }

  /** The minutes as plain text for a journal. */
  minutesText(meeting: MeetingId): Promise<string> {
    return this.#calls.text(`/api/meetings/${meeting}/minutes?format=text`);
  }

  /** Where a link downloads that text from. */
  minutesAddress(meeting: MeetingId): string {
    return `/api/meetings/${meeting}/minutes${searchWith(this.seat, { format: 'text' })}`;
  }

  #ask<T>(method: Method, path: string, shape: z.ZodMiniType<T>, body?: unknown): Promise<T> {
    return this.#calls.ask(method, path, shape, body);
  }

  #tell(method: Method, path: string, body?: unknown): Promise<void> {
    return this.#calls.tell(method, path, body);
  }
}

/** Where a template is. */
function addressOf(template: string): string {
  return `/api/templates/${encodeURIComponent(template)}`;
}
