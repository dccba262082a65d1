import type { InvitationMade, InvitationView, NewInvitation } from '#shared/api.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Role } from '#shared/roles.ts';
import type { Language } from '#shared/words/language.ts';
import type { Api } from './api.ts';
import { Trying } from './trying.svelte.ts';

/** A new invitation with its link and code, which nobody can be shown again. */
interface Made {
  name: string;
  role: Role;
  /** Where the link was to go by mail. */
  email: string | null;
  invitation: InvitationMade;
}

/** The invitations of one meeting. */
export class Inviting {
  #all = $state.raw<readonly InvitationView[]>([]);
  #made = $state.raw<Made | null>(null);
  readonly #api: Api;
  readonly #meeting: MeetingId;
  readonly trying = new Trying();
  /** Apart, so that nobody's invitation has to wait for the list. */
  readonly #listing = new Trying();

  constructor(api: Api, meeting: MeetingId) {
    this.#api = api;
    this.#meeting = meeting;
  }

  get all(): readonly InvitationView[] {
    return this.#all;
  }

  /** The invitation made last, until it is passed on. */
  get made(): Made | null {
    return this.#made;
  }

  async refresh(): Promise<void> {
    await this.#listing.try(() => this.#fetch());
  }

  async invite(who: NewInvitation): Promise<void> {
    await this.trying.try(async () => {
      const invitation = await this.#api.invite(this.#meeting, who);
      this.#made = { name: who.name, role: who.role, email: who.email ?? null, invitation };
      await this.#fetch();
    });
  }

  /** Sends again what did not go; what took a new link and code has them to be passed on again. */
  async mailAgain({ id, name, role, email }: Pick<InvitationView, 'id' | 'name' | 'role' | 'email'>): Promise<void> {
    await this.trying.try(async () => {
      const { mail, renewed } = await this.#api.mailAgain(this.#meeting, id);
      if (renewed) this.#made = { name, role, email, invitation: renewed };
      else if (this.#made?.invitation.id === id)
        this.#made = { ...this.#made, invitation: { ...this.#made.invitation, mail } };
      await this.#fetch();
    });
  }

  /** The invitation made last as a letter, PDF; null when it could not be made: why stands in `trying`. */
  async letter(language: Language): Promise<Blob | null> {
    let letter: Blob | null = null;
    await this.trying.try(async () => {
      if (!this.#made) return;
      const { url, code } = this.#made.invitation;
      letter = await this.#api.coming.letter(this.#meeting, { url, code, language });
    });
    return letter;
  }

  async revoke(id: string): Promise<void> {
    await this.trying.try(async () => {
      await this.#api.revoke(this.#meeting, id);
      if (this.#made?.invitation.id === id) this.#made = null;
      await this.#fetch();
    });
  }

  forgetMade(): void {
    this.#made = null;
  }

  async #fetch(): Promise<void> {
    this.#all = await this.#api.invitations(this.#meeting);
  }
}
