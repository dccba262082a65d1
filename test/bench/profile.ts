import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** As much of a CPU profile of V8 as is read here. Times in µs of the steady clock. */
const Profile = z.object({
  startTime: z.number(),
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type Profile = z.infer<typeof Profile>;

const LINES = 20;

/** The functions in which the server spent the window, each by itself, from the profile in `folder`; one in a line. */
export async function topOfProfile(folder: string, window: readonly [number, number]): Promise<string> {
  const name = (await readdir(folder))
    .filter((file) => file.endsWith('.cpuprofile'))
    .toSorted()
    .at(-1);
  if (!name) return 'No profile was left: the server was killed before it could.';
  const profile = Profile.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
  const shares = [...selfTimes(profile, window)].toSorted(([, a], [, b]) => b - a);
  const whole = shares.reduce((sum, [, micros]) => sum + micros, 0);
  return shares
    .slice(0, LINES)
    .map(([place, micros]) => `  ${((100 * micros) / whole).toFixed(1).padStart(5)} %  ${place}`)
    .join('\n');
}

/** µs in each function itself, between the edges of the window. */
export function selfTimes(profile: Profile, [from, until]: readonly [number, number]): Map<string, number> {
  const places = new Map(profile.nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const times = new Map<string, number>();
  let at = profile.startTime;
  profile.samples.forEach((id, index) => {
    const micros = profile.timeDeltas[index] ?? 0;
    at += micros;
    const place = places.get(id);
    if (at >= from && at < until && place !== undefined) times.set(place, (times.get(place) ?? 0) + micros);
  });
  return times;
}

function placeOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const file = url.split('/').slice(-2).join('/');
  return `${functionName || '(anonymous)'}${file ? ` ${file}:${lineNumber + 1}` : ''}`;
}
