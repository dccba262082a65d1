import type { Speech } from '#lib/state/words.svelte.ts';
import { FunctionArea } from '#shared/plan/rows.ts';

/** What an area is called, also when nobody has said yet which it is. */
export function areaName(area: string | null, speech: Pick<Speech, 'words' | 'say'>): string {
  const options: Readonly<Record<string, Parameters<Speech['say']>[0]>> = FunctionArea.area.options;
  const option = area === null ? undefined : options[area];
  return option ? speech.say(option) : speech.words.plan.function.noArea;
}
