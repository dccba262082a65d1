import { typeset } from '#server/export/pdf/typst.ts';
import { staffSheet } from '#server/export/pdf/staff.ts';
import { patientSheet } from '#server/export/pdf/patient.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { CASES } from './support/cases/index.ts';
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
for (const one of CASES.slice(0, 3)) { typeset('staff', JSON.stringify(staffSheet(one.version))); typeset('patient', JSON.stringify(patientSheet(one.version))); }
const v = agreedVersion();
for (let i = 0; i < 3; i++) {
  const w = agreedVersion({ ...v.plan, story: v.plan.story + i });
  const a = cpu(); typeset('staff', JSON.stringify(staffSheet(w))); const b = cpu(); typeset('patient', JSON.stringify(patientSheet(w))); const c = cpu();
  console.log('cpu ms staff', Math.round(b - a), 'patient', Math.round(c - b));
}
