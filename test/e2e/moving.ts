import type { INVITED } from '../support/preparation.ts';
import type { Window } from '../support/windows.ts';
import { nb } from '../support/speech.ts';

/** Everybody's window in the main job. */
export type Windows = Record<'kari' | keyof typeof INVITED, Window>;

/** On to the next phase, by the facilitator's button. */
export const next = ({ page }: Window, title: string) =>
  page.getByRole('button', { name: nb.meeting.next(title) }).click();

/** Takes everyone to a phase further on or back: the facilitator looks at it, and takes the others along. */
export async function goTo({ page }: Window, title: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^\\d?\\s*${title}`) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: nb.meeting.takeAll }).click();
  await page.getByRole('button', { name: nb.meeting.takeAll }).waitFor({ state: 'detached' });
}

/** Whoever has the caret in a field is not moved, and comes along by the link; all others are there by themselves. */
export async function arrive({ page }: Window, title: string): Promise<void> {
  const there = page.getByRole('heading', { level: 1, name: title });
  const link = page.getByRole('link', { name: nb.meeting.joinThere });
  await there.or(link).first().waitFor();
  if (await link.isVisible()) await link.click();
  await there.waitFor();
}

/** All that was written in the window is stored. */
export const saved = ({ page }: Window) => page.getByText(nb.plan.saving.saved, { exact: true }).first().waitFor();
