import { sql, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { Template } from '#shared/meeting/template.ts';
import type { Chance } from '#server/access/secrets.ts';
import type { TemplateRow, Tables } from '#server/store/tables.ts';
import { templateSummary, type Maker, type ShippedTemplates, type Templates } from './templates.ts';

/** How many templates one organisation may have, and how many versions one template. */
export const OWN_LIMITS = { templates: 100, versions: 500 } as const;

const NONE = 'There is no such template for you.';

/** What a row says: the template, and the name of whoever saved it. */
const Body = z.strictObject({ template: Template, by: z.string() });

export interface TemplatesParts {
  db: Kysely<Tables>;
  shipped: ShippedTemplates;
  chance: Chance;
  now: () => number;
}

/** The templates of the house, and those of its users, which stand in the store version by version. */
export function createTemplates({ db, shipped, chance, now }: TemplatesParts): Templates {
  const shippedOne = (id: string) => shipped.all().find((template) => template.id === id);

  const find = async (by: Maker, id: string, version?: number): Promise<Template | undefined> => {
    const ours = shippedOne(id);
    if (ours) return version === undefined || version === ours.version ? ours : undefined;
    const row = await rowAt(db, by, id, version);
    return row && bodyOf(row).template;
  };

  const read = async (by: Maker, id: string, version?: number) => {
    const template = await find(by, id, version);
    if (!template) throw new AppError('not-found', NONE);
    return template;
  };

  return {
    read,

    async list(by) {
      const rows = await newestOf(db, by);
      const own = rows.map((row) => templateSummary(bodyOf(row).template, false));
      return [...shipped.all().map((template) => templateSummary(template, true)), ...own];
    },

    async get(by, id) {
      const template = await find(by, id);
      if (!template) throw new AppError('bad-input', `There is no template ${id}.`);
      return template;
    },

    async versions(by, id) {
      const ours = shippedOne(id);
      if (ours) return [{ version: ours.version, at: null, by: null }];
      const rows = await ofMaker(db, by)
        .where('id', '=', id)
        .orderBy('version', 'desc')
        .select(['version', 'made_at as at', sql<string>`json_extract(body, '$.by')`.as('by')])
        .execute();
      if (!rows.length) throw new AppError('not-found', NONE);
      return rows;
    },

    async copy(by, copyOf, title) {
      const original = await read(by, copyOf);
      if ((await newestOf(db, by)).length >= OWN_LIMITS.templates)
        throw new AppError('too-many', `There can be ${OWN_LIMITS.templates} templates.`);
      const template = { ...original, id: `t-${chance.mint()}`, version: 1, title: { nb: title } };
      return add(db, by, Template.parse(template), now());
    },

    async change(by, id, basedOn, template) {
      if (shippedOne(id)) throw new AppError('forbidden', 'It comes with the house. Make a copy and change that.');
      if (template.id !== id) throw new AppError('bad-input', 'This is another template than the one to change.');
      return db.transaction().execute((store) => addNext(store, by, basedOn, template, now()));
    },
  };
}

/** The version after `basedOn`, unless somebody else has made that. */
async function addNext(store: Kysely<Tables>, by: Maker, basedOn: number, template: Template, at: number) {
  const row = await rowAt(store, by, template.id);
  if (!row) throw new AppError('not-found', NONE);
  const { version } = row;
  if (version !== basedOn) throw new AppError('changed', 'Somebody has changed it since.', { version });
  if (version >= OWN_LIMITS.versions)
    throw new AppError('too-many', `There can be ${OWN_LIMITS.versions} versions. Make a copy.`);
  return add(store, by, { ...template, version: version + 1 }, at);
}

async function add(store: Kysely<Tables>, by: Maker, template: Template, at: number): Promise<Template> {
  const body = JSON.stringify({ template, by: by.name } satisfies z.infer<typeof Body>);
  const whose = { organisation: by.organisation, made_by: by.person, made_at: at };
  await store
    .insertInto('templates')
    .values({ id: template.id, version: template.version, body, ...whose })
    .execute();
  return template;
}

/** The rows that `by` may see: those of the organisation, or of the person where there is none. */
function ofMaker(store: Kysely<Tables>, by: Maker) {
  const rows = store.selectFrom('templates');
  return by.organisation === null
    ? rows.where('organisation', 'is', null).where('made_by', '=', by.person)
    : rows.where('organisation', '=', by.organisation);
}

/** One version, or the newest. */
function rowAt(store: Kysely<Tables>, by: Maker, id: string, version?: number) {
  const rows = ofMaker(store, by).where('id', '=', id).orderBy('version', 'desc').limit(1).selectAll();
  return (version === undefined ? rows : rows.where('version', '=', version)).executeTakeFirst();
}

/** The newest version of each, by when it was first made. What older versions say is not read: that can be a great deal. */
async function newestOf(db: Kysely<Tables>, by: Maker): Promise<Selectable<TemplateRow>[]> {
  const newest = db
    .selectFrom('templates')
    .select(({ fn }) => ['templates.id as of', fn.max('version').as('newest'), sql<number>`min(rowid)`.as('place')])
    .groupBy('templates.id')
    .as('newest');
  return ofMaker(db, by)
    .innerJoin(newest, (join) => join.onRef('of', '=', 'templates.id').onRef('newest', '=', 'templates.version'))
    .orderBy('place')
    .selectAll('templates')
    .execute();
}

function bodyOf(row: Selectable<TemplateRow>): z.infer<typeof Body> {
  return Body.parse(JSON.parse(row.body));
}
