import type { StaffCatalogue } from '../catalogue.ts';

/** Somebody's own discharges at a glance. */
export const overview: StaffCatalogue['overview'] = {
  title: 'Mine utskrivingar',
  lead: 'Berre møte du sjølv er med i. Det som er avtalt, endrar seg ikkje av det du gjer her.',
  notStaff: 'Oversikta er for fagfolk som er logga inn.',
  coming: 'Kjem',
  comingNone: 'Ingen møte eller heimreiser framover. Lag eit nytt møte frå forsida når neste utskriving nærmar seg.',
  now: 'Går føre seg no',
  meeting: (patient) => `Møte om ${patient}`,
  departure: (patient) => `${patient} reiser heim`,
  missing: 'Manglar',
  missingNone: 'Ingenting manglar frå deg.',
  missingIn: (patient) => `Planen for ${patient}`,
  meetingIs: (when) => `Møtet er ${when}`,
  missingCount: (mine, all) =>
    `${mine === 1 ? '1 ting' : `${mine} ting`} du kan fylle ut${all > mine ? `, av ${all} som manglar` : ''}`,
  promised: 'Dette har vi lova',
  promisedNone: 'Ingen har lova noko enno. Når ein plan har tiltak og avtalar med namn og dato, står dei her.',
};
