import type { AgreedVersion } from '#shared/agreement/version.ts';
import { phonesOf, type Phone } from '#shared/plan/phones.ts';
import { sections } from '#shared/plan/sections.ts';
import { tellingsOf, type Source, type Telling, type Tongue } from './tellings.ts';

/** A sign that it gets worse, what is done then, and whom to call. */
export interface HomeZone {
  id: string;
  zone: 'green' | 'yellow' | 'red' | null;
  /** What the zone is called: it never stands by its colour alone. */
  name: string;
  sign: string;
  does: Telling[];
  call: string;
}

/** Somebody to call. */
export interface HomePhone {
  who: string;
  /** As one reads it. */
  number: string;
  /** As a telephone takes it. */
  dial: string;
}

const GRAVER = ['green', 'yellow', 'red'];

/** The signs, the gravest last. */
export function zonesOf(source: Source): HomeZone[] {
  const { plan, tongue } = source;
  const { options } = sections.warnings.fields.zone;
  return plan.warnings
    .flatMap((row): HomeZone[] => {
      const told = tellingsOf('warnings', row, source);
      if (told.length === 0) return [];
      const name = row.zone === null ? tongue.words.homeCopy.noZone : tongue.say(options[row.zone]);
      const does = told.filter(({ key }) => key.endsWith('Does'));
      return [{ id: row.id, zone: row.zone, name, sign: row.sign.trim(), does, call: row.call.trim() }];
    })
    .toSorted((a, b) => graveness(a) - graveness(b));
}

const graveness = ({ zone }: HomeZone): number => (zone === null ? GRAVER.length : GRAVER.indexOf(zone));

/** Whom to call, by whom one would call first; out-of-hours service and 113 always last. */
export function homePhonesOf({ plan }: Pick<AgreedVersion, 'plan'>, tongue: Tongue): HomePhone[] {
  const nameOf = ({ who, dial, party }: Phone): string => {
    const { phones } = tongue.words.plan;
    const role = party ? tongue.words.people.role[party] : '';
    return phones.always[dial] ?? (who && role ? phones.at(who, role) : who || role || phones.noName);
  };
  return phonesOf(plan).map((phone) => ({ who: nameOf(phone), number: phone.number, dial: phone.dial }));
}
