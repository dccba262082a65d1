import { typeset } from '#server/export/pdf/typst.ts';
import { staffSheet } from '#server/export/pdf/staff.ts';
import { patientSheet } from '#server/export/pdf/patient.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { filledPlan } from './support/planWords.ts';
import { HOSTILE } from './support/hostile.ts';
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
for (const k of ['sami','long', 'long', 'other', 'combining'] as const) {
const w = agreedVersion(filledPlan((place) => `${place.replace('.', ' ')}: ${HOSTILE[k]}`));
  const a = cpu(); typeset('staff', JSON.stringify(staffSheet(w))); const b = cpu(); typeset('patient', JSON.stringify(patientSheet(w))); const c = cpu();
  console.log(k, 'cpu ms staff', Math.round(b - a), 'patient', Math.round(c - b));
}
