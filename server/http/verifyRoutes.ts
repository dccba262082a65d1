import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Verifying } from '#shared/agreement/verification.ts';
import { spend } from '#server/access/invitations.ts';
import type { FilePrints } from '#server/agreement/filePrints.ts';
import { anyone, type Route } from './route.ts';

/** A whole hospital may stand behind one address. */
const FILES_A_MINUTE = 60;

/** Whether a file that somebody holds is as it left us. For anyone; the file itself stays with them. */
export function verifyRoutes(prints: Pick<FilePrints, 'verify'>): Route[] {
  const asked = new RateLimiterMemory({ points: FILES_A_MINUTE, duration: 60 });
  return [
    anyone('post', '/api/verify', Verifying, async ({ body, request }) => {
      await spend(asked, request.ip ?? 'unknown');
      return { status: 200, body: await prints.verify(body) };
    }),
  ];
}
