import { hard, term } from '../term.ts';

/** Illnesses and what one notices of them. */
export const illness = [
  hard(
    ['delir', 'delir', 'delirium'],
    'deliret, delirium, delirøs, delirisk',
    [
      'Plutselig forvirring som kommer når kroppen er syk. Den går som regel over.',
      'Plutseleg forvirring som kjem når kroppen er sjuk. Ho går som regel over.',
      'Sudden confusion that comes when the body is ill. It usually passes.',
    ],
    ['plutselig forvirring', 'plutseleg forvirring', 'sudden confusion'],
  ),
  term(['demens', 'demens', 'dementia'], 'demensen, demenssykdom, demenssjukdom, demensteam, demensteamet', [
    'En sykdom i hjernen som gjør det vanskelig å huske og klare hverdagen.',
    'Ein sjukdom i hjernen som gjer det vanskeleg å hugse og klare kvardagen.',
    'An illness of the brain that makes it hard to remember and manage everyday life.',
  ]),
  term(['kognitiv', 'kognitiv', 'cognitive'], 'kognitivt, kognitive, kognitiv funksjon', [
    'Har med å huske, tenke og forstå å gjøre.',
    'Har med å hugse, tenkje og forstå å gjere.',
    'To do with remembering, thinking and understanding.',
  ]),
  term(['hjerneslag', 'hjerneslag', 'stroke'], 'hjerneslaget, slagenhet, slagenheten, slageining', [
    'En blodpropp eller blødning i hjernen.',
    'Ein blodpropp eller ei bløding i hjernen.',
    'A blood clot or a bleed in the brain.',
  ]),
  hard(
    ['afasi', 'afasi', 'aphasia'],
    'afasien',
    [
      'Vansker med å snakke, forstå, lese eller skrive etter en skade i hjernen.',
      'Vanskar med å snakke, forstå, lese eller skrive etter ein skade i hjernen.',
      'Trouble with speaking, understanding, reading or writing after an injury to the brain.',
    ],
    ['vansker med å snakke og forstå', 'vanskar med å snakke og forstå', 'trouble speaking and understanding'],
  ),
  hard(
    ['dysfagi', 'dysfagi', 'dysphagia'],
    'dysfagien',
    ['At det er vanskelig å svelge.', 'At det er vanskeleg å svelgje.', 'That it is hard to swallow.'],
    ['vansker med å svelge', 'vanskar med å svelgje', 'trouble swallowing'],
  ),
  hard(
    ['atrieflimmer', 'atrieflimmer', 'atrial fibrillation'],
    'atrieflimmeren, atrieflimmeret, AFLI, forkammerflimmer',
    ['At hjertet slår ujevnt.', 'At hjartet slår ujamt.', 'That the heart beats unevenly.'],
    ['ujevn hjerterytme', 'ujamn hjarterytme', 'an uneven heartbeat'],
  ),
  term(['hjertesvikt', 'hjartesvikt', 'heart failure'], 'hjertesvikten, hjartesvikten', [
    'At hjertet ikke pumper så godt som det skal, så du blir sliten og tungpusten.',
    'At hjartet ikkje pumpar så godt som det skal, så du blir sliten og tungpusta.',
    'That the heart does not pump as well as it should, so that you get tired and short of breath.',
  ]),
  hard(
    ['hypertensjon', 'hypertensjon', 'hypertension'],
    'hypertensjonen, hypertoni',
    ['At blodtrykket er for høyt.', 'At blodtrykket er for høgt.', 'That the blood pressure is too high.'],
    ['høyt blodtrykk', 'høgt blodtrykk', 'high blood pressure'],
  ),
  hard(
    ['hypotensjon', 'hypotensjon', 'hypotension'],
    'hypotensjonen, ortostatisk hypotensjon, ortostatisme, ortostatisk',
    [
      'At blodtrykket er for lavt, så du kan bli svimmel når du reiser deg.',
      'At blodtrykket er for lågt, så du kan bli svimmel når du reiser deg.',
      'That the blood pressure is too low, so that you may get dizzy when you stand up.',
    ],
    ['lavt blodtrykk', 'lågt blodtrykk', 'low blood pressure'],
  ),
  hard(
    ['osteoporose', 'osteoporose', 'osteoporosis'],
    'osteoporosen',
    [
      'At knoklene er blitt skjøre og lettere brekker.',
      'At knoklane er blitt skjøre og lettare brotnar.',
      'That the bones have become brittle and break more easily.',
    ],
    ['beinskjørhet', 'beinskjørheit', 'brittle bones'],
  ),
  hard(
    ['fraktur', 'fraktur', 'fracture'],
    'frakturen, frakturer, frakturar',
    ['Brudd i et bein i kroppen.', 'Brot i eit bein i kroppen.', 'A broken bone.'],
    ['brudd', 'brot', 'a broken bone'],
  ),
  term(
    ['lårhalsbrudd', 'lårhalsbrot', 'broken hip'],
    'lårhalsbruddet, lårhalsbrotet, hoftebrudd, hoftebruddet, hoftebrot',
    [
      'Brudd øverst i låret, ved hofta.',
      'Brot øvst i låret, ved hofta.',
      'A break at the top of the thigh, by the hip.',
    ],
  ),
  term(
    ['KOLS', 'KOLS', 'COPD'],
    'KOLS-en, KOLS-forverring, KOLS-forverringen, KOLS-forverringa, kronisk obstruktiv lungesykdom, kronisk obstruktiv lungesjukdom',
    [
      'En lungesykdom som gjør at det er tungt å puste.',
      'Ein lungesjukdom som gjer at det er tungt å puste.',
      'A lung disease that makes breathing hard.',
    ],
  ),
  hard(
    ['dyspné', 'dyspné', 'dyspnoea'],
    'dyspnoe, dyspnø',
    ['At det er tungt å puste.', 'At det er tungt å puste.', 'That breathing is hard.'],
    ['tung pust', 'tung pust', 'hard to breathe'],
  ),
  term(['diabetes', 'diabetes', 'diabetes'], 'sukkersyke, sukkersjuke, diabetes type 1, diabetes type 2', [
    'En sykdom der det blir for mye sukker i blodet.',
    'Ein sjukdom der det blir for mykje sukker i blodet.',
    'An illness in which there is too much sugar in the blood.',
  ]),
  hard(
    ['sepsis', 'sepsis', 'sepsis'],
    'sepsisen, urosepsis',
    [
      'En alvorlig infeksjon som har spredd seg og gjør hele kroppen syk.',
      'Ein alvorleg infeksjon som har spreidd seg og gjer heile kroppen sjuk.',
      'A serious infection that has spread and makes the whole body ill.',
    ],
    [
      'alvorlig infeksjon i hele kroppen',
      'alvorleg infeksjon i heile kroppen',
      'a serious infection of the whole body',
    ],
  ),
  term(['infeksjon', 'infeksjon', 'infection'], 'infeksjonen, infeksjoner, infeksjonar', [
    'Sykdom av bakterier, virus eller sopp.',
    'Sjukdom av bakteriar, virus eller sopp.',
    'Illness caused by bacteria, a virus or a fungus.',
  ]),
  hard(
    ['pneumoni', 'pneumoni', 'pneumonia'],
    'pneumonien',
    ['Betennelse i lungene.', 'Betennelse i lungene.', 'An infection of the lungs.'],
    ['lungebetennelse', 'lungebetennelse', 'an infection of the lungs'],
  ),
  hard(
    ['obstipasjon', 'obstipasjon', 'constipation'],
    'obstipasjonen, obstipert',
    ['At magen er hard og treg.', 'At magen er hard og treg.', 'That it is hard to empty the bowel.'],
    ['treg mage', 'treg mage', 'a slow bowel'],
  ),
  term(['inkontinens', 'inkontinens', 'incontinence'], 'inkontinensen, inkontinent', [
    'At det er vanskelig å holde på urin eller avføring.',
    'At det er vanskeleg å halde på urin eller avføring.',
    'That it is hard to hold urine or stools.',
  ]),
  hard(
    ['dehydrert', 'dehydrert', 'dehydrated'],
    'dehydrering, dehydreringen, dehydreringa',
    ['At kroppen har for lite væske.', 'At kroppen har for lite væske.', 'That the body has too little fluid.'],
    ['for lite væske i kroppen', 'for lite væske i kroppen', 'too little fluid in the body'],
  ),
  hard(
    ['ødem', 'ødem', 'oedema'],
    'ødemer, ødemet, ødema, deklive ødemer',
    [
      'At det samler seg væske, så noe hovner opp.',
      'At det samlar seg væske, så noko hovnar opp.',
      'Swelling because fluid gathers.',
    ],
    ['hevelse', 'hevelse', 'swelling'],
  ),
  hard(
    ['dekubitus', 'dekubitus', 'pressure ulcer'],
    'decubitus, dekubitussår',
    [
      'Sår som kommer når en ligger eller sitter lenge på samme sted.',
      'Sår som kjem når ein ligg eller sit lenge på same staden.',
      'A sore that comes from lying or sitting in one place for long.',
    ],
    ['liggesår', 'liggesår', 'a bedsore'],
  ),
  term(
    ['funksjonsfall', 'funksjonsfall', 'loss of function'],
    'funksjonsfallet, funksjonssvikt, funksjonssvikten, funksjonstap',
    [
      'At du klarer mindre enn før, for eksempel å gå eller kle på deg.',
      'At du klarer mindre enn før, til dømes å gå eller kle på deg.',
      'That you manage less than before, such as walking or getting dressed.',
    ],
  ),
  term(
    ['underernæring', 'underernæring', 'malnutrition'],
    'underernæringen, underernæringa, underernært, feilernæring',
    [
      'At kroppen får for lite av den maten den trenger.',
      'At kroppen får for lite av den maten han treng.',
      'That the body gets too little of the food it needs.',
    ],
  ),
  hard(
    ['komorbiditet', 'komorbiditet', 'comorbidity'],
    'komorbiditeten, multimorbiditet, multimorbid',
    [
      'At en har flere sykdommer samtidig.',
      'At ein har fleire sjukdommar samtidig.',
      'Having several illnesses at once.',
    ],
    ['flere sykdommer', 'fleire sjukdommar', 'several illnesses'],
  ),
  hard(
    ['anemi', 'anemi', 'anaemia'],
    'anemien, anemisk',
    [
      'At blodet frakter for lite oksygen, så du blir sliten.',
      'At blodet fraktar for lite oksygen, så du blir sliten.',
      'That the blood carries too little oxygen, so that you get tired.',
    ],
    ['for lav blodprosent', 'for låg blodprosent', 'too few red blood cells'],
  ),
];
