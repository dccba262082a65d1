import { term } from '../term.ts';

/** What the municipality offers, and who decides about it. */
export const services = [
  term(
    ['hverdagsrehabilitering', 'kvardagsrehabilitering', 'everyday rehabilitation'],
    'hverdagsrehabiliteringen, kvardagsrehabiliteringa',
    [
      'Trening hjemme i det du vil klare selv, sammen med folk fra kommunen i noen uker.',
      'Trening heime i det du vil klare sjølv, saman med folk frå kommunen i nokre veker.',
      'Training at home in the things you want to manage yourself, with people from the municipality for some weeks.',
    ],
  ),
  term(
    ['rehabilitering', 'rehabilitering', 'rehabilitation'],
    'rehabiliteringen, rehabiliteringa, rehabiliteringsopphold, rehabiliteringsopphald',
    [
      'Trening og hjelp for å få tilbake det du kunne før.',
      'Trening og hjelp for å få tilbake det du kunne før.',
      'Training and help to get back what you could do before.',
    ],
  ),
  term(
    ['trygghetsalarm', 'tryggleiksalarm', 'personal alarm'],
    'trygghetsalarmen, trygghetsalarmer, tryggleiksalarmen, tryggleiksalarmar',
    [
      'En knapp du har på deg. Når du trykker på den, får du kontakt med noen som kan hjelpe.',
      'Ein knapp du har på deg. Når du trykkjer på han, får du kontakt med nokon som kan hjelpe.',
      'A button that you wear. When you press it, you reach somebody who can help.',
    ],
  ),
  term(['fallsensor', 'fallsensor', 'fall sensor'], 'fallsensoren, fallsensorer, fallsensorar', [
    'Et lite apparat som kjenner at du faller, og sier fra til noen som kan hjelpe.',
    'Eit lite apparat som merkar at du fell, og seier frå til nokon som kan hjelpe.',
    'A small device that notices when you fall, and tells somebody who can help.',
  ]),
  term(['digitalt tilsyn', 'digitalt tilsyn', 'digital supervision'], 'digitale tilsyn, digitalt nattilsyn', [
    'Noen i kommunen ser til deg med kamera eller sensor til avtalte tider, uten å komme inn til deg.',
    'Nokon i kommunen ser til deg med kamera eller sensor til avtalte tider, utan å kome inn til deg.',
    'Somebody in the municipality checks on you by camera or sensor at agreed times, without coming in.',
  ]),
  term(['velferdsteknologi', 'velferdsteknologi', 'welfare technology'], 'velferdsteknologien', [
    'Tekniske ting som gjør det tryggere eller lettere å bo hjemme, som en alarm eller en sensor.',
    'Tekniske ting som gjer det tryggare eller lettare å bu heime, som ein alarm eller ein sensor.',
    'Technical things that make it safer or easier to live at home, such as an alarm or a sensor.',
  ]),
  term(
    ['medisindispenser', 'medisindispensar', 'medicine dispenser'],
    'medisindispenseren, medisindispensere, medisindispensaren, elektronisk medisineringsstøtte',
    [
      'En boks som gir deg riktig medisin til riktig tid, og sier fra når det er tid.',
      'Ein boks som gir deg rett medisin til rett tid, og seier frå når det er tid.',
      'A box that gives you the right medicine at the right time, and tells you when.',
    ],
  ),
  term(['GPS', 'GPS', 'GPS'], 'GPS-en, GPS-sporing', [
    'Noe du har med deg, som viser hvor du er, så noen kan finne deg hvis du går deg bort.',
    'Noko du har med deg, som viser kvar du er, så nokon kan finne deg om du går deg bort.',
    'Something you carry that shows where you are, so that somebody can find you if you get lost.',
  ]),
  term(['praktisk bistand', 'praktisk bistand', 'practical assistance'], 'praktisk hjelp og bistand', [
    'Hjelp fra kommunen til vanlige ting hjemme, som å vaske gulv, handle eller kle på seg.',
    'Hjelp frå kommunen til vanlege ting heime, som å vaske golv, handle eller kle på seg.',
    'Help from the municipality with ordinary things at home, such as cleaning, shopping or getting dressed.',
  ]),
  term(
    ['hjemmesykepleie', 'heimesjukepleie', 'home nursing'],
    'hjemmesykepleien, hjemmesykepleier, hjemmesykepleieren, heimesjukepleia, heimesjukepleiar, hjemmetjenesten, hjemmetjeneste, heimetenesta, heimeteneste',
    [
      'Sykepleiere og andre fra kommunen som kommer hjem til deg med hjelp og medisiner.',
      'Sjukepleiarar og andre frå kommunen som kjem heim til deg med hjelp og medisinar.',
      'Nurses and others from the municipality who come to your home with care and medicines.',
    ],
  ),
  term(
    ['helsetjenester i hjemmet', 'helsetenester i heimen', 'health services at home'],
    'helsetjeneste i hjemmet, helseteneste i heimen',
    [
      'Sykepleie og annen helsehjelp som kommunen gir deg hjemme.',
      'Sjukepleie og anna helsehjelp som kommunen gir deg heime.',
      'Nursing and other health care that the municipality gives you at home.',
    ],
  ),
  term(
    ['brukerstyrt personlig assistanse', 'brukarstyrt personleg assistanse', 'user-controlled personal assistance'],
    'BPA, BPA-en, BPA-ordning',
    [
      'Faste hjelpere der du selv, eller noen for deg, bestemmer hvem de er og hva de gjør når.',
      'Faste hjelparar der du sjølv, eller nokon for deg, bestemmer kven dei er og kva dei gjer når.',
      'Regular helpers where you, or somebody for you, decide who they are and what they do when.',
    ],
  ),
  term(['matombringing', 'matombringing', 'meals delivered to your home'], 'matombringingen, matombringinga', [
    'Ferdig middag som kjøres hjem til deg.',
    'Ferdig middag som blir køyrd heim til deg.',
    'A ready-made dinner that is brought to your home.',
  ]),
  term(['støttekontakt', 'støttekontakt', 'support contact'], 'støttekontakten, støttekontakter, støttekontaktar', [
    'En person som får betalt for å finne på ting sammen med deg på fritiden din.',
    'Ein person som får betalt for å finne på ting saman med deg i fritida di.',
    'Somebody who is paid to do things with you in your free time.',
  ]),
  term(['omsorgsstønad', 'omsorgsstønad', 'care benefit'], 'omsorgsstønaden', [
    'Penger fra kommunen til en som gjør mye pleie og omsorg for noen hjemme.',
    'Pengar frå kommunen til ein som gjer mykje pleie og omsorg for nokon heime.',
    'Money from the municipality for somebody who does much care work for a person at home.',
  ]),
  term(
    ['avlastning', 'avlasting', 'respite care'],
    'avlastningen, avlastninga, avlastinga, avlastningsopphold, avlastingsopphald',
    [
      'Noen andre tar over omsorgen en stund, så pårørende får hvile.',
      'Nokon andre tek over omsorga ei stund, så pårørande får kvile.',
      'Others take over the care for a while, so that the next of kin can rest.',
    ],
  ),
  term(
    ['korttidsopphold', 'korttidsopphald', 'short-term stay'],
    'korttidsoppholdet, korttidsopphaldet, korttidsplass, korttidsplassen, tidsbegrenset opphold, tidsavgrensa opphald',
    [
      'Du bor noen dager eller uker på et sykehjem, og skal hjem igjen.',
      'Du bur nokre dagar eller veker på ein sjukeheim, og skal heim att.',
      'You stay some days or weeks in a nursing home, and then go home again.',
    ],
  ),
  term(
    ['langtidsopphold', 'langtidsopphald', 'long-term stay'],
    'langtidsoppholdet, langtidsopphaldet, langtidsplass, langtidsplassen',
    [
      'Du flytter til et sykehjem og bor der.',
      'Du flyttar til ein sjukeheim og bur der.',
      'You move to a nursing home and live there.',
    ],
  ),
  term(
    ['kommunal øyeblikkelig hjelp', 'kommunal augneblikkeleg hjelp', 'municipal acute care'],
    'KØH, kommunal akutt døgnenhet, KAD-plass, øyeblikkelig hjelp, augneblikkeleg hjelp',
    [
      'En seng i kommunen for den som trenger helsehjelp med en gang, men ikke må på sykehus.',
      'Ei seng i kommunen for den som treng helsehjelp med ein gong, men ikkje må på sjukehus.',
      'A bed in the municipality for somebody who needs care at once but not a hospital.',
    ],
  ),
  term(
    ['dagaktivitet', 'dagaktivitet', 'day activity'],
    'dagaktiviteten, dagaktiviteter, dagaktivitetar, dagsenter, dagsenteret, dagopphold, dagopphald',
    [
      'Et sted der du kan være om dagen, sammen med andre, og reise hjem igjen etterpå.',
      'Ein stad der du kan vere om dagen, saman med andre, og reise heim att etterpå.',
      'A place to be during the day, together with others, before going home again.',
    ],
  ),
  term(
    ['omsorgsbolig', 'omsorgsbustad', 'adapted housing'],
    'omsorgsboligen, omsorgsboliger, omsorgsbustaden, omsorgsbustader',
    [
      'En bolig fra kommunen som er laget slik at det er lett å få hjelp der.',
      'Ein bustad frå kommunen som er laga slik at det er lett å få hjelp der.',
      'A home from the municipality that is made so that it is easy to get help there.',
    ],
  ),
  term(['frisklivssentral', 'frisklivssentral', 'healthy living centre'], 'frisklivssentralen', [
    'Et sted i kommunen som hjelper deg med å komme i gang med trening, mat og søvn.',
    'Ein stad i kommunen som hjelper deg i gang med trening, mat og søvn.',
    'A place in the municipality that helps you get going with exercise, food and sleep.',
  ]),
];
