/**
 * Norwegian code lists that rows of the plan point to (Volven; names shortened by us). The keys are the codes.
 * Source: facts on PLO and FHIR that this project collected, section 3.4.
 */
export const VOLVEN = 'urn:oid:2.16.578.1.12.4.1.1';

/** Volven 9111, areas of function. `other` is ours, for what the list does not name. */
export const FUNCTION_AREAS = {
  '5': 'Bevege seg inne',
  '12': 'Bevege seg ute',
  '7': 'Personlig hygiene',
  '8': 'Kle av og på seg',
  '11': 'Gå på toalettet',
  '10': 'Spise',
  '9': 'Lage mat',
  '6': 'Alminnelig husarbeid',
  '2': 'Skaffe seg varer og tjenester',
  '4': 'Ivareta egen helse',
  '15': 'Hukommelse',
  '16': 'Kommunikasjon',
  '3': 'Ta beslutninger i dagliglivet',
  '1': 'Sosial deltakelse',
  '13': 'Syn',
  '14': 'Hørsel',
  '17': 'Styre egen atferd',
  '18': 'Egen økonomi',
  '19': 'Ta initiativ',
  '20': 'Trygghet',
  other: 'Annet',
} as const;

/** Volven 9151, municipal services. `other` is ours, for what the list does not name. */
export const SERVICES = {
  '15': 'Helsetjenester i hjemmet',
  '1': 'Praktisk bistand: daglige gjøremål',
  '2': 'Praktisk bistand: opplæring',
  '3': 'Brukerstyrt personlig assistanse',
  '5': 'Matombringing',
  '6': 'Trygghetsalarm',
  '26': 'Lokalisering (GPS)',
  '27': 'Elektronisk medisineringsstøtte',
  '28': 'Digitalt tilsyn',
  '4': 'Dagaktivitet',
  '17': 'Dagopphold',
  '22': 'Nattopphold',
  '18': 'Tidsbegrenset opphold: utredning eller behandling',
  '19': 'Tidsbegrenset opphold: rehabilitering',
  '20': 'Tidsbegrenset opphold: annet',
  '21': 'Langtidsopphold i institusjon',
  '25': 'Kommunal øyeblikkelig hjelp',
  '7': 'Avlastning utenfor institusjon',
  '8': 'Avlastning i institusjon',
  '9': 'Støttekontakt',
  '11': 'Omsorgsstønad',
  '29': 'Bolig',
  other: 'Annet',
} as const;
