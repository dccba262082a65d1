import { hard, type Term } from '../term.ts';

type Three = readonly [nb: string, nn: string, en: string];

/** An abbreviation, or Latin: what it means is what one can write. `forms` where it has others. */
function short(word: string, means: Three, forms = '', says: Three | null = null): Term {
  const [nb, nn, en] = means;
  const told: Three = says ?? [`Betyr «${nb}».`, `Tyder «${nn}».`, `Means “${en}”.`];
  return hard([word, word, word], forms, told, means);
}

/** What those who work here write to each other, and few others read. */
export const shorthand = [
  short('obs', ['følge med på', 'følgje med på', 'keep an eye on']),
  short('susp', ['mistanke om', 'mistanke om', 'suspected']),
  short('p.o.', ['gjennom munnen', 'gjennom munnen', 'by mouth']),
  short('per os', ['gjennom munnen', 'gjennom munnen', 'by mouth']),
  short('s.c.', ['sprøyte under huden', 'sprøyte under huda', 'an injection under the skin']),
  short('i.v.', ['rett i blodet', 'rett i blodet', 'straight into the blood']),
  short('i.m.', ['sprøyte i muskelen', 'sprøyte i muskelen', 'an injection into the muscle']),
  short('v.b.', ['ved behov', 'ved behov', 'when needed']),
  short('u.a.', ['ikke noe uvanlig', 'ikkje noko uvanleg', 'nothing unusual']),
  short('d.d.', ['i dag', 'i dag', 'today']),
  short('ADL', ['daglige gjøremål', 'daglege gjeremål', 'everyday tasks'], 'ADL-funksjon, ADL-trening'),
  short('mob', ['bevege seg', 'bevege seg', 'move about']),
  short('ux', ['undersøkelse', 'undersøking', 'examination']),
  short('NYHA', [
    'hvor mye hjertesvikten plager',
    'kor mykje hjartesvikten plagar',
    'how much trouble the heart failure gives',
  ]),
  short('BT', ['blodtrykk', 'blodtrykk', 'blood pressure']),
  short('UVI', ['urinveisinfeksjon', 'urinvegsinfeksjon', 'urinary tract infection'], 'UVI-en'),
  short('KAD', ['kateter i blæra', 'kateter i blæra', 'a catheter in the bladder']),
  short('MMSE', ['hukommelsestest', 'minnetest', 'a memory test']),
  short('CAVE', ['tåler ikke', 'toler ikkje', 'does not tolerate']),
  short('pt', ['pasienten', 'pasienten', 'the patient']),
  short('pas', ['pasienten', 'pasienten', 'the patient']),
  short('hjspl', ['hjemmesykepleien', 'heimesjukepleia', 'home nursing']),
  short('spl', ['sykepleier', 'sjukepleiar', 'nurse']),
  short('kont', ['fortsette med', 'halde fram med', 'go on with']),
  short('beh', ['behandling', 'behandling', 'treatment']),
  short('innl', ['innlagt', 'innlagd', 'admitted to hospital']),
  short('utskr', ['reise hjem', 'reise heim', 'go home']),
  short('resp', ['pusten', 'pusten', 'breathing']),
  short('ggr', ['ganger', 'gonger', 'times']),
  short('rtg', ['røntgen', 'røntgen', 'X-ray']),
  short('sepon', ['slutte med', 'slutte med', 'stop taking'], 'seponere, seponering, seponeringen, seponeringa'),
  short('seponert', ['stoppet', 'stoppa', 'stopped']),
  short('seponeres', ['stoppes', 'skal stoppast', 'to be stopped'], 'seponerast'),
  short('status post', ['etter', 'etter', 'after']),
  short('in situ', ['på plass', 'på plass', 'in place']),
  short('ex juvantibus', ['for å se om det hjelper', 'for å sjå om det hjelper', 'to see whether it helps']),
  short('anamnese', ['det som har skjedd før', 'det som har skjedd før', 'what has happened before'], 'anamnesen'),
];
