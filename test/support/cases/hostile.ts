import { HOSTILE } from '../hostile.ts';
import { caseOf } from './case.ts';

/** Whatever any face could take for something else than words, wherever people write: also in their names. */
export const hostile = caseOf({
  name: 'hostile',
  title: '= Møte <script>alert("tittel")</script> #panic()',
  template: 'frail-elderly',
  patient: { name: '=HYPERLINK("http://ondt.example") *Ond* <b>Oppdiktet</b>', birthYear: 1960 },
  people: {
    patient: { name: '=HYPERLINK("http://ondt.example") *Ond* <b>Oppdiktet</b>', role: 'patient' },
    nurse: {
      name: 'Kari\r\nEnighet\r\n-------',
      role: 'hospital',
      profession: 'nurse',
      organisation: '#read("/etc/passwd")',
    },
    officer: { name: '$x^2$ & "Mona" \u202Eanom', role: 'municipality', organisation: '</div><h1>Kommune' },
  },
  facilitator: 'nurse',
  told: {
    story: `${HOSTILE.lines}\n${HOSTILE.typst}`,
    'story.themes': { people: HOSTILE.formula, joy: HOSTILE.template },
    goals: [{ activity: HOSTILE.script, scoreNow: 5 }],
    situation: { happened: HOSTILE.typst, diagnoses: HOSTILE.lines, now: HOSTILE.controls, advice: HOSTILE.turned },
    'function.now': [{ area: '5', words: HOSTILE.script }],
    needs: 'Hei\r\nEnighet\r\n-------\r\n- Mona, kommunen: enig',
    services: [{ kind: '15', extent: HOSTILE.formula, status: 'granted', decision: HOSTILE.script }],
    medications: [{ drug: HOSTILE.typst, dose: HOSTILE.formula, reason: HOSTILE.noncharacters }],
    treatment: [{ problem: HOSTILE.long, action: HOSTILE.script, owner: HOSTILE.template }],
    warnings: [{ zone: 'red', sign: HOSTILE.typst, call: 'tel:113;ext=<script>' }],
    followup: [{ what: HOSTILE.formula, who: HOSTILE.typst, on: '2026-12-01' }],
    questions: [{ question: 'Sluttet XML-en her? ]]>' }],
    disagreements: [{ topic: HOSTILE.script, patientView: HOSTILE.typst, status: 'open' }],
    minutes: [{ phase: '%PDF-1.7', note: 'Content-Type: text/html\r\n\r\n<html>' }],
  },
  said: [
    { who: 'patient', decision: 'object', reason: HOSTILE.script },
    {
      ...{ who: 'nurse', decision: 'reserve', sections: ['needs'], reason: 'Hei\r\n\r\nEnighet\r\n-------' },
      commitments: [{ task: 'followup-1', section: 'followup', what: HOSTILE.formula }],
    },
    { who: 'officer' },
  ],
  added: [{ who: 'officer', words: `${HOSTILE.typst}\r\nUtkast fra tverrfaglig møte\r\n===` }],
  more: { withoutPatient: '#eval("1+1") <img src=x onerror=alert(1)>' },
});
