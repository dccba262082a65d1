import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
const ALIASES: Readonly<Record<string, string>> = { '#shared/': 'shared/', '#server/': 'server/', '#lib/': 'web/lib/' };

/** The guard and what it reads updates with: it judges bytes, and knows nobody who sends or keeps them. */
const GUARD = ['guard', 'clientIds', 'clocks', 'content', 'effort', 'limits', 'placement', 'retold', 'updateBytes'].map(
  (noun) => `server/sync/${noun}.ts`,
);

/**
 * The table: files whose path starts so may import files whose path starts so, and packages where packages are named.
 * The first entry that fits a file counts; within its own folder every file may import every other.
 */
const TABLE: readonly { from: string; may: readonly string[]; packages?: readonly string[] }[] = [
  { from: 'shared/', may: ['shared/'], packages: ['zod/mini', 'yjs', 'fractional-indexing'] },
  { from: 'web/build.ts', may: [] },
  { from: 'web/', may: ['web/', 'shared/'] },
  ...GUARD.map((from) => ({ from, may: ['shared/', ...GUARD] })),
  {
    from: 'server/sync/',
    may: ['shared/', 'server/sync/', 'server/store/', 'server/access/participant.ts', 'server/engine.ts'],
  },
  { from: 'server/store/', may: ['shared/', 'server/store/'] },
  { from: 'server/access/', may: ['shared/', 'server/access/', 'server/store/'] },
  { from: 'server/audit/', may: ['shared/', 'server/audit/', 'server/store/'] },
  { from: 'server/export/', may: ['shared/', 'server/export/'] },
  { from: 'server/calendar/', may: ['shared/', 'server/calendar/'] },
  { from: 'server/mail/', may: ['shared/', 'server/mail/'] },
  {
    from: 'server/meeting/appointment',
    may: [
      ...['shared/', 'server/meeting/', 'server/store/', 'server/access/', 'server/audit/'],
      ...['server/mail/', 'server/calendar/'],
    ],
  },
  {
    from: 'server/meeting/',
    may: ['shared/', 'server/meeting/', 'server/store/', 'server/access/', 'server/audit/', 'server/sync/index.ts'],
  },
  {
    from: 'server/agreement/',
    may: ['shared/', 'server/agreement/', 'server/store/', 'server/access/', 'server/audit/', 'server/meeting/'],
  },
  {
    from: 'server/delivery/',
    may: [
      ...['shared/', 'server/delivery/', 'server/store/', 'server/access/', 'server/audit/', 'server/meeting/'],
      'server/agreement/versions.ts',
    ],
  },
  { from: 'server/live/', may: ['shared/', 'server/live/', 'server/access/', 'server/meeting/', 'server/engine.ts'] },
  {
    from: 'server/demo/',
    may: ['shared/', 'server/demo/', 'server/store/', 'server/access/', 'server/meeting/', 'server/sync/index.ts'],
  },
  {
    from: 'server/http/',
    may: [
      ...['shared/', 'server/http/', 'server/access/', 'server/audit/', 'server/meeting/', 'server/agreement/'],
      ...['server/delivery/', 'server/demo/'],
    ],
  },
  { from: 'server/engine.ts', may: ['shared/', 'server/sync/allowance.ts'] },
  { from: 'server/config.ts', may: ['shared/', 'server/mail/mail.ts', 'server/delivery/receiver.ts'] },
  { from: 'server/app.ts', may: ['shared/', 'server/http/', 'server/access/'] },
  { from: 'server/', may: ['shared/', 'server/'] },
];

/** Imported by nobody but each other and the tests. */
const THE_TOP = [
  'server/main.ts',
  'server/program.ts',
  'server/house.ts',
  'server/floors.ts',
  'server/routes.ts',
  'server/app.ts',
  'server/config.ts',
  'server/web.ts',
];

export interface Import {
  /** Path from the top of the house. */
  from: string;
  /** The same, or the name of a package. */
  to: string;
}

/** Every TypeScript and Svelte source of the three rooms, as paths from the top of the house. */
export function sourceFiles(): string[] {
  return ['shared', 'server', 'web'].flatMap((room) =>
    readdirSync(join(HOUSE, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('.svelte-kit') && !file.includes('node_modules'))
      .map((file) => join(room, file)),
  );
}

/** What the file imports, statically or not, aliases and relative paths resolved. */
export function importsOf(from: string): Import[] {
  const source = readFileSync(join(HOUSE, from), 'utf8');
  const found = source.matchAll(
    /(?:^\s*(?:import|export)\b[^'";]*?\bfrom\s*|^\s*import\s*|\bimport\s*\(\s*)'([^']+)'/gm,
  );
  return [...found].map(([, specifier = '']) => ({ from, to: resolved(from, specifier) }));
}

/** Those of the imports that the table does not allow. */
export function foreignImports(imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to }) => !isAllowed(from, to));
}

function isAllowed(from: string, to: string): boolean {
  const rule = TABLE.find((entry) => from.startsWith(entry.from));
  if (!rule) return false;
  const isOurs = /^(shared|server|web)\//.test(to);
  if (!isOurs) return rule.packages === undefined || rule.packages.includes(to);
  if (THE_TOP.includes(to) && !THE_TOP.includes(from)) return false;
  return rule.may.some((prefix) => to.startsWith(prefix));
}

function resolved(from: string, specifier: string): string {
  const alias = Object.keys(ALIASES).find((prefix) => specifier.startsWith(prefix));
  if (alias) return ALIASES[alias] + specifier.slice(alias.length);
  if (specifier.startsWith('.')) return relative('.', normalize(join(dirname(from), specifier)));
  return specifier;
}
