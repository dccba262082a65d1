import type { StaffCatalogue } from '../catalogue.ts';
/** Somebody's own discharges at a glance. */
export const overview: StaffCatalogue['overview'] = {
  title: 'Mine utskrivninger',
  lead: 'Bare møter du selv er med i. Det som er avtalt, endrer seg ikke av det du gjør her.',
  notStaff: 'Oversikten er for fagfolk som er logget inn.',
  coming: 'Kommer',
  comingNone: 'Ingen møter eller hjemreiser fremover. Lag et nytt møte fra forsiden når neste utskrivning nærmer seg.',
  now: 'Pågår nå',
  meeting: (patient: string) => `Møte om ${patient}`,
  departure: (patient: string) => `${patient} reiser hjem`,
  missing: 'Mangler',
  missingNone: 'Ingenting mangler fra deg.',
  missingIn: (patient: string) => `Planen for ${patient}`,
  meetingIs: (when: string) => `Møtet er ${when}`,
  missingCount: (mine: number, all: number) =>
    `${mine === 1 ? '1 ting' : `${mine} ting`} du kan fylle ut${all > mine ? `, av ${all} som mangler` : ''}`,
  promised: 'Dette har vi lovet',
  promisedNone: 'Ingen har lovet noe ennå. Når en plan har tiltak og avtaler med navn og dato, står de her.',
};
