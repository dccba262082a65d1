import { z } from 'zod';
import {
  DemoOffer,
  InvitationMade,
  InvitationView,
  Me,
  MeetingForMe,
  MeetingSummary,
  NewMeetingMade,
  TemplateSummary,
  VersionMade,
  type DemoSession,
  type ExportFormat,
  type NewInvitation,
  type NewMeeting,
} from '#shared/api.ts';
import { AppError, Problem } from '#shared/errors.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { SignatureInput } from '#shared/agreement/signature.ts';
import { searchWith } from './seat.ts';

type Method = 'GET' | 'POST' | 'DELETE';

/**
 * The server's HTTP interface as this window calls it: the seat goes along, every answer is parsed, and every refusal
 * is thrown as an AppError with the server's own code; `unavailable` when there was no answer at all.
 */
export class Api {
  readonly seat: string | null;
  readonly #fetch: typeof fetch;

  constructor(fetchIt: typeof fetch, seat: string | null) {
    this.#fetch = fetchIt;
    this.seat = seat;
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

  /** @throws AppError `wrong-code`, `gone`, `not-found`, `too-many` */
  redeem(token: string, code: string): Promise<void> {
    return this.#tell('POST', '/api/invitations/redeem', { token, code });
  }

  remove(meeting: MeetingId, participant: ParticipantId): Promise<void> {
    return this.#tell('DELETE', `/api/meetings/${meeting}/participants/${participant}`);
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

  /** Where a link downloads a version from. */
  exportAddress(meeting: MeetingId, version: number, format: ExportFormat): string {
    return `/api/meetings/${meeting}/versions/${version}/export${searchWith(this.seat, { format })}`;
  }

  async #ask<T>(method: Method, path: string, shape: z.ZodType<T>, body?: unknown): Promise<T> {
    const response = await this.#send(method, path, body);
    const parsed = shape.safeParse(await readJson(response));
    if (!parsed.success) throw new AppError('out-of-date', `${path} answered in a form that this page does not know.`);
    return parsed.data;
  }

  async #tell(method: Method, path: string, body?: unknown): Promise<void> {
    await this.#send(method, path, body);
  }

  async #send(method: Method, path: string, body: unknown): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
    if (this.seat !== null) headers['x-seat'] = this.seat;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await this.#reach(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }

  async #reach(path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.#fetch(path, init);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AppError('unavailable', `${path} gave no answer: ${why}`);
    }
  }
}

/** The error that a refused request stands for. */
async function refusal(response: Response): Promise<AppError> {
  const parsed = Problem.safeParse(await readJson(response));
  if (!parsed.success) return new AppError('internal', `The server answered ${response.status}.`);
  const { code, detail, ...extra } = parsed.data;
  return new AppError(code, detail, extra);
}

/** The body as JSON, or null when it is none. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's error page; whoever parses it says so
  }
}
