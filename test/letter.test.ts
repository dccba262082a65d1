import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { letterPdf, letterSheet, type InvitationLetter } from '#server/export/letter/letter.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { catalogues } from '#shared/words/catalogues.ts';
import { drawnSquare } from './support/drawnSquare.ts';
import { HOSTILE } from './support/hostile.ts';
import { offPage, pdfText, textSizes } from './support/pdfText.ts';
import { unbroken } from './support/planWords.ts';
import { press } from './support/press.ts';

const TOKEN = 'AbCdEfGhIjKlMnOpQrStUvWxYz012345';

const letter = (over: Partial<InvitationLetter> = {}): InvitationLetter => ({
  language: 'nb',
  invited: { name: 'Åse Fiktiv', role: 'patient' },
  inviter: { name: 'Kari Nilsen', organisation: 'Sykehuset i Vestfold' },
  meeting: { startsAt: Date.UTC(2026, 10, 25, 12), videoUrl: null, helpPhone: '33 00 00 02', demo: false },
  link: `https://mote.example.no/join#${TOKEN}`,
  code: '012345',
  madeAt: Date.UTC(2026, 10, 22, 12),
  ...over,
});

const paper = (told: InvitationLetter) => letterPdf(told, press);
const read = (pdf: Uint8Array) => unbroken(pdfText(pdf));

test('the letter says who invites whom, to what and when, what to do, and whom to ring', async () => {
  const words = read(await paper(letter()));
  for (const told of [
    'Du er invitert til et møte',
    'Åse Fiktiv',
    'Kari Nilsen, Sykehuset i Vestfold, inviterer deg.',
    'du får ordet først',
    'Når: onsdag 25. november 2026 kl. 13.00',
    'Hvor: På nettbrett',
    '1.Pek kameraet',
    '2.Skriv koden din.',
    '3.Trykk på «Bli med».',
    `https://mote.example.no/join#${TOKEN}`,
    'Koden din012 345',
    'Ring 33 00 00 02',
  ])
    expect(words).toContain(unbroken(told));
  expect(words).not.toContain('Demo');
});

test.each([
  ['nb', 'nb-NO', 'Du er invitert til et møte', 'onsdag 25. november 2026 kl. 13.00', 'Trykk på «Bli med».'],
  ['nn', 'nn-NO', 'Du er invitert til eit møte', 'onsdag 25. november 2026 kl. 13.00', 'Trykk på «Bli med».'],
  ['en', 'en-GB', 'You are invited to a meeting', 'Wednesday 25 November 2026', 'Press “Join”.'],
] as const)(
  'in %s it is PDF/UA-1, says its language and title, and speaks it',
  async (language, lang, title, when, button) => {
    const pdf = await paper(letter({ language }));
    const file = Buffer.from(pdf).toString('latin1');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('/StructTreeRoot');
    expect(file).toContain('/Marked true');
    expect(file).toContain(`/Lang (${lang})`);
    expect(Buffer.from(pdf).toString('utf8')).toContain(`<rdf:li xml:lang="x-default">${title}</rdf:li>`);
    expect(read(pdf)).toContain(unbroken(when));
    expect(read(pdf)).toContain(unbroken(button));
  },
);

test('nothing in it is smaller than 18 points, and it is one page', async () => {
  const pdf = await paper(
    letter({ meeting: { ...letter().meeting, demo: true, videoUrl: 'https://video.example.no/1' } }),
  );
  expect(pdfText(pdf).split('\n')).toHaveLength(1);
  expect(Math.min(...textSizes(pdf))).toBeGreaterThanOrEqual(18);
  expect(Math.max(...textSizes(pdf)), 'the code is large').toBeGreaterThanOrEqual(36);
  expect(read(pdf)).toContain(unbroken(catalogues.nb.frame.demo));
  expect(read(pdf)).toContain(unbroken(catalogues.nb.letter.onVideo));
});

test('the square is the link, module for module, with room around it, and what it is stands in its place', async () => {
  const sheet = letter({ link: `https://mote.example.no/join?language=nn#${TOKEN}`, language: 'nn' });
  const pdf = await paper(sheet);
  const { data, size } = encode(sheet.link, { ecc: 'M', border: 4 });
  const drawn = drawnSquare(pdf);
  expect(drawn).toHaveLength(size);
  expect(drawn).toEqual(data);
  expect(drawn.slice(0, 4).flat(), 'quiet above').not.toContain(true);
  expect(
    drawn.map((row) => row[3]),
    'quiet on the left',
  ).not.toContain(true);
  expect(drawnSquare(await paper(letter())), 'another link is another square').not.toEqual(drawn);
  expect(Buffer.from(pdf).toString('latin1')).toContain(`/Alt (${letterSheet(sheet).square.alt})`);
});

test('kin read why they are asked, and nobody reads what is the matter with anybody', async () => {
  const kin = letterSheet(letter({ invited: { name: 'Line Fiktiv', role: 'kin' } }));
  expect(kin.about).toBe(catalogues.nb.letter.aboutOthers);
  expect(JSON.stringify(kin)).not.toContain('Åse');
  for (const language of LANGUAGES)
    expect(JSON.stringify(letterSheet(letter({ language })))).not.toMatch(
      /pasient|diagnose|syk(?!e?h)|patient|illness/i,
    );
});

test('without a number, the letter says whom to ask instead', async () => {
  const silent = letter({ meeting: { ...letter().meeting, helpPhone: null } });
  expect(read(await paper(silent))).toContain(unbroken(catalogues.nb.letter.helpByHand));
  expect(read(await paper(letter()))).not.toContain(unbroken(catalogues.nb.letter.helpByHand));
});

test('the same letter is the same file, to the byte', async () => {
  expect(Buffer.from(await paper(letter())).equals(Buffer.from(await paper(letter())))).toBe(true);
});

test.each(Object.keys(HOSTILE).filter((kind) => !['combining', 'arabic', 'other'].includes(kind)))(
  'a name that is %s is shown as it stands, and on the paper',
  async (kind) => {
    const name = `Åse ${HOSTILE[kind as keyof typeof HOSTILE]} Fiktiv`.slice(0, 120);
    const pdf = await paper(letter({ invited: { name, role: 'patient' } }));
    expect(offPage(pdf)).toEqual([]);
    expect(read(pdf)).toContain('Åse');
    expect(drawnSquare(pdf)).toEqual(encode(letter().link, { ecc: 'M', border: 4 }).data);
  },
);
