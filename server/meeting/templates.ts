import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { Template } from '#shared/meeting/template.ts';

/** The templates that come with the house. */
export interface Templates {
  all(): readonly Template[];
  /** @throws AppError `bad-input` when there is none of that id. */
  get(id: string): Template;
}

const FOLDER = fileURLToPath(new URL('../../shared/meeting/templates/', import.meta.url));

/** Reads every template of the folder. @throws Error that names the file and the place in it that is wrong. */
export function readTemplates(folder: string = FOLDER): Templates {
  const templates = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const parsed = Template.safeParse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
      if (!parsed.success) throw new Error(`The template ${file} is not right:\n${z.prettifyError(parsed.error)}`);
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
