import type { StaffCatalogue } from '../catalogue.ts';

/** Deleting a meeting before its time. */
export const deletion: StaffCatalogue['deletion'] = {
  open: 'Slett møtet før tida',
  lead: 'Treng de ikkje møtet her lenger? Som møteleiar kan du slette det no.',
  why: 'Kvifor skal møtet slettast no?',
  whyHint: 'Det du skriv, blir ståande i loggen. Ikkje skriv noko om pasienten.',
  whyMissing: 'Skriv kvifor møtet skal slettast no.',
  send: 'Slett møtet',
  sureTitle: 'Slette alt i dette møtet?',
  sure: 'Planen, svara, versjonane og referatet blir borte for alle. Det kan ikkje angrast. Loggen over kven som har sett kva, blir teken vare på.',
  nobodyHas: 'Ingen har meldt at dei har fått planen enno.',
  yes: 'Ja, slett alt',
  notNow:
    'Møtet kan ikkje slettast enno. Planen er på veg til nokon, eller han har ikkje kome fram. Sjå over kven som har fått han, og prøv igjen.',
};
