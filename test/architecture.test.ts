import { describe, expect, test } from 'vitest';
import { foreignImports, importsOf, sourceFiles, type Import } from './support/architecture.ts';
import { norwegianIn, norwegianOfPages } from './support/norwegian.ts';

describe('who may import whom', () => {
  test('every import of the house is in the table', () => {
    const files = sourceFiles();
    expect(files.length, 'the check looked at nothing').toBeGreaterThan(40);
    const wrong = files.flatMap((file) => foreignImports(importsOf(file)));
    expect(wrong.map(({ from, to }) => `${from} may not import ${to}`)).toEqual([]);
  });

  test.each<[string, string]>([
    ['web/lib/state/meeting.svelte.ts', 'server/sync/room.ts'],
    ['shared/plan/plan.ts', 'server/store/tables.ts'],
    ['shared/plan/plan.ts', 'web/lib/state/api.ts'],
    ['server/store/sqlite.ts', 'server/access/session.ts'],
    ['server/sync/guard.ts', 'server/store/updateLog.ts'],
    ['server/sync/effort.ts', 'server/sync/room.ts'],
    ['server/sync/room.ts', 'server/meeting/meetings.ts'],
    ['server/meeting/prepare.ts', 'server/sync/room.ts'],
    ['server/export/text.ts', 'server/agreement/freeze.ts'],
    ['server/live/live.ts', 'server/main.ts'],
    ['shared/ids.ts', 'node:fs'],
    ['shared/ids.ts', 'express'],
  ])('the check can fail: %s may not import %s', (from, to) => {
    expect(foreignImports([{ from, to } satisfies Import])).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['server/sync/room.ts', 'server/store/updateLog.ts'],
    ['server/sync/guard.ts', 'server/sync/content.ts'],
    ['server/meeting/prepare.ts', 'server/sync/index.ts'],
    ['web/lib/state/meeting.svelte.ts', 'shared/live.ts'],
    ['shared/plan/doc.ts', 'yjs'],
  ])('and lets through what the table allows: %s → %s', (from, to) => {
    expect(foreignImports([{ from, to } satisfies Import])).toEqual([]);
  });
});

describe('every word on screen stands in the catalogue', () => {
  test('no page, part or state writes Norwegian itself', () => {
    const why = 'Whoever reads English or nynorsk would see this: put it into shared/words, in all three languages.';
    expect(norwegianOfPages(), why).toEqual([]);
  });

  test.each([
    "const title = 'Møte';",
    '<p>Nå er det din tur</p>',
    '<button aria-label="Gå ut">',
    '<q>«{said}»</q>',
    "href('https://example.no/på')",
  ])('the check can fail: %s', (line) => {
    expect(norwegianIn(line)).toEqual([line]);
  });

  test.each(['/** `Møte` */', '// før møtet', '<!-- på papir -->', "word.replaceAll('ø', 'o')", '/*\n * Åse\n */'])(
    'and lets comments and letters be: %s',
    (line) => {
      expect(norwegianIn(line)).toEqual([]);
    },
  );
});
