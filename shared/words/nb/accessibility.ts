/** What the program is good for whom, and where it falls short: the accessibility statement. */
export const accessibility = {
  title: 'Tilgjengelighet',
  lead: 'Alle skal kunne være med i møtet: også den som ser dårlig, hører dårlig, ikke bruker mus eller er trøtt.',
  aim: {
    title: 'Hva vi bygger etter',
    text: 'Vi bygger etter WCAG 2.2 på nivå A og AA. Det er mer enn kravene i forskrift om universell utforming, som bygger på WCAG 2.1.',
  },
  can: {
    title: 'Dette kan du',
    points: [
      'Bruke alt med tastatur, med finger eller med skjermleser.',
      'Gjøre teksten større i tre trinn, og forstørre siden til 400 prosent.',
      'Få siden lest høyt, når enheten din har en norsk stemme.',
      'Velge bokmål, nynorsk eller engelsk når som helst.',
      'Trykke på vanskelige ord for å få dem forklart.',
      'Slå av meldinger om hva de andre skriver.',
      'Bruke mørkt utseende, høy kontrast og mindre bevegelse, slik enheten din er stilt inn.',
    ] as readonly string[],
  },
  lacks: {
    title: 'Dette er ikke godt nok ennå',
    points: [
      'Vi har prøvd siden i Chromium. Andre nettlesere og ekte nettbrett er ikke prøvd.',
      'Ingen som bruker skjermleser til daglig, har prøvd hele møtet ennå.',
      'Det de andre skriver, er på det språket de skriver. Bare knapper og overskrifter blir oversatt.',
      'Planen som PDF er merket for skjermleser, men er ikke kontrollert med et eget kontrollprogram.',
    ] as readonly string[],
  },
  tell: {
    title: 'Si fra til oss',
    text: 'Er det noe du ikke får til? Ring den som inviterte deg. Sykehuset som bruker programmet, skal svare deg, og har sin egen erklæring hos uustatus.no.',
    authority: 'Du kan også klage til Tilsynet for universell utforming av ikt, uutilsynet.no.',
  },
  tested: 'Sist gått gjennom 22. november 2026.',
};
