import { anyone, nothing, type Route } from './route.ts';

const PATH = '/api/schemas/agreed-plan';

/** For a day a reader need not ask again. */
const KEPT_S = 86_400;

/** What an export as JSON is described by, as a header. */
export const DESCRIBED_BY = { Link: `<${PATH}>; rel="describedby"; type="application/schema+json"` } as const;

/** The form of the agreed plan, for programs that read it: nothing of anybody is in it, so it is there for anyone. */
export function schemaRoutes(schemaOf: () => Promise<object>): Route[] {
  let body: string | undefined;
  return [
    anyone('get', PATH, nothing, async () => {
      body ??= `${JSON.stringify(await schemaOf(), null, 2)}\n`;
      return {
        status: 200,
        file: { body, contentType: 'application/schema+json' },
        headers: { 'Cache-Control': `public, max-age=${KEPT_S}` },
      };
    }),
  ];
}
