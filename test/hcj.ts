import { journalTextOf } from '#server/export/journalText.ts';
import { firstChoiceFor, journalChoice } from '#shared/journal.ts';
import { agreedVersion } from './support/agreedVersion.ts';
const r = process.argv[2] as 'gp';
process.stdout.write(journalTextOf(agreedVersion(), journalChoice(r, firstChoiceFor(r))));
