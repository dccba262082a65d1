import type { StaffCatalogue } from '../catalogue.ts';

/** The invitation as a letter: what stands on the paper, and the button that makes it. */
export const letter: StaffCatalogue['letter'] = {
  print: 'Skriv ut brev',
  making: 'Lagar brevet …',
  language: 'Språket i brevet',
  hint: 'Eller gje eit brev med stor skrift, firkant til å ta bilete av, og kode. Brevet slepp inn den som har det. Gje det berre til den det er til.',
  title: 'Du er invitert til eit møte',
  from: (who) => `${who} inviterer deg.`,
  aboutYou: 'I møtet snakkar vi om det som er viktig for deg. Vi lagar ein plan saman, og du får ordet først.',
  aboutOthers: 'I møtet lagar alle som er med, ein plan saman. Det du veit og meiner, er viktig for planen.',
  when: 'Når',
  where: 'Kvar',
  onVideo: 'På video, på nettbrett, telefon eller PC.',
  otherPlace: 'På nettbrett, telefon eller PC. Vi seier frå kvar vi møtest.',
  stepsTitle: 'Slik blir du med',
  scan: 'Peik kameraet på nettbrettet eller telefonen mot firkanten. Trykk på lenkja som kjem. Eller skriv adressa.',
  typeCode: 'Skriv koden din.',
  press: (button) => `Trykk på «${button}».`,
  squareAlt: (link) => `QR-kode. Han opnar adressa ${link}`,
  address: 'Adressa',
  code: 'Koden din',
  help: 'Vi hjelper deg gjerne. Ring',
  helpByHand: 'Vi hjelper deg gjerne. Spør den som gav deg brevet.',
  keep: 'Ta vare på brevet, og vis det ikkje til andre. Du kan opne lenkja fleire gonger. Koden bruker du éin gong.',
};
