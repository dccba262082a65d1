import { writeFileSync } from 'node:fs';
import { staffPdf } from '#server/export/pdf/staff.ts';
import { patientPdf } from '#server/export/pdf/patient.ts';
import { textOf } from '#server/export/text.ts';
import { press } from './support/press.ts';
import { CASES } from './support/cases/index.ts';
const names = process.argv.slice(2);
for (const one of CASES.filter(({ name }) => !names.length || names.includes(name))) {
  const t = performance.now();
  writeFileSync(`/tmp/hc/see/${one.name}-staff.pdf`, await staffPdf(one.version, press));
  const u = performance.now();
  writeFileSync(`/tmp/hc/see/${one.name}-patient.pdf`, await patientPdf(one.version, press));
  const w = performance.now();
  writeFileSync(`/tmp/hc/see/${one.name}.txt`, textOf(one.version));
  console.log(one.name, Math.round(u - t), Math.round(w - u), Math.round(performance.now() - w));
}
