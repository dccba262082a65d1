import type { Registry } from '../language.ts';

/** The words of the code lists (`plan/codes.ts`), by what they are in bokmål. */
export const codes: Registry = {
  // Areas of function
  'Bevege seg inne': 'Bevege seg inne',
  'Bevege seg ute': 'Bevege seg ute',
  'Personlig hygiene': 'Personleg hygiene',
  'Kle av og på seg': 'Kle av og på seg',
  'Gå på toalettet': 'Gå på toalettet',
  Spise: 'Ete',
  'Lage mat': 'Lage mat',
  'Alminnelig husarbeid': 'Vanleg husarbeid',
  'Skaffe seg varer og tjenester': 'Skaffe seg varer og tenester',
  'Ivareta egen helse': 'Ta vare på eiga helse',
  Hukommelse: 'Minne',
  Kommunikasjon: 'Kommunikasjon',
  'Ta beslutninger i dagliglivet': 'Ta avgjerder i kvardagen',
  'Sosial deltakelse': 'Sosial deltaking',
  Syn: 'Syn',
  Hørsel: 'Høyrsel',
  'Styre egen atferd': 'Styre eiga åtferd',
  'Egen økonomi': 'Eigen økonomi',
  'Ta initiativ': 'Ta initiativ',
  Trygghet: 'Tryggleik',

  // Services
  'Helsetjenester i hjemmet': 'Helsetenester i heimen',
  'Praktisk bistand: daglige gjøremål': 'Praktisk bistand: daglege gjeremål',
  'Praktisk bistand: opplæring': 'Praktisk bistand: opplæring',
  'Brukerstyrt personlig assistanse': 'Brukarstyrt personleg assistanse',
  Matombringing: 'Matombringing',
  Trygghetsalarm: 'Tryggleiksalarm',
  'Lokalisering (GPS)': 'Lokalisering (GPS)',
  'Elektronisk medisineringsstøtte': 'Elektronisk medisineringsstøtte',
  'Digitalt tilsyn': 'Digitalt tilsyn',
  Dagaktivitet: 'Dagaktivitet',
  Dagopphold: 'Dagopphald',
  Nattopphold: 'Nattopphald',
  'Tidsbegrenset opphold: utredning eller behandling': 'Tidsavgrensa opphald: utgreiing eller behandling',
  'Tidsbegrenset opphold: rehabilitering': 'Tidsavgrensa opphald: rehabilitering',
  'Tidsbegrenset opphold: annet': 'Tidsavgrensa opphald: anna',
  'Langtidsopphold i institusjon': 'Langtidsopphald i institusjon',
  'Kommunal øyeblikkelig hjelp': 'Kommunal augeblikkeleg hjelp',
  'Avlastning utenfor institusjon': 'Avlasting utanfor institusjon',
  'Avlastning i institusjon': 'Avlasting i institusjon',
  Støttekontakt: 'Støttekontakt',
  Omsorgsstønad: 'Omsorgsstønad',
  Bolig: 'Bustad',

  // Both
  Annet: 'Anna',
};
