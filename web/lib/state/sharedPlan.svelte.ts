import { WIRE } from '#shared/errors.ts';
import type { MeetingId } from '#shared/ids.ts';
import { OWN_WORDS } from '#shared/plan/authors.ts';
import { blankPart } from '#shared/plan/plan.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { Announcer } from './announcer.ts';
import type { Ending } from './ending.ts';
import { Line } from './line.ts';
import { firstName } from './people.ts';
import { NOBODY_PENNED, type Penned } from './pens.ts';
import type { Me, Other } from './presence.ts';
import { lostWords, type PartValue } from './lostWords.ts';
import { savingOf, worst, type Saving } from './saving.ts';
import { SharedPart } from './sharedPart.svelte.ts';
import type { Speech } from './words.svelte.ts';
import { browserWorld, type World } from './world.ts';

export interface SharedPlanParts {
  meeting: MeetingId;
  who: Me;
  /** The shared line: `ws(s)://host/line/<meeting>`. */
  url: string;
  /** What `announcement` speaks. */
  speech: Pick<Speech, 'words' | 'say'>;
  world?: World;
}

/**
 * The plan of one meeting as this window shares it with the others: one line, and on it the document of every part
 * that somebody here has asked for. Made by the page, and closed by it.
 */
export class SharedPlan {
  readonly meeting: MeetingId;
  #me: Me;
  /** Whether others' comings and goings are announced; how saving stands always is. */
  announcesOthers = $state(true);
  /** Who has written the patient's words, as far as this window has heard. */
  penned = $state.raw<Penned>(NOBODY_PENNED);
  readonly #line: Line;
  readonly #world: World;
  readonly #speech: Pick<Speech, 'words' | 'say'>;
  readonly #announcer: Announcer;
  readonly #stopWatching: () => void;
  readonly #parts: Readonly<Record<SectionKey, SharedPart>>;
  #offline = $state.raw(false);
  #ended = $state.raw<Ending | null>(null);
  #saving = $state.raw<Saving>('saved');
  #hasUnsaved = $state.raw(false);
  #announcement = $state.raw('');
  /** Trouble with saving has been told, and its end has not. */
  #inTrouble = false;

  constructor({ meeting, who, url, speech, world = browserWorld }: SharedPlanParts) {
    this.meeting = meeting;
    this.#me = $state.raw(who);
    this.#world = world;
    this.#speech = speech;
    this.#announcer = new Announcer(world, (words) => (this.#announcement = words));
    this.#line = new Line(url, world, () => this.#takeLine());
    // All at once and not when they are asked for: state that is made within a `$derived` is not tracked by it.
    this.#parts = Object.fromEntries(SECTION_KEYS.map((key) => [key, this.#make(key)])) as Record<
      SectionKey,
      SharedPart
    >;
    this.#stopWatching = world.watchNetwork({ gone: () => this.#line.drop(), back: () => this.#line.wake() });
  }

  /** The part with this key; opened on first use, and kept open. */
  part(key: SectionKey): SharedPart {
    return this.#parts[key].open();
  }

  get me(): Me {
    return this.#me;
  }

  /** Takes over what is known of me now: another role, or other parts that are shared with me. */
  setMe(me: Me): void {
    if (JSON.stringify(me) === JSON.stringify(this.#me)) return;
    this.#me = me;
    for (const part of Object.values(this.#parts)) part.setMe(me);
  }

  /** How it stands with all that I have written; `saved` only when the server has acknowledged everything. */
  get saving(): Saving {
    return this.#saving;
  }

  /** Something that I wrote is not stored yet: leaving the page now would lose it. */
  get hasUnsaved(): boolean {
    return this.#hasUnsaved;
  }

  /** Why the server ended the line for good; null while it is open, or may open again. */
  get ended(): Ending | null {
    return this.#ended;
  }

  /** The page is older than the plan, and has to be loaded anew. */
  get isOutOfDate(): boolean {
    return this.#ended?.code === WIRE['out-of-date'].close;
  }

  /** The texts of all parts where something of mine is not stored. */
  get unsavedWords(): string[] {
    const unsaved = this.#hasUnsaved ? Object.values(this.#parts).filter((part) => part.hasUnsaved) : [];
    return unsaved.flatMap(({ declared, value, key }) => lostWords(declared, value, blankPart(key)));
  }

  /** What is stored of the patient's own words, in the parts that are open here. */
  get storedOwnWords(): readonly PartValue[] {
    return OWN_WORDS.map((key) => this.#parts[key]).flatMap(({ hasUnsaved, value }) => (hasUnsaved ? [] : [value]));
  }

  /** One sentence for a polite live region. */
  get announcement(): string {
    return this.#announcement;
  }

  /** Tries again after the server closed the line. */
  retry(): void {
    this.#line.resume();
    for (const part of Object.values(this.#parts)) part.retry();
  }

  /** Leaves the plan. */
  close(): void {
    this.#stopWatching();
    this.#announcer.close();
    for (const part of Object.values(this.#parts)) part.close();
    this.#line.close();
  }

  #make(key: SectionKey): SharedPart {
    return new SharedPart({
      key,
      me: this.#me,
      line: this.#line,
      world: this.#world,
      isOffline: () => this.#offline,
      changed: (changed) => this.#takePart(changed),
      othersWrote: (who) => this.#tellOfEdits(who),
    });
  }

  #takeLine(): void {
    this.#ended = this.#line.ended;
    this.#offline = this.#line.offline || this.#ended !== null;
    this.#weighSaving();
  }

  #takePart(part: SharedPart): void {
    this.#weighSaving();
    if (!this.announcesOthers) return;
    const heading = this.#speech.say(part.declared.heading);
    for (const { participant, name, cursor } of part.others)
      if (cursor) this.#announcer.announceMove(participant, part.key, this.#speech.words.plan.writesIn(name, heading));
  }

  #tellOfEdits(who: readonly Other[]): void {
    const { changesYours } = this.#speech.words.plan;
    if (this.announcesOthers) this.#announcer.announceAside(changesYours(who.map(({ name }) => firstName(name))));
  }

  #weighSaving(): void {
    const parts = Object.values(this.#parts);
    const before = this.#saving;
    const line = savingOf({ dirty: false, overdue: false, offline: this.#offline, ended: false });
    this.#hasUnsaved = parts.some((part) => part.hasUnsaved);
    this.#saving = worst([line, ...parts.map((part) => part.saving)]);
    if (this.#saving !== before) this.#announceSaving();
  }

  /** Only trouble is told, and its end. */
  #announceSaving(): void {
    const { savingSaid } = this.#speech.words.plan;
    const isTrouble = this.#saving === 'offline' || this.#saving === 'unsaved';
    if (isTrouble) this.#announcer.announce(this.#hasUnsaved ? savingSaid.unsaved : savingSaid.offline);
    else if (this.#saving === 'saved' && this.#inTrouble) this.#announcer.announce(savingSaid.back);
    if (this.#saving !== 'saving') this.#inTrouble = isTrouble;
  }
}
