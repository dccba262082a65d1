import type { InvitationMade } from '#shared/api.ts';
import type { Profession, Role } from '#shared/roles.ts';

/** What came back: the status, the parsed body, the headers. */
export interface Came {
  status: number;
  body: Record<string, unknown> & { code?: string };
  text: string;
  headers: Headers;
}

/** Somebody with a browser's cookie jar, speaking to the house over the real wire. */
export class Guest {
  readonly url: string;
  cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  get = (path: string, headers: Record<string, string> = {}) => this.#send('GET', path, undefined, headers);
  post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    this.#send('POST', path, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
  postRaw = (path: string, body: string, headers: Record<string, string> = {}) =>
    this.#send('POST', path, body, { 'Content-Type': 'application/json', ...headers });
  put = (path: string, body: unknown) =>
    this.#send('PUT', path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  delete = (path: string, headers: Record<string, string> = {}) => this.#send('DELETE', path, undefined, headers);

  async #send(method: string, path: string, body: string | undefined, headers: Record<string, string>): Promise<Came> {
    const response = await fetch(this.url + path, {
      method,
      headers: { ...headers, ...(this.cookie ? { Cookie: this.cookie } : {}) },
      ...(body === undefined ? {} : { body }),
    });
    for (const set of response.headers.getSetCookie()) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: isJson ? (JSON.parse(text) as Came['body']) : {},
      text,
      headers: response.headers,
    };
  }
}

export interface Someone {
  role: Role;
  name?: string;
  organisation?: string;
  profession?: Profession;
}

/** Signs in to the demo. */
export async function signedIn(url: string, { role, name = `Oppdiktet ${role}`, ...rest }: Someone): Promise<Guest> {
  const guest = new Guest(url);
  const came = await guest.post('/api/demo/session', { name, role, ...rest });
  if (came.status !== 204) throw new Error(`sign-in was refused: ${came.text}`);
  return guest;
}

/** A meeting that a nurse has made and leads. */
export async function meetingBy(nurse: Guest, template = 'frail-elderly'): Promise<string> {
  const came = await nurse.post('/api/meetings', {
    template,
    startsAt: '2026-11-25T12:00:00+01:00',
    patient: { name: 'Åse Fiktiv', birthYear: 1944 },
    helpPhone: '33 00 00 02',
  });
  if (came.status !== 201) throw new Error(`the meeting was refused: ${came.text}`);
  return String(came.body['id']);
}

export async function invite(by: Guest, meeting: string, { role, name = `Oppdiktet ${role}`, ...rest }: Someone) {
  const came = await by.post(`/api/meetings/${meeting}/invitations`, { role, name, ...rest });
  if (came.status !== 201) throw new Error(`the invitation was refused: ${came.text}`);
  const { url, code, id } = came.body as unknown as InvitationMade;
  return { id, code, url, token: url.split('#')[1] ?? '' };
}

/** Invites somebody and lets them in. */
export async function joined(by: Guest, meeting: string, someone: Someone): Promise<Guest> {
  const { token, code } = await invite(by, meeting, someone);
  const guest = new Guest(by.url);
  const came = await guest.post('/api/invitations/redeem', { token, code });
  if (came.status !== 204) throw new Error(`the invitation did not let in: ${came.text}`);
  return guest;
}

/** The participant's own id in the meeting. */
export async function idOf(guest: Guest, meeting: string): Promise<string> {
  return String((await guest.get(`/api/meetings/${meeting}`)).body['me']);
}
