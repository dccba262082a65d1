import type { AsideCatalogue } from '../catalogue.ts';

/** What the program is good for whom, and where it falls short: the accessibility statement. */
export const accessibility: AsideCatalogue['accessibility'] = {
  title: 'Tilgjenge',
  lead: 'Alle skal kunne vere med i møtet: også den som ser dårleg, høyrer dårleg, ikkje bruker mus eller er trøytt.',
  aim: {
    title: 'Kva vi byggjer etter',
    text: 'Vi byggjer etter WCAG 2.2 på nivå A og AA. Det er meir enn krava i forskrift om universell utforming, som byggjer på WCAG 2.1.',
  },
  can: {
    title: 'Dette kan du',
    points: [
      'Bruke alt med tastatur, med finger eller med skjermlesar.',
      'Gjere teksten større i tre steg, og forstørre sida til 400 prosent.',
      'Få sida lesen høgt, når eininga di har ei norsk stemme.',
      'Velje bokmål, nynorsk eller engelsk når som helst.',
      'Trykkje på vanskelege ord for å få dei forklarte.',
      'Slå av meldingar om kva dei andre skriv.',
      'Bruke mørk utsjånad, høg kontrast og mindre rørsle, slik eininga di er stilt inn.',
    ],
  },
  lacks: {
    title: 'Dette er ikkje godt nok enno',
    points: [
      'Vi har prøvd sida i Chromium. Andre nettlesarar og ekte nettbrett er ikkje prøvde.',
      'Ingen som bruker skjermlesar til dagleg, har prøvd heile møtet enno.',
      'Det dei andre skriv, er på det språket dei skriv. Berre knappar og overskrifter blir omsette.',
      'Planen som PDF er merkt for skjermlesar, men er ikkje kontrollert med eit eige kontrollprogram.',
    ],
  },
  tell: {
    title: 'Sei frå til oss',
    text: 'Er det noko du ikkje får til? Ring den som inviterte deg. Sjukehuset som bruker programmet, skal svare deg, og har si eiga erklæring hos uustatus.no.',
    authority: 'Du kan også klage til Tilsynet for universell utforming av ikt, uutilsynet.no.',
  },
  tested: 'Sist gått gjennom 22. november 2026.',
};
