import { term } from '../term.ts';

/** Papers, decisions and rights. */
export const papers = [
  term(['vedtak', 'vedtak', 'formal decision'], 'vedtaket, vedtakene, vedtaka, enkeltvedtak, enkeltvedtaket', [
    'Et brev der kommunen bestemmer hvilken hjelp du får. Du kan klage på det.',
    'Eit brev der kommunen bestemmer kva hjelp du får. Du kan klage på det.',
    'A letter in which the municipality decides what help you get. You can appeal.',
  ]),
  term(['innvilget', 'innvilga', 'granted'], 'innvilges, innvilgast, innvilge', [
    'Kommunen har sagt ja til det du søkte om.',
    'Kommunen har sagt ja til det du søkte om.',
    'The municipality has said yes to what you applied for.',
  ]),
  term(['klage', 'klage', 'appeal'], 'klagen, klaga, klagefrist, klagefristen, klagerett, klageretten', [
    'Du sier at du er uenig, og ber om at noen ser på saken en gang til.',
    'Du seier at du er ueinig, og ber om at nokon ser på saka ein gong til.',
    'You say that you disagree and ask for the case to be looked at again.',
  ]),
  term(
    ['individuell plan', 'individuell plan', 'individual care plan'],
    'individuelle planer, individuelle planar, individuelle planen, individual plan',
    [
      'En plan du kan få når du trenger hjelp fra flere over lang tid, så de som hjelper deg, vet om hverandre.',
      'Ein plan du kan få når du treng hjelp frå fleire over lang tid, så dei som hjelper deg, veit om kvarandre.',
      'A plan you can have when you need help from several services for a long time, so that they work together.',
    ],
  ),
  term(['epikrise', 'epikrise', 'discharge summary'], 'epikrisen, epikriser, epikrisene, epikrisa, epikrisar', [
    'Et brev fra sykehuset om hva som skjedde der, og hva som skal skje videre.',
    'Eit brev frå sjukehuset om kva som skjedde der, og kva som skal skje vidare.',
    'A letter from the hospital about what happened there and what comes next.',
  ]),
  term(['journal', 'journal', 'medical record'], 'journalen, journaler, journalar, pasientjournal, pasientjournalen', [
    'Det helsepersonell skriver om deg og hjelpen du får. Du har rett til å lese den.',
    'Det helsepersonell skriv om deg og hjelpa du får. Du har rett til å lese han.',
    'What health workers write about you and your care. You have the right to read it.',
  ]),
  term(['kjernejournal', 'kjernejournal', 'summary care record'], 'kjernejournalen', [
    'Viktige opplysninger om helsa di på nett, som leger kan se når det haster, og som du kan se selv.',
    'Viktige opplysningar om helsa di på nett, som legar kan sjå når det hastar, og som du kan sjå sjølv.',
    'Important facts about your health online, which doctors can see in an emergency and you can see yourself.',
  ]),
  term(['referat', 'referat', 'minutes of a meeting'], 'referatet, referater, referata', [
    'Det som blir skrevet ned fra et møte.',
    'Det som blir skrive ned frå eit møte.',
    'What is written down from a meeting.',
  ]),
  term(
    ['PLO', 'PLO', 'electronic care message'],
    'PLO-melding, PLO-meldinger, PLO-meldingen, PLO-meldingar, PLO-meldinga, pleie- og omsorgsmelding, pleie- og omsorgsmeldinger',
    [
      'En sikker melding på nett mellom sykehuset, kommunen og fastlegen om hjelpen du trenger.',
      'Ei sikker melding på nett mellom sjukehuset, kommunen og fastlegen om hjelpa du treng.',
      'A secure electronic message between hospital, municipality and GP about the help you need.',
    ],
  ),
  term(['taushetsplikt', 'teieplikt', 'duty of confidentiality'], 'taushetsplikten, teieplikta', [
    'De som hjelper deg, har ikke lov til å fortelle om deg til andre.',
    'Dei som hjelper deg, har ikkje lov til å fortelje om deg til andre.',
    'Those who help you are not allowed to tell others about you.',
  ]),
  term(['samtykke', 'samtykke', 'consent'], 'samtykket, samtykker, samtykkjer, samtykt', [
    'Du sier ja til noe når du vet hva det gjelder. Du kan ombestemme deg.',
    'Du seier ja til noko når du veit kva det gjeld. Du kan ombestemme deg.',
    'You say yes to something when you know what it is about. You can change your mind.',
  ]),
  term(['samtykkekompetanse', 'samtykkekompetanse', 'capacity to consent'], 'samtykkekompetansen, samtykkekompetent', [
    'At du forstår hva et valg gjelder, og kan ta det selv.',
    'At du forstår kva eit val gjeld, og kan ta det sjølv.',
    'That you understand what a choice is about and can make it yourself.',
  ]),
  term(['innsyn', 'innsyn', 'access to your record'], 'innsynet, innsynsrett, innsynsretten', [
    'At du får se det som er skrevet om deg.',
    'At du får sjå det som er skrive om deg.',
    'That you may see what has been written about you.',
  ]),
  term(
    ['egenandel', 'eigendel', 'patient charge'],
    'egenandelen, egenandeler, eigendelen, eigendelar, frikort, frikortet',
    [
      'Den delen av regningen som du betaler selv. Har du betalt nok på ett år, får du frikort.',
      'Den delen av rekninga som du betaler sjølv. Har du betalt nok på eitt år, får du frikort.',
      'The part of the bill that you pay yourself. When you have paid enough in a year, you get an exemption card.',
    ],
  ),
  term(['blå resept', 'blå resept', 'reimbursed prescription'], 'blåresept, blå resepter, blåreseptar', [
    'En resept der staten betaler det meste av medisinen.',
    'Ein resept der staten betaler det meste av medisinen.',
    'A prescription where the state pays most of the medicine.',
  ]),
  term(
    ['henvisning', 'tilvising', 'referral'],
    'henvisningen, henvisninger, henvist, henvises, tilvisinga, tilvisingar, tilvist',
    [
      'Et brev der en lege ber andre om å undersøke eller hjelpe deg.',
      'Eit brev der ein lege ber andre om å undersøkje eller hjelpe deg.',
      'A letter in which a doctor asks others to examine or help you.',
    ],
  ),
  term(['pasientreise', 'pasientreise', 'patient transport'], 'pasientreisen, pasientreiser, pasientreisa', [
    'Reise til og fra behandling som helsetjenesten hjelper deg med eller betaler for.',
    'Reise til og frå behandling som helsetenesta hjelper deg med eller betaler for.',
    'Travel to and from treatment that the health service arranges or pays for.',
  ]),
  term(
    ['utskrivningsklar', 'utskrivingsklar', 'ready for discharge'],
    'utskrivningsklare, utskrivingsklare, utskrivningsklart',
    [
      'Legen mener at du ikke trenger sykehuset lenger.',
      'Legen meiner at du ikkje treng sjukehuset lenger.',
      'The doctor thinks that you no longer need the hospital.',
    ],
  ),
  term(
    ['utskrivning', 'utskriving', 'discharge'],
    'utskrivningen, utskrivninga, utskrivinga, utskrevet, utskriven, utskrives, utskrivast, utskrivningssamtale, utskrivningssamtalen, utskrivingssamtale, utskrivingssamtalen',
    [
      'At du reiser fra sykehuset. Før det snakker dere om hva som skal skje videre.',
      'At du reiser frå sjukehuset. Før det snakkar de om kva som skal skje vidare.',
      'Leaving the hospital. Before that you talk about what happens next.',
    ],
  ),
  term(['åpen retur', 'open retur', 'open return'], 'åpen returrett, open returrett', [
    'Du kan ringe og komme rett tilbake til posten uten å gå om legevakt eller fastlege, fram til en avtalt dag.',
    'Du kan ringje og kome rett tilbake til posten utan å gå om legevakt eller fastlege, fram til ein avtalt dag.',
    'You can call and come straight back to the ward without seeing another doctor first, until an agreed day.',
  ]),
  term(
    ['reinnleggelse', 'reinnlegging', 'readmission'],
    'reinnleggelsen, reinnleggelser, reinnlegginga, reinnlagt, reinnlagd',
    ['At du må inn på sykehuset igjen.', 'At du må inn på sjukehuset att.', 'That you have to go into hospital again.'],
  ),
  term(['verge', 'verje', 'guardian'], 'vergen, verger, verja, verjer, vergemål, vergemålet, verjemål', [
    'En som er valgt til å hjelpe deg med penger og rettigheter når du ikke kan det selv.',
    'Ein som er vald til å hjelpe deg med pengar og rettar når du ikkje kan det sjølv.',
    'Somebody appointed to help you with money and rights when you cannot do it yourself.',
  ]),
];
