import { describe, expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { homeCopyOf, type HomeCopy } from '#shared/home/homeCopy.ts';
import type { Tongue } from '#shared/home/tellings.ts';
import type { Author } from '#shared/plan/authors.ts';
import { isWords } from '#shared/plan/fields.ts';
import { blankPlan, blankValues, type Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, section } from '#shared/plan/sections.ts';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { agreedVersion, emptyVersion, personId, signature } from './support/agreedVersion.ts';
import { filledPlan, unbroken, wordsIn } from './support/planWords.ts';
import { speechIn } from './support/speech.ts';

const tongueOf = (language: Language): Tongue => {
  const speech = speechIn(language);
  return { language, words: speech.asideWords, say: (words) => speech.say(words) };
};
const copyOf = (plan: Plan = aase.plan, language: Language = 'nb'): HomeCopy =>
  homeCopyOf(agreedVersion(plan), tongueOf(language));
const all = (copy: HomeCopy) => unbroken(JSON.stringify(copy));
const chapters = ({ first, rest }: HomeCopy) => [...first, ...rest];
const chapter = (copy: HomeCopy, id: string) => chapters(copy).find((one) => one.id === id);
/** What stands below a heading, as JSON. */
const below = (copy: HomeCopy, id: string) => JSON.stringify(chapter(copy, id)?.items ?? null);

/** Plans in which a single field says something, for each field of words that there is. */
function plansWithOneWord(): [place: string, plan: Plan][] {
  return SECTION_KEYS.flatMap((key) => {
    const part = section(key);
    const place = (field: string) => `ord-fra-${key}-${field}`.replaceAll('.', '-');
    if (part.kind === 'text') return [[place(''), { ...blankPlan(), [key]: place('') }]];
    const fields = Object.entries(part.fields).filter(([, field]) => isWords(field));
    return fields.map(([field]): [string, Plan] => {
      const values = { ...blankValues(part.fields), [field]: place(field) };
      return [place(field), { ...blankPlan(), [key]: part.kind === 'rows' ? [{ id: 'row-1', ...values }] : values }];
    });
  });
}

describe('nothing of the plan is lost', () => {
  test.each(LANGUAGES)('all that is written in Åse’s plan is in her copy, in %s', (language) => {
    const said = all(copyOf(aase.plan, language));
    expect(wordsIn(aase.plan).filter((words) => !said.includes(unbroken(JSON.stringify(words).slice(1, -1))))).toEqual(
      [],
    );
  });

  test('a plan with every field filled in is whole', () => {
    const plan = filledPlan((place) => `ord fra ${place.replaceAll('.', ' ')}`);
    const said = all(copyOf(plan));
    expect(wordsIn(plan).filter((words) => !said.includes(unbroken(words)))).toEqual([]);
  });

  test('a single word, wherever in the plan it stands alone, is in the copy', () => {
    const plans = plansWithOneWord();
    expect(plans.length, 'the check looked at nothing').toBeGreaterThan(80);
    expect(plans.filter(([word, plan]) => !all(copyOf(plan)).includes(unbroken(word))).map(([word]) => word)).toEqual(
      [],
    );
  });
});

describe('the first page', () => {
  test('has the signs with the gravest last, what is done, and whom to call', () => {
    const { zones, ownPlan } = copyOf({ ...aase.plan, warnings: aase.plan.warnings.toReversed() });
    expect(zones.map(({ name }) => name)).toEqual(['Grønn', 'Gul', 'Rød', 'Rød']);
    expect(zones[1]).toMatchObject({ call: 'Hjemmesykepleien 33 00 00 01' });
    expect(zones[1]?.does.map(({ label }) => label)).toEqual(['Jeg', 'Hjemmesykepleien']);
    expect(ownPlan).toContain('Blir jeg svimmel');
  });

  test('has every number once, and 113 last', () => {
    const numbers = copyOf().phones.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.at(-1)).toBe('113');
    expect(copyOf().phones[0]).toEqual({ who: 'Mona Hansen, kommunen', number: '33 00 00 00', dial: '33000000' });
  });
});

describe('what comes after it', () => {
  test('begins with what matters, what was agreed, and who does what', () => {
    const headings = copyOf().first.map(({ heading }) => heading);
    expect(headings.slice(0, 3)).toEqual(['Dette er viktig for meg', 'Dette ble vi enige om', 'Hvem gjør hva, og når']);
    expect(chapter(copyOf(), 'matters')).toMatchObject({ own: true });
  });

  test('tells who does what by its day, and what has no day last', () => {
    const { treatment } = aase.plan;
    const items = chapter(copyOf({ ...aase.plan, treatment: treatment.toReversed() }), 'doing')?.items ?? [];
    expect(items.slice(0, 2).map(({ when }) => when)).toEqual(['lørdag 28. november', 'tirsdag 8. desember']);
    expect(items[0]?.told[0]).toMatchObject({ label: 'Hvem', words: 'Mona Hansen, Larvik kommune' });
  });

  test('tells appointments by day and time, with the year where it is another one', () => {
    const shuffled = { ...aase.plan, followup: aase.plan.followup.toReversed() };
    expect(chapter(copyOf(shuffled), 'appointments')?.items.map(({ when }) => when)).toEqual([
      'fredag 27. november',
      'lørdag 28. november',
      'tirsdag 8. desember kl. 11.20',
      'onsdag 23. desember',
      'torsdag 14. januar 2027',
    ]);
    const [row] = aase.plan.followup;
    const undated = copyOf({ ...aase.plan, followup: [{ ...row!, on: null }] });
    expect(chapter(undated, 'appointments')?.items[0]).toMatchObject({
      when: 'Dagen er ikke avtalt',
      inCalendar: false,
    });
  });

  test('keeps apart what is taken, what is new, and what was stopped', () => {
    const copy = copyOf();
    expect(below(copy, 'medicines.now')).toContain('Metoprolol');
    expect(below(copy, 'medicines.new')).toContain('Paracetamol');
    expect(below(copy, 'medicines.stopped')).toContain('Zopiklon');
    expect(below(copy, 'medicines.stopped')).not.toContain('Slik tar jeg den');
    for (const id of ['medicines.now', 'medicines.new']) expect(below(copy, id)).not.toContain('Zopiklon');
  });

  test('puts each answer under its question, and says where there is none', () => {
    const [asked, ...others] = chapter(copyOf(), 'questions')?.items ?? [];
    expect(asked).toMatchObject({ title: 'Får jeg komme tilbake hvis det ikke går?' });
    expect(asked?.told.map(({ words }) => words)).toEqual(['Ja. Ring posten før 15.12.']);
    expect(others).toHaveLength(1);
    const silent = copyOf({ ...aase.plan, 'questions.answers': [] });
    expect(chapter(silent, 'questions')?.items[0]?.told[0]?.words).toBe('Ikke besvart ennå');
  });

  test('does not call settled what is open', () => {
    const [topic] = aase.plan.disagreements;
    expect(chapter(copyOf(), 'disagreements.open')?.items).toHaveLength(1);
    const settled = copyOf({ ...aase.plan, disagreements: [{ ...topic!, status: 'settled' }] });
    expect(chapter(settled, 'disagreements.open')).toBeUndefined();
    expect(chapter(settled, 'disagreements.settled')?.items[0]?.title).toBe('De første nettene');
  });
});

test('who wrote the patient’s words down is said where it was somebody else', () => {
  const line = { id: personId('line'), name: 'Line Fiktiv', role: 'kin' } as const;
  const patient = { id: personId('aase'), name: 'Åse Fiktiv', role: 'patient' } as const;
  const pennedBy = (...participants: Author[]) => {
    const authors = { story: [{ participants, carried: false }] };
    return chapter(homeCopyOf(agreedVersion(aase.plan, { authors }), tongueOf('nb')), 'matters')?.penned;
  };
  expect(pennedBy(line)).toBe('Skrevet av Line Fiktiv (pårørende) på vegne av deg');
  expect(pennedBy(patient)).toBeNull();
});

test('every heading stands once', () => {
  const ids = chapters(copyOf(filledPlan((place) => place))).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('that all agreed is said only when they did', () => {
  const agreed = agreedVersion(aase.plan, { signatures: [signature('aase', aase.plan), signature('kari', aase.plan)] });
  expect(homeCopyOf(agreed, tongueOf('nb')).meeting).toMatch(/^Vi ble enige om planen/);
  expect(copyOf().meeting).toMatch(/^Dette er planen fra møtet/);
});

test('of a plan in which nothing stands it is said that it is empty, and whom to call all the same', () => {
  const copy = homeCopyOf(emptyVersion(), tongueOf('nb'));
  expect(copy).toMatchObject({ empty: true, zones: [], first: [] });
  expect(copy.phones.map(({ dial }) => dial)).toEqual(['116117', '113']);
  expect(copyOf().empty).toBe(false);
});
