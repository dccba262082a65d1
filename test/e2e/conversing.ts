import type { Page } from 'playwright-core';
import type { Step } from '#lib/state/conversationSteps.ts';
import { nb } from '../support/speech.ts';

/** To a step of the conversation that the patient has before the meeting, by its address. */
export async function goToStep(page: Page, step: Step['name']): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  await page.goto(`${origin}${pathname}?vis=samtale&steg=${step}`);
  await page.getByRole('navigation', { name: nb.conversation.title }).waitFor();
}

/** The patient writes what matters most, and has the caret there. */
export async function tellStory(page: Page, words: string): Promise<void> {
  await goToStep(page, 'story');
  await page.getByRole('textbox', { name: nb.conversation.story.question }).fill(words);
}
