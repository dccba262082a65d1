import { staffPdf } from '#server/export/pdf/staff.ts';
import { patientPdf } from '#server/export/pdf/patient.ts';
import { textOf } from '#server/export/text.ts';
import { journalTextOf } from '#server/export/journalText.ts';
import { firstChoiceFor, journalChoice } from '#shared/journal.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { CASES } from './support/cases/index.ts';
import { press } from './support/press.ts';
for (const one of CASES.slice(0, 2)) { await staffPdf(one.version, press); await patientPdf(one.version, press); }
let worst = 0, last = performance.now(); const t = setInterval(() => { const n = performance.now(); worst = Math.max(worst, n - last); last = n; }, 1);
const v = agreedVersion();
for (let i = 0; i < 4; i++) {
  const w = agreedVersion({ ...v.plan, story: v.plan.story + i });
  const a = performance.now(); await staffPdf(w, press); const b = performance.now(); await patientPdf(w, press); const c = performance.now();
  textOf(w); const d = performance.now(); journalTextOf(w, journalChoice('gp', firstChoiceFor('gp'))); const e = performance.now();
  console.log(`staff ${(b - a).toFixed(0)} patient ${(c - b).toFixed(0)} text ${(d - c).toFixed(1)} gp ${(e - d).toFixed(1)}`);
}
console.log('worst loop delay', worst.toFixed(1)); clearInterval(t);
