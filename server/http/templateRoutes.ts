import { z } from 'zod';
import { TemplateChange, TemplateCopy } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import type { Templates } from '#server/meeting/templates.ts';
import { nothing, staff, type Route } from './route.ts';

const Asked = z.object({ version: z.coerce.number().int().min(1).optional() });

/** Templates are for staff who signed in; whose they are decides what each of them gets. */
export function templateRoutes(templates: Templates): Route[] {
  return [
    staff('get', '/api/templates', nothing, async ({ session }) => ({
      status: 200,
      body: await templates.list(session),
    })),

    staff('post', '/api/templates', TemplateCopy, async ({ session, body }) => ({
      status: 201,
      body: await templates.copy(session, body.copyOf, body.title),
    })),

    staff('get', '/api/templates/:id', nothing, async ({ session, params, query }) => {
      const asked = Asked.safeParse(query);
      if (!asked.success) throw new AppError('bad-input', 'A version is a whole number from 1.');
      return { status: 200, body: await templates.read(session, params['id'] ?? '', asked.data.version) };
    }),

    staff('get', '/api/templates/:id/versions', nothing, async ({ session, params }) => ({
      status: 200,
      body: await templates.versions(session, params['id'] ?? ''),
    })),

    staff('put', '/api/templates/:id', TemplateChange, async ({ session, params, body }) => ({
      status: 200,
      body: await templates.change(session, params['id'] ?? '', body.basedOn, body.template),
    })),
  ];
}
