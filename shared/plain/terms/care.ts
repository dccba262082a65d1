import { hard, term } from '../term.ts';

/** Treatment, medicines, aids. */
export const care = [
  term(['diagnose', 'diagnose', 'diagnosis'], 'diagnosen, diagnoser, diagnosene, diagnosar', [
    'Navnet på det som feiler deg.',
    'Namnet på det som feilar deg.',
    'The name of what is wrong with you.',
  ]),
  term(
    ['multidose', 'multidose', 'multidose packs'],
    'multidosen, multidoser, multidosar, multidosepose, multidoseposer',
    [
      'Små poser fra apoteket med de medisinene du skal ta til hver tid.',
      'Små posar frå apoteket med dei medisinane du skal ta til kvar tid.',
      'Small bags from the pharmacy with the medicines you take each time.',
    ],
  ),
  term(
    ['legemiddelsamstemming', 'legemiddelsamstemming', 'medicines reconciliation'],
    'legemiddelsamstemmingen, legemiddelsamstemminga, samstemming, samstemt, samstemming av legemidler',
    [
      'Noen går gjennom medisinlisten sammen med deg, så alle har den samme og riktige listen.',
      'Nokon går gjennom medisinlista saman med deg, så alle har den same og rette lista.',
      'Somebody goes through your medicines with you, so that everybody has the same correct list.',
    ],
  ),
  term(['legemiddelgjennomgang', 'legemiddelgjennomgang', 'medication review'], 'legemiddelgjennomgangen', [
    'Legen ser på alle medisinene dine og om du trenger dem.',
    'Legen ser på alle medisinane dine og om du treng dei.',
    'The doctor looks at all your medicines and whether you need them.',
  ]),
  term(
    ['legemiddel', 'legemiddel', 'medicine'],
    'legemidler, legemidlene, legemiddelet, legemidla, legemiddelliste, legemiddellisten, legemiddellista',
    ['Et annet ord for medisin.', 'Eit anna ord for medisin.', 'Something you take or use against illness.'],
  ),
  term(['bivirkning', 'biverknad', 'side effect'], 'bivirkningen, bivirkninger, biverknaden, biverknader', [
    'Noe en medisin gjør med deg som ikke var meningen.',
    'Noko ein medisin gjer med deg som ikkje var meininga.',
    'Something a medicine does to you that was not intended.',
  ]),
  hard(
    ['antikoagulasjon', 'antikoagulasjon', 'anticoagulation'],
    'antikoagulasjonen, antikoagulantia, antikoagulert, antikoagulasjonsbehandling',
    [
      'Medisin som gjør at blodet ikke så lett lager propper.',
      'Medisin som gjer at blodet ikkje så lett lagar proppar.',
      'Medicine that makes blood clots less likely.',
    ],
    ['blodfortynnende', 'blodfortynnande', 'blood thinners'],
  ),
  hard(
    ['INR', 'INR', 'INR'],
    'INR-måling, INR-kontroll',
    [
      'En blodprøve som viser hvor tynt blodet er når du bruker noen typer blodfortynnende medisin.',
      'Ei blodprøve som viser kor tynt blodet er når du bruker nokre typar blodfortynnande medisin.',
      'A blood test that shows how thin the blood is with some kinds of blood thinners.',
    ],
    ['blodprøve for blodfortynnende', 'blodprøve for blodfortynnande', 'a blood test for blood thinners'],
  ),
  hard(
    ['CRP', 'CRP', 'CRP'],
    'CRP-en',
    [
      'En blodprøve som kan vise om kroppen har en betennelse.',
      'Ei blodprøve som kan vise om kroppen har ein betennelse.',
      'A blood test that can show whether there is inflammation in the body.',
    ],
    ['blodprøve for betennelse', 'blodprøve for betennelse', 'a blood test for inflammation'],
  ),
  term(['antibiotika', 'antibiotika', 'antibiotics'], 'antibiotikaen, antibiotikum, antibiotikakur, antibiotikakuren', [
    'Medisin mot bakterier.',
    'Medisin mot bakteriar.',
    'Medicine against bacteria.',
  ]),
  hard(
    ['analgetika', 'analgetika', 'analgesics'],
    'analgetikum, analgesi',
    ['Medisin mot smerter.', 'Medisin mot smerter.', 'Medicine against pain.'],
    ['smertestillende', 'smertestillande', 'painkillers'],
  ),
  hard(
    ['diuretika', 'diuretika', 'diuretics'],
    'diuretikum',
    [
      'Medisin som får kroppen til å tisse ut væske.',
      'Medisin som får kroppen til å tisse ut væske.',
      'Medicine that makes the body pass fluid.',
    ],
    ['medisin som får ut væske', 'medisin som får ut væske', 'medicine that gets fluid out'],
  ),
  term(['blodtrykk', 'blodtrykk', 'blood pressure'], 'blodtrykket, blodtrykksmåling', [
    'Hvor hardt blodet presser i årene når hjertet slår.',
    'Kor hardt blodet pressar i årene når hjartet slår.',
    'How hard the blood presses in the vessels when the heart beats.',
  ]),
  term(['røntgen', 'røntgen', 'X-ray'], 'røntgenbilde, røntgenbildet, røntgenbilete, røntgenkontroll', [
    'Et bilde av innsiden av kroppen.',
    'Eit bilete av innsida av kroppen.',
    'A picture of the inside of the body.',
  ]),
  hard(
    ['hemiprotese', 'hemiprotese', 'half hip replacement'],
    'hemiprotesen, hemiproteser',
    [
      'En ny kule i hofta, satt inn i stedet for den som brakk.',
      'Ei ny kule i hofta, sett inn i staden for den som brotna.',
      'A new ball in the hip, put in instead of the one that broke.',
    ],
    ['ny hoftekule', 'ny hoftekule', 'a new ball in the hip'],
  ),
  term(['protese', 'protese', 'prosthesis'], 'protesen, proteser, protesar, hofteprotese, hofteprotesen', [
    'En kunstig del som er satt inn i stedet for en som er borte eller skadet.',
    'Ein kunstig del som er sett inn i staden for ein som er borte eller skadd.',
    'An artificial part in place of one that is gone or damaged.',
  ]),
  term(['kateter', 'kateter', 'catheter'], 'kateteret, katetre, katetra, urinkateter, blærekateter', [
    'En tynn slange inn i kroppen, ofte for å tømme blæra.',
    'Ein tynn slange inn i kroppen, ofte for å tømme blæra.',
    'A thin tube into the body, often to empty the bladder.',
  ]),
  term(['stomi', 'stomi', 'stoma'], 'stomien, stomier, stomipose', [
    'En åpning på magen der avføring eller urin kommer ut i en pose.',
    'Ei opning på magen der avføring eller urin kjem ut i ein pose.',
    'An opening on the belly where stools or urine come out into a bag.',
  ]),
  term(['sonde', 'sonde', 'feeding tube'], 'sonden, sondeernæring, sondemat, PEG, PEG-sonde', [
    'En tynn slange ned til magen som en kan få mat gjennom.',
    'Ein tynn slange ned til magen som ein kan få mat gjennom.',
    'A thin tube to the stomach through which one can get food.',
  ]),
  term(['rullator', 'rullator', 'rollator'], 'rullatoren, rullatorer, rullatorar, gåstol, gåstolen', [
    'En støtte på hjul som du går med.',
    'Ei støtte på hjul som du går med.',
    'A frame on wheels that you walk with.',
  ]),
  term(['toalettforhøyer', 'toalettforhøgar', 'raised toilet seat'], 'toalettforhøyeren, toalettforhøgaren', [
    'Noe som gjør toalettet høyere, så det er lettere å sette seg og reise seg.',
    'Noko som gjer toalettet høgare, så det er lettare å setje seg og reise seg.',
    'Something that makes the toilet higher, so that it is easier to sit down and get up.',
  ]),
  term(
    ['hjelpemiddel', 'hjelpemiddel', 'aid'],
    'hjelpemidler, hjelpemidlene, hjelpemiddelet, hjelpemidla, hjelpemiddelsentral, hjelpemiddelsentralen',
    [
      'En ting som gjør noe lettere for deg, som en rullator eller en dusjkrakk.',
      'Ein ting som gjer noko lettare for deg, som ein rullator eller ein dusjkrakk.',
      'A thing that makes something easier for you, such as a rollator or a shower stool.',
    ],
  ),
  term(
    ['ernæring', 'ernæring', 'nutrition'],
    'ernæringen, ernæringa, ernæringsplan, ernæringsplanen, ernæringsstatus',
    ['Maten og drikken kroppen får.', 'Maten og drikka kroppen får.', 'The food and drink that the body gets.'],
  ),
  term(['hofteregler', 'hoftereglar', 'hip precautions'], 'hoftereglene, hofterestriksjoner', [
    'Bevegelser du skal være forsiktig med etter operasjonen i hofta.',
    'Rørsler du skal vere forsiktig med etter operasjonen i hofta.',
    'Movements to be careful with after the hip operation.',
  ]),
  term(
    ['palliasjon', 'palliasjon', 'palliative care'],
    'palliasjonen, palliativ, palliativt, palliative, lindrende behandling, lindrande behandling',
    [
      'Behandling som skal gi et godt liv og mindre plager når en sykdom ikke kan kureres.',
      'Behandling som skal gi eit godt liv og mindre plager når ein sjukdom ikkje kan kurerast.',
      'Care that aims at a good life and less discomfort when an illness cannot be cured.',
    ],
  ),
  term(['HLR', 'HLR', 'CPR'], 'HLR minus, HLR-minus, gjenopplivning, gjenoppliving, resuscitering', [
    'Å prøve å få hjertet i gang igjen hvis det stopper.',
    'Å prøve å få hjartet i gang igjen om det stoppar.',
    'Trying to start the heart again if it stops.',
  ]),
  hard(
    ['mobilisering', 'mobilisering', 'mobilisation'],
    'mobiliseringen, mobiliseringa, mobiliseres, mobilisert',
    [
      'Å komme seg opp av senga og bevege seg.',
      'Å kome seg opp av senga og røre seg.',
      'Getting out of bed and moving about.',
    ],
    ['komme opp og bevege seg', 'kome opp og røre seg', 'getting up and moving'],
  ),
  hard(
    ['profylakse', 'profylakse', 'prophylaxis'],
    'profylaksen, profylaktisk, profylaktiske',
    [
      'Noe en gjør for at en sykdom ikke skal komme.',
      'Noko ein gjer for at ein sjukdom ikkje skal kome.',
      'Something done so that an illness does not come.',
    ],
    ['forebygging', 'førebygging', 'prevention'],
  ),
  term(['prognose', 'prognose', 'prognosis'], 'prognosen, prognostisk', [
    'Det legene tror om hvordan det går framover.',
    'Det legane trur om korleis det går framover.',
    'What the doctors think about how things will go.',
  ]),
  hard(
    ['postoperativ', 'postoperativ', 'postoperative'],
    'postoperativt, postoperative, preoperativ, preoperativt',
    [
      'Har med tiden rundt en operasjon å gjøre.',
      'Har med tida rundt ein operasjon å gjere.',
      'To do with the time around an operation.',
    ],
    ['etter operasjonen', 'etter operasjonen', 'after the operation'],
  ),
];
