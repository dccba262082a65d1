import type { ParticipantId } from '#shared/ids.ts';
import type { ParticipantView } from '#shared/live.ts';
import { ACTION_FIELDS, actionIn } from '#shared/meeting/action.ts';
import { lacksOf, type ActionWords, type Lack } from '#shared/meeting/proposal.ts';
import type { ActionSection, Decision, Proposal } from '#shared/meeting/talk.ts';
import { isAnswered, type Row } from '#shared/plan/plan.ts';
import { CommentDraft } from './comment.svelte.ts';
import type { Meeting } from './meeting.svelte.ts';
import { firstName } from './people.ts';
import type { SharedPlan } from './sharedPlan.svelte.ts';
import type { Spot } from './spot.ts';
import type { Speech } from './words.svelte.ts';

/** Why an action is there: for a goal of the patient's, in the patient's words, or for a medical reason. */
export interface Serves {
  kind: 'goal' | 'medical';
  words: string;
}

/** An action in words. `due` reads on after a comma: `innen 8. desember`. */
export interface ActionShown {
  section: ActionSection;
  row: string;
  words: string;
  /** Who, and from where. */
  owner: string;
  due: string;
  serves: Serves | null;
}

/** Something that the action lacks before it can be kept, and where it is written; null where that is said aloud. */
export interface LackShown {
  lack: Lack;
  words: string;
  spot: Spot | null;
}

/** The action on the table, as it stands in the plan at this moment. */
export interface ProposalShown extends ActionShown {
  /** It is no longer in the plan: the words are as they were proposed. */
  gone: boolean;
  proposedBy: string;
  comments: { key: string; person: ParticipantView | null; words: string }[];
  asked: ParticipantView | null;
  /** Who took it on as it stands now. */
  accepted: string | null;
  declined: string[];
  lacks: LackShown[];
}

/** An action of the plan that can be put on the table, or that was decided on already. */
export interface ActionLine extends ActionShown {
  decided: boolean;
}

/** The actions of the plan as the meeting talks about them, one at a time. */
export class ActionTable {
  /** What one is writing about the action on the table. */
  readonly draft = new CommentDraft();
  readonly #meeting: Pick<Meeting, 'view'>;
  readonly #plan: Pick<SharedPlan, 'part'>;
  readonly #speech: Pick<Speech, 'words'>;

  constructor(meeting: Pick<Meeting, 'view'>, plan: Pick<SharedPlan, 'part'>, speech: Pick<Speech, 'words'>) {
    this.#meeting = meeting;
    this.#plan = plan;
    this.#speech = speech;
  }

  /** What is on the table; null when nothing is. */
  get shown(): ProposalShown | null {
    const { participants, talk } = this.#meeting.view;
    const { proposal } = talk;
    if (proposal === null) return null;
    const action = this.#action(proposal);
    const said = action ?? { ...BLANK, section: proposal.section, row: proposal.row, words: proposal.words };
    const name = (id: ParticipantId | undefined) => this.#person(id)?.name ?? '';
    const lacks = lacksOf(proposal, action, participants);
    return {
      ...this.#inWords(said),
      gone: action === null && this.#isHere(proposal.section),
      proposedBy: name(proposal.by),
      comments: proposal.comments.map(({ by, words, at }, index) => ({
        ...{ key: `${at} ${index}`, person: this.#person(by), words },
      })),
      asked: proposal.asked === null ? null : this.#person(proposal.asked),
      accepted: proposal.accepted && !lacks.includes('accepted') ? name(proposal.accepted.by) : null,
      declined: proposal.declined.map((id) => firstName(name(id))),
      lacks: lacks.map((lack) => this.#lack(lack, proposal)),
    };
  }

  /** The actions that stand in the given parts, what was not decided on yet first. */
  linesOf(sections: readonly string[]): ActionLine[] {
    const { decided } = this.#meeting.view.talk;
    const parts = (['treatment', 'followup'] as const).filter((key) => sections.includes(key));
    const lines = parts.flatMap((section) =>
      this.#rows(section)
        .map((row) => actionIn(section, row))
        .filter(({ words }) => words !== '')
        .map((action) => ({
          ...this.#inWords(action),
          decided: decided.some(({ section, row }) => section === action.section && row === action.row),
        })),
    );
    return lines.toSorted((a, b) => Number(a.decided) - Number(b.decided));
  }

  /** What the meeting decided last about these parts, in one sentence; null while nothing is decided. */
  lastDecided(sections: readonly string[]): string | null {
    const last = this.#meeting.view.talk.decided.findLast(({ section }) => sections.includes(section));
    return last ? this.#decision(last) : null;
  }

  #decision({ section, outcome, words, owner, due }: Decision): string {
    const said = this.#speech.words.action;
    const what = words.replace(/\.$/, '');
    return outcome === 'dropped' ? said.dropped(what) : said.agreed(what, owner, lowered(this.#due(section, due)));
  }

  #action({ section, row: id }: Proposal): ActionWords | null {
    const row = this.#rows(section).find((row) => row.id === id);
    return row ? actionIn(section, row) : null;
  }

  #rows(section: ActionSection | 'goals'): readonly Row[] {
    return this.#plan.part(section).value as readonly Row[];
  }

  #isHere(section: ActionSection): boolean {
    return this.#plan.part(section).loaded;
  }

  #person(id: ParticipantId | undefined): ParticipantView | null {
    return this.#meeting.view.participants.find((one) => one.id === id) ?? null;
  }

  #inWords({ section, row, words, owner, organisation, due, reason }: ActionWords): ActionShown {
    const from = organisation && organisation !== owner ? organisation : '';
    return {
      ...{ section, row, words, due: this.#due(section, due), serves: this.#serves(section, row, reason) },
      owner: [owner, from].filter((part) => part !== '').join(', '),
    };
  }

  #serves(section: ActionSection, id: string, reason: string): Serves | null {
    if (reason === '') return null;
    const isGoal = this.#rows(section).some((row) => row.id === id && row['forGoal'] === reason);
    if (!isGoal) return { kind: 'medical', words: reason };
    // Not there: it was taken out, or the goals are not shared with us.
    const activity = this.#rows('goals').find((goal) => goal.id === reason)?.['activity'];
    return { kind: 'goal', words: isAnswered(activity) ? String(activity) : '' };
  }

  #due(section: ActionSection, due: string): string {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(due)) return due;
    const { action, plan } = this.#speech.words;
    return section === 'treatment' ? action.within(plan.date(due)) : plan.date(due);
  }

  #lack(lack: Lack, { section, row, accepted }: Proposal): LackShown {
    const words = this.#speech.words.action.lacks;
    const field = lack === 'due' || lack === 'reason' ? ACTION_FIELDS[section][lack][0] : undefined;
    return {
      lack,
      words: lack === 'accepted' && accepted ? words.acceptedBefore : words[lack],
      spot: field ? { section, row, field } : null,
    };
  }
}

/** As it stands within a sentence; what begins with a number or an abbreviation stays as it is. */
const lowered = (words: string): string => words.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

const BLANK: Omit<ActionWords, 'section' | 'row' | 'words'> = { owner: '', organisation: '', due: '', reason: '' };
