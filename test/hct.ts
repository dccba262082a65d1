import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { pdfText } from './support/pdfText.ts';
for (const f of ['letters-staff','letters-patient']) console.log(createHash('md5').update(pdfText(readFileSync(`/tmp/hc/see/${f}.pdf`))).digest('hex'));
