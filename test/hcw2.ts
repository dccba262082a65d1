import { monitorEventLoopDelay } from 'node:perf_hooks';
import { staffPdf, staffSheet } from '#server/export/pdf/staff.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { press } from './support/press.ts';
const v = agreedVersion();
const all = Array.from({ length: 12 }, (_, i) => agreedVersion({ ...v.plan, story: v.plan.story + i }));
await staffPdf(all[0]!, press);
for (let i = 0; i < 5; i++) { const a = performance.now(); staffSheet(all[i]!); console.log('sheet', (performance.now() - a).toFixed(1)); }
const h = monitorEventLoopDelay({ resolution: 1 }); h.enable();
const t = performance.now();
for (const one of all) await staffPdf(one, press);
h.disable();
console.log('each', ((performance.now() - t) / 12).toFixed(0), 'max delay', (h.max / 1e6).toFixed(1), 'p99', (h.percentile(99) / 1e6).toFixed(1));
