import { term } from '../term.ts';

/** Those one meets, and how they work together. */
export const people = [
  term(
    ['fastlege', 'fastlege', 'GP'],
    'fastlegen, fastleger, fastlegene, fastlegar, fastlegane, fastlegekontor, fastlegekontoret',
    [
      'Den faste legen din utenfor sykehuset.',
      'Den faste legen din utanfor sjukehuset.',
      'Your own regular doctor outside the hospital.',
    ],
  ),
  term(['kontaktlege', 'kontaktlege', 'contact doctor'], 'kontaktlegen, kontaktleger, kontaktlegar', [
    'Legen på sykehuset som er din, og som du kan spørre.',
    'Legen på sjukehuset som er din, og som du kan spørje.',
    'The doctor in the hospital who is yours, and whom you can ask.',
  ]),
  term(
    ['primærkontakt', 'primærkontakt', 'primary contact'],
    'primærkontakten, primærkontakter, primærkontaktar, primærsykepleier, primærsjukepleiar',
    [
      'Den av de ansatte som har ekstra ansvar for deg.',
      'Den av dei tilsette som har ekstra ansvar for deg.',
      'The one among the staff who looks after you in particular.',
    ],
  ),
  term(
    ['koordinator', 'koordinator', 'coordinator'],
    'koordinatoren, koordinatorer, koordinatorar, koordinering, koordineringen, koordineringa',
    [
      'En som passer på at alle som hjelper deg, snakker sammen og gjør sitt.',
      'Ein som passar på at alle som hjelper deg, snakkar saman og gjer sitt.',
      'Somebody who makes sure that all who help you talk together and do their part.',
    ],
  ),
  term(
    ['saksbehandler', 'saksbehandlar', 'case officer'],
    'saksbehandleren, saksbehandlere, saksbehandlaren, saksbehandlarar',
    [
      'Den i kommunen som tar imot søknaden din og skriver svaret.',
      'Den i kommunen som tek imot søknaden din og skriv svaret.',
      'The person in the municipality who deals with your application and writes the answer.',
    ],
  ),
  term(
    ['tildelingskontor', 'tildelingskontor', 'allocation office'],
    'tildelingskontoret, tildelingskontora, forvaltningskontor, forvaltningskontoret, forvaltingskontoret',
    [
      'Kontoret i kommunen som bestemmer hvilken hjelp hver enkelt får.',
      'Kontoret i kommunen som bestemmer kva hjelp kvar enkelt får.',
      'The office in the municipality that decides what help each person gets.',
    ],
  ),
  term(['pårørende', 'pårørande', 'next of kin'], 'nærmeste pårørende, næraste pårørande', [
    'Familie eller venner som står deg nær. Du bestemmer selv hvem det er.',
    'Familie eller vener som står deg nær. Du bestemmer sjølv kven det er.',
    'Family or friends who are close to you. You decide who they are.',
  ]),
  term(
    ['fysioterapeut', 'fysioterapeut', 'physiotherapist'],
    'fysioterapeuten, fysioterapeuter, fysioterapeutar, fysioterapi, fysioterapien',
    [
      'En som hjelper deg med å trene kroppen, så du beveger deg bedre.',
      'Ein som hjelper deg med å trene kroppen, så du rører deg betre.',
      'Somebody who helps you train your body so that you move better.',
    ],
  ),
  term(
    ['ergoterapeut', 'ergoterapeut', 'occupational therapist'],
    'ergoterapeuten, ergoterapeuter, ergoterapeutar, ergoterapi, ergoterapien',
    [
      'En som hjelper deg med å klare hverdagen, og med hjelpemidler og hvordan du har det hjemme.',
      'Ein som hjelper deg med å klare kvardagen, og med hjelpemiddel og korleis du har det heime.',
      'Somebody who helps you manage everyday life, with aids and with how your home is arranged.',
    ],
  ),
  term(['logoped', 'logoped', 'speech therapist'], 'logopeden, logopeder, logopedar', [
    'En som hjelper deg når det er vanskelig å snakke eller svelge.',
    'Ein som hjelper deg når det er vanskeleg å snakke eller svelgje.',
    'Somebody who helps when speaking or swallowing is difficult.',
  ]),
  term(
    ['klinisk ernæringsfysiolog', 'klinisk ernæringsfysiolog', 'dietitian'],
    'ernæringsfysiolog, ernæringsfysiologen, klinisk ernæringsfysiologen',
    [
      'En som kan mye om mat og sykdom.',
      'Ein som kan mykje om mat og sjukdom.',
      'Somebody who knows a lot about food and illness.',
    ],
  ),
  term(['geriater', 'geriater', 'geriatrician'], 'geriateren, geriatere, geriatri, geriatrisk, geriatriske', [
    'En lege som kan mest om sykdom hos eldre.',
    'Ein lege som kan mest om sjukdom hos eldre.',
    'A doctor who knows most about illness in older people.',
  ]),
  term(['ortoped', 'ortoped', 'orthopaedic surgeon'], 'ortopeden, ortopedi, ortopedisk, ortopediske', [
    'Har med skjelett, ledd og muskler å gjøre. En ortoped er en lege som opererer dem.',
    'Har med skjelett, ledd og musklar å gjere. Ein ortoped er ein lege som opererer dei.',
    'To do with bones, joints and muscles. An orthopaedic surgeon operates on them.',
  ]),
  term(
    ['poliklinikk', 'poliklinikk', 'outpatient clinic'],
    'poliklinikken, poliklinikker, poliklinikkar, poliklinisk',
    [
      'Et sted på sykehuset der du kommer til time og reiser hjem samme dag.',
      'Ein stad på sjukehuset der du kjem til time og reiser heim same dagen.',
      'A place in the hospital where you have an appointment and go home the same day.',
    ],
  ),
  term(
    ['ambulant team', 'ambulant team', 'mobile team'],
    'ambulante team, ambulant tjeneste, ambulant teneste, FACT, FACT-team, FACT-teamet',
    [
      'Fagfolk som kommer hjem til deg i stedet for at du kommer til dem.',
      'Fagfolk som kjem heim til deg i staden for at du kjem til dei.',
      'Professionals who come to you instead of you going to them.',
    ],
  ),
  term(
    ['spesialisthelsetjenesten', 'spesialisthelsetenesta', 'specialist health service'],
    'spesialisthelsetjeneste, spesialisthelseteneste',
    [
      'Sykehus og andre steder der du trenger henvisning for å komme.',
      'Sjukehus og andre stader der du treng tilvising for å kome.',
      'Hospitals and other places for which you need a referral.',
    ],
  ),
  term(['tverrfaglig', 'tverrfagleg', 'multidisciplinary'], 'tverrfaglige, tverrfaglege', [
    'Når folk med ulike yrker arbeider sammen, som lege, sykepleier og fysioterapeut.',
    'Når folk med ulike yrke arbeider saman, som lege, sjukepleiar og fysioterapeut.',
    'When people of different professions work together, such as doctor, nurse and physiotherapist.',
  ]),
  term(['legevakt', 'legevakt', 'out-of-hours doctor'], 'legevakten, legevakta', [
    'Legen du ringer når det haster og fastlegen har stengt. Nummeret er 116 117.',
    'Legen du ringjer når det hastar og fastlegen har stengt. Nummeret er 116 117.',
    'The doctor you call when it is urgent and your GP is closed. The number is 116 117.',
  ]),
  term(['oppfølging', 'oppfølging', 'follow-up'], 'oppfølgingen, oppfølginga', [
    'At noen ser hvordan det går med deg i tiden etterpå.',
    'At nokon ser korleis det går med deg i tida etterpå.',
    'That somebody sees how you are doing in the time afterwards.',
  ]),
  term(['utredning', 'utgreiing', 'assessment'], 'utredningen, utredes, utredet, utgreiinga', [
    'Undersøkelser og samtaler for å finne ut hva som er galt, eller hva du trenger.',
    'Undersøkingar og samtalar for å finne ut kva som er gale, eller kva du treng.',
    'Examinations and talks to find out what is wrong or what you need.',
  ]),
  term(['tiltak', 'tiltak', 'action'], 'tiltaket, tiltakene, tiltaka', [
    'Noe dere er enige om å gjøre.',
    'Noko de er einige om å gjere.',
    'Something that you agree to do.',
  ]),
  term(['tilbakelæring', 'tilbakelæring', 'teach-back'], 'teach-back, tilbakelæringen, tilbakelæringa', [
    'Du forteller med egne ord hva du har forstått, så de andre vet om de har forklart det godt nok.',
    'Du fortel med eigne ord kva du har forstått, så dei andre veit om dei har forklart det godt nok.',
    'You tell in your own words what you have understood, so that the others know whether they explained it well.',
  ]),
  term(
    ['behandlingsnivå', 'behandlingsnivå', 'level of treatment'],
    'behandlingsnivået, behandlingsintensitet, behandlingsintensiteten',
    [
      'Hvor mye behandling som er riktig for deg hvis du blir dårligere, og hva du selv ønsker.',
      'Kor mykje behandling som er rett for deg om du blir dårlegare, og kva du sjølv ønskjer.',
      'How much treatment is right for you if you get worse, and what you want yourself.',
    ],
  ),
];
