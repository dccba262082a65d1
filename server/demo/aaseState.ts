import type { Plan } from '#shared/plan/plan.ts';
import { fill, tell } from './aaseRows.ts';

/** How it is: what happened, what Åse could do before, can do now and will be able to do. */
export const aaseState = {
  situation: fill('situation', {
    happened: 'Innlagt 14.11. etter fall på badet. Lårhalsbrudd på høyre side.',
    background: 'Bor alene i Larvik, i 2. etasje uten heis. Enke. Kjent atrieflimmer og hypertensjon.',
    diagnoses: [
      'Lårhalsbrudd, høyre side',
      'Delir etter operasjonen, klart opp',
      'Urinveisinfeksjon, behandlet',
      'Atrieflimmer',
      'Hypertensjon',
      'Osteoporose (ny)',
    ].join('\n'),
    course:
      'Hemiprotese 15.11., ukomplisert. Delir 16.–17.11., som klarte opp etter væske og behandlet urinveisinfeksjon.',
    now: 'Klar og orientert. Full belastning er tillatt.',
    advice: 'Følg hoftereglene. Følg med på blodtrykket når hun reiser seg.',
    awaiting: 'Vitamin D',
  }),
  clarifications: fill('clarifications', {
    problem: 'Ja, avklart. Bruddet er operert.',
    others: 'Delir er avklart. Osteoporose utredes hos fastlegen.',
    unclear: 'Årsaken til fallet. Blodtrykksfall i stående stilling er målt én gang.',
    plan: 'Lårhalsbrudd, operert. Planen står under behandlingsplan og oppfølging.',
    function: 'Ja, vurdert: før, nå og forventet.',
  }),
  'function.before': tell('function.before', 301, [
    { area: '12', words: 'Gikk ute med stokk.' },
    { area: '5', words: 'Gikk i trapp med gelender.' },
    { area: '7', words: 'Dusjet selv.' },
    { area: '2', words: 'Handlet sammen med Line.' },
    { area: '9', words: 'Lagde all mat.' },
    { area: '15', words: 'Klar og orientert.' },
  ]),
  'function.now': tell('function.now', 311, [
    { area: '5', words: 'Går 20 meter med rullator og tilsyn. Trapp: fire trinn med støtte.' },
    { area: '7', words: 'Dusjer sittende og trenger en person til stede.' },
    { area: '8', words: 'Kler av og på overkroppen selv.' },
    { area: '15', words: 'Orientert. Glemmer hofteregler når hun er trøtt.' },
  ]),
  'function.expected': tell('function.expected', 321, [
    {
      area: '5',
      words: 'Rullator inne uten tilsyn innen to uker. Trapp alene innen fire–seks uker med trening.',
    },
    { area: '7', words: 'Trolig behov for hjelp til dusj i fire uker.' },
  ]),
  function: tell('function', 331, [
    { risk: 'fall', words: 'Høy. Svimmel når hun reiser seg.' },
    { risk: 'nutrition', words: 'Har gått ned 4 kg det siste halvåret.' },
    { risk: 'delirium', words: 'Nylig gjennomgått.' },
    { risk: 'medication', words: 'Sju faste legemidler.' },
  ]),
  medications: tell('medications', 401, [
    { drug: 'Paracetamol', dose: '1 g × 4 i to uker', change: 'new' },
    { drug: 'Kalsium/vitamin D', dose: '1 × 1', change: 'new' },
    {
      drug: 'Alendronat',
      dose: '70 mg ukentlig',
      change: 'new',
      reason: 'Osteoporose',
      nextDose: 'Starter hos fastlegen etter tannsjekk',
    },
    { drug: 'Metoprolol depot', dose: '100 → 50 mg', change: 'changed', reason: 'Lav puls, blodtrykksfall' },
    { drug: 'Zopiklon', dose: '7,5 mg', change: 'stopped', reason: 'Fall, delir' },
    { drug: 'Apixaban', dose: '5 mg × 2', change: 'unchanged' },
    { drug: 'Atorvastatin', dose: '20 mg', change: 'unchanged' },
  ]),
  'medications.reconciled': fill('medications.reconciled', {
    by: 'Jonas Lie',
    on: '2026-11-22',
    confirmedBy: 'Ikke ennå. Skal bekreftes av Per Berg',
    multidose: 'yes',
    multidoseNote: '28.11.',
    sentAlong: 'Legemidler til og med 28.11.',
  }),
  intensity: fill('intensity', {
    clarified: 'yes',
    said: 'Avklart med Åse 20.11.: Hun ønsker full behandling. Hun ønsker ikke å ligge lenge på intensivavdeling. Tas opp igjen hos fastlegen.',
  }),
} satisfies Partial<Plan>;
