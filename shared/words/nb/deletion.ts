/** Deleting a meeting before its time. */
export const deletion = {
  open: 'Slett møtet før tiden',
  lead: 'Trenger dere ikke møtet her lenger? Som møteleder kan du slette det nå.',
  why: 'Hvorfor skal møtet slettes nå?',
  whyHint: 'Det du skriver, blir stående i loggen. Ikke skriv noe om pasienten.',
  whyMissing: 'Skriv hvorfor møtet skal slettes nå.',
  send: 'Slett møtet',
  sureTitle: 'Slette alt i dette møtet?',
  sure: 'Planen, svarene, versjonene og referatet blir borte for alle. Det kan ikke angres. Loggen over hvem som har sett hva, blir tatt vare på.',
  nobodyHas: 'Ingen har meldt at de har fått planen ennå.',
  yes: 'Ja, slett alt',
  notNow:
    'Møtet kan ikke slettes ennå. Planen er på vei til noen, eller den har ikke kommet fram. Se over hvem som har fått den, og prøv igjen.',
};
