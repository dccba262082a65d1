import type { MeetingForMe } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import type { ParticipantId } from '#shared/ids.ts';
import type { ParticipantView, Signal } from '#shared/live.ts';
import type { Command } from '#shared/meeting/command.ts';
import type { Api } from './api.ts';
import { AuthorsReading } from './authors.svelte.ts';
import { Clock } from './clock.svelte.ts';
import { Follow, stopOf } from './follow.svelte.ts';
import { liveSocket, Meeting } from './meeting.svelte.ts';
import { Leading } from './leading.svelte.ts';
import type { Me } from './presence.ts';
import type { ActionTable } from './proposal.svelte.ts';
import { readAuthors } from './readAuthors.ts';
import type { Said } from './said.ts';
import { searchWith } from './seat.ts';
import type { SharedPlan } from './sharedPlan.svelte.ts';
import { Trying } from './trying.svelte.ts';
import type { Speech } from './words.svelte.ts';
import { browserWorld } from './world.ts';

interface OpenPlan {
  plan: SharedPlan;
  table: ActionTable;
}

export interface VisitParts {
  api: Api;
  own: MeetingForMe;
  speech: Speech;
  /** Where the page was loaded from: the shared line leads there. */
  origin: string;
}

/** This window's visit to one meeting: the meeting, its plan, the clock, and where in it the window is. */
export class Visit {
  readonly api: Api;
  readonly meeting: Meeting;
  readonly clock = new Clock();
  readonly follow: Follow;
  /** What one asked for last, and whether it worked. */
  readonly trying = new Trying();
  readonly leading: Leading;
  readonly #authors: AuthorsReading;
  readonly #makePlan: () => Promise<OpenPlan>;
  #opening: Promise<void> | null = null;
  #open = $state.raw<OpenPlan | null>(null);
  #isOver = false;

  constructor({ api, own, speech, origin }: VisitParts) {
    const me = own.participants.find(({ id }) => id === own.me);
    if (!me) throw new AppError('forbidden', 'The one who asks is not among the participants.');
    this.api = api;
    this.meeting = new Meeting(own, liveSocket(own.id, api.seat));
    this.follow = new Follow(stopOf(own.state));
    this.leading = new Leading(this.meeting, this.trying);
    const url = `${origin.replace(/^http/, 'ws')}/line/${own.id}${searchWith(api.seat)}`;
    this.#makePlan = async () => {
      const { openPlan } = await import('./openPlan.ts');
      return openPlan({ meeting: this.meeting, who: whoIs(this.meeting.me ?? me), url, speech });
    };
    this.#authors = new AuthorsReading(() => readAuthors(fetch, api.seat, own.id), browserWorld);
  }

  /** Begins; ends when the answer is called. */
  open(): () => void {
    const hangUp = this.meeting.open();
    const stop = this.clock.start();
    // What I am, and what is shared with me, may change while the page is open.
    const stopFollowing = $effect.root(() => {
      $effect(() => {
        if (this.meeting.me) this.#open?.plan.setMe(whoIs(this.meeting.me));
      });
      $effect(() => this.#tellAuthors());
      $effect(() => {
        if (this.#open?.plan.storedOwnWords) this.#authors.look();
      });
    });
    return () => {
      stopFollowing();
      hangUp();
      stop();
      this.#authors.close();
      this.#isOver = true;
      this.#open?.plan.close();
    };
  }

  /** Opens the shared plan where it is not open yet: much to load, and not every page shows some of it. */
  openPlan(): Promise<void> {
    this.#opening ??= this.#makePlan().then(
      (open) => {
        this.#open = open;
        if (this.#isOver) open.plan.close();
      },
      (error: unknown) => {
        this.#opening = null;
        throw error;
      },
    );
    return this.#opening;
  }

  /** The shared plan once it is open. */
  get openedPlan(): SharedPlan | null {
    return this.#open?.plan ?? null;
  }

  /** The shared plan, for pages that come when it is open. */
  get plan(): SharedPlan {
    return this.#opened.plan;
  }

  /** The actions of the plan, one of which may be on the table. */
  get table(): ActionTable {
    return this.#opened.table;
  }

  get #opened(): OpenPlan {
    if (!this.#open) throw new Error('The page has to open the plan first.');
    return this.#open;
  }

  #tellAuthors(): void {
    const { me, view } = this.meeting;
    if (!this.#open) return;
    this.#open.plan.penned = {
      authors: this.#authors.authors,
      patient: view.patient.name,
      yours: me?.role === 'patient',
    };
  }

  /** The server's clock now, in ms since 1970. */
  get now(): number {
    return this.meeting.serverTime(this.clock.now);
  }

  /** Each of these answers whether it worked; why not stands in `trying`. */
  command(command: Command): Promise<boolean> {
    return this.trying.try(() => this.meeting.command(command));
  }

  /** Tells the others, or takes back what was told. */
  toggle(signal: Signal): Promise<boolean> {
    const isTold = this.#tells(signal);
    return this.trying.tryInTurn(async () => {
      if (isTold) return this.meeting.command({ kind: 'takeBack', signal });
      if (signal === 'notFinished' && this.meeting.me?.ready) await this.meeting.command({ kind: 'ready', is: false });
      await this.meeting.signal(signal);
    });
  }

  /** Ready to go on, or not; whoever is ready is finished. */
  beReady(is: boolean): Promise<boolean> {
    return this.trying.try(async () => {
      if (is && this.#tells('notFinished')) await this.meeting.command({ kind: 'takeBack', signal: 'notFinished' });
      await this.meeting.command({ kind: 'ready', is });
    });
  }

  #tells(signal: Signal): boolean {
    const { me, view } = this.meeting;
    return view.talk.signals.some((told) => told.by === me?.id && told.signal === signal);
  }

  remove(participant: ParticipantId): Promise<boolean> {
    return this.trying.try(() => this.api.remove(this.meeting.view.id, participant));
  }

  /** Signs the plan as it stands on this screen. */
  sign(said: Said): Promise<boolean> {
    return this.trying.try(async () => {
      const hash = this.meeting.agreement?.hash;
      if (!hash) throw new AppError('unavailable', 'The plan as it stands is not known yet.');
      const { decision, reason, sections, commitments } = said;
      await this.api.sign(this.meeting.view.id, {
        hash,
        decision,
        ...(reason ? { reason } : {}),
        ...(sections.length ? { sections: [...sections] } : {}),
        ...(commitments.length ? { commitments: [...commitments] } : {}),
      });
    });
  }

  makeVersion(withoutPatient: string | null): Promise<boolean> {
    return this.trying.try(() => this.api.makeVersion(this.meeting.view.id, withoutPatient ?? undefined));
  }
}

const whoIs = ({ id, role, profession, withheld }: ParticipantView): Me => ({
  ...{ participant: id, role, profession, withheld },
});
