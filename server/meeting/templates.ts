import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TemplateSummary, TemplateVersion } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import { minutesOf, Template, wrongPlaces } from '#shared/meeting/template.ts';
import type { Session } from '#server/access/session.ts';

/** Who asks for templates: staff who signed in. */
export type Maker = Omit<Session, 'meeting'>;

/** The templates that come with the house. */
export interface ShippedTemplates {
  all(): readonly Template[];
  /** @throws AppError `bad-input` when there is none of that id. */
  get(id: string): Template;
}

/**
 * Those that come with the house, and those of the organisation of whoever asks: of the person alone, where there is
 * no organisation. To all others a template does not exist.
 */
export interface Templates {
  list(by: Maker): Promise<TemplateSummary[]>;
  /** The newest version, to make a meeting with. @throws AppError `bad-input` when there is none of that id. */
  get(by: Maker, id: string): Promise<Template>;
  /** One version, or the newest. @throws AppError `not-found` */
  read(by: Maker, id: string, version?: number): Promise<Template>;
  /** The newest first. @throws AppError `not-found` */
  versions(by: Maker, id: string): Promise<TemplateVersion[]>;
  /** A new template that says what another does. @throws AppError `not-found`, `too-many` */
  copy(by: Maker, copyOf: string, title: string): Promise<Template>;
  /**
   * The next version; what came before it stays.
   * @throws AppError `not-found`, `forbidden` for one that comes with the house, `too-many`, `bad-input` for another
   * template than `id`, `changed` with the newest `version` when that is not the one that the change is based on.
   */
  change(by: Maker, id: string, basedOn: number, template: Template): Promise<Template>;
}

const FOLDER = fileURLToPath(new URL('../../shared/meeting/templates/', import.meta.url));

/** Reads every template of the folder. @throws Error that names the file and the places in it that are wrong. */
export function readTemplates(folder: string = FOLDER): ShippedTemplates {
  const templates = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const parsed = Template.safeParse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
      if (!parsed.success)
        throw new Error(`The template ${file} is not right:\n${wrongPlaces(parsed.error).join('\n')}`);
      return parsed.data;
    });
  return {
    all: () => templates,
    get(id) {
      const template = templates.find((candidate) => candidate.id === id);
      if (!template) throw new AppError('bad-input', `There is no template ${id}.`);
      return template;
    },
  };
}

export function templateSummary(template: Template, shipped: boolean): TemplateSummary {
  const { id, title, about, version } = template;
  return {
    id,
    title: title.nb,
    about: about.nb,
    words: { title, about },
    version,
    minutes: minutesOf(template),
    shipped,
  };
}
