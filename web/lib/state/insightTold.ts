import { Decision } from '#shared/agreement/signature.ts';
import { ExportFormat } from '#shared/api.ts';
import type { LogEntry } from '#shared/logEntry.ts';
import type { AuditAction } from '#shared/auditAction.ts';
import { SectionKey, section } from '#shared/plan/sections.ts';
import { inOrder } from '#shared/receivers.ts';
import { Role } from '#shared/roles.ts';
import type { AsideCatalogue } from '#shared/words/catalogue.ts';
import type { Speech } from './words.svelte.ts';

type Entry = Pick<LogEntry, 'action' | 'about' | 'outcome'> & Partial<Pick<LogEntry, 'why'>>;
type Insight = AsideCatalogue['insight'];

/** Who is meant by a participant's id; null when nobody knows any more. */
export type NameOf = (id: string) => string | null;

/** What was done, as it stands after a name; an action of tomorrow gets a sentence as well. */
export function toldOf(entry: Entry, nameOf: NameOf, speech: Speech): string {
  const { insight } = speech.asideWords;
  if (entry.outcome === 'refused') return triedOf(entry, insight);
  if (entry.action === 'read') return readingOf(entry.about, insight);
  if (entry.action === 'exported' && entry.about?.endsWith(', appointments')) return insight.appointments;
  if (entry.action === 'exported' && entry.about === 'calendar') return insight.calendar;
  const did = Object.hasOwn(insight.did, entry.action) ? insight.did[entry.action as AuditAction] : insight.other;
  const detail = detailOf(entry, nameOf, speech);
  return detail ? insight.detail(did, detail) : did;
}

/** The parts of the plan that it was about, by their headings; none where it is about something else. */
export function partsOf({ action, about }: Entry, speech: Speech): string[] {
  const words = about?.split(' ') ?? [];
  const named = action === 'signed' ? words.slice(1) : action === 'read' || action === 'wrote' ? words : [];
  const keys = named.map((word) => SectionKey.safeParse(word));
  return keys.every(({ success }) => success) ? keys.map(({ data }) => speech.say(section(data!).heading)) : [];
}

function triedOf({ action, about }: Entry, { tried }: Insight): string {
  if (action === 'read' || action === 'wrote') return tried[action];
  return about?.includes('/export') ? tried.exported : tried.other;
}

function readingOf(about: string | null, { read, did }: Insight): string {
  const what = about?.split(/[ ,]/)[0] ?? '';
  if (about === 'earlier people') return read.people;
  // „minutes” is a part of the plan as well: notes. With a format behind it, it is what they are made into.
  if (about?.startsWith('minutes,')) return read.minutes;
  if (SectionKey.safeParse(about).success) return did.read;
  return Object.hasOwn(read, what) ? read[what as keyof typeof read] : did.read;
}

/** What else one wants to know of it. */
function detailOf({ action, about, why }: Entry, nameOf: NameOf, speech: Speech): string | null {
  if (action === 'deleted') return why ?? null;
  if (about === null) return null;
  const { agreement, insight, people } = speech.asideWords;
  const [first = '', second = ''] = about.split(/: |, /);
  const role = (word: string) => Role.safeParse(word).data;
  switch (action) {
    case 'invited':
    case 'letter-made': {
      const invited = role(about);
      return invited ? people.role[invited] : null;
    }
    case 'removed':
    case 'withheld':
      return nameOf(first);
    case 'recast': {
      const now = role(second);
      return [nameOf(first) ?? insight.somebody, ...(now ? [people.role[now]] : [])].join(': ');
    }
    case 'receivers':
      return people.and(inOrder(about.split(' ') as Role[]).map((party) => agreement.party[party])) || insight.nobody;
    case 'signed': {
      const decision = Decision.safeParse(about.split(' ')[0]).data;
      return decision ? agreement.said[decision] : null;
    }
    case 'version-made':
    case 'added':
    case 'sending':
    case 'delivered':
    case 'delivery-failed':
    case 'filed':
    case 'sent-again':
      return agreement.version(Number(first.replace('version ', ''))).toLocaleLowerCase();
    case 'exported': {
      const format = ExportFormat.safeParse(second).data;
      return format ? agreement.formats[format] : null;
    }
    default:
      return null;
  }
}
