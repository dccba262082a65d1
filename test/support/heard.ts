import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Writes down what a screen reader says of its own accord on the page from now on; ask for it when it is over. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const last = new WeakMap<Element, string>();
    const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]';
    for (const region of document.querySelectorAll(LIVE)) last.set(region, region.textContent.trim());
    const look = () => {
      for (const region of document.querySelectorAll(LIVE)) {
        const words = region.textContent.trim();
        if (words && words !== last.get(region) && region.checkVisibility()) heard.push(words);
        last.set(region, words);
      }
    };
    new MutationObserver(look).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true },
      ...{ attributes: true, attributeFilter: ['aria-live', 'role', 'hidden'] },
    });
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

/** Does `act` so many times, spread evenly over so many milliseconds, as people do who type. */
export async function spread(times: number, ms: number, act: (number: number) => void): Promise<void> {
  for (let number = 0; number < times; number += 1) {
    act(number);
    await pause(ms / times);
  }
}
