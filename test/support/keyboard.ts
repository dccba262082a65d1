import type { Locator, Page } from 'playwright-core';
import { lostFocus } from './measured.ts';

/** More stops than any page has. */
const MOST = 250;

/** Somebody who has a keyboard and nothing else. Wherever the focus comes, it is looked at whether they would see it. */
export class Keyboard {
  readonly page: Page;
  /** What was wrong with a place that the focus came to, in sentences. */
  readonly found = new Set<string>();

  constructor(page: Page) {
    this.page = page;
  }

  /** Tabs on until the focus is on `target`. @throws Error when it never comes there. */
  async reach(target: Locator): Promise<void> {
    const wanted = await target.first().elementHandle();
    for (let stop = 0; stop < MOST; stop += 1) {
      if (await this.page.evaluate((one) => document.activeElement === one, wanted)) return;
      await this.#press('Tab');
    }
    throw new Error(`no way to ${target.toString()} by keyboard`);
  }

  /** Goes to a button or a link and presses it. */
  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press(key);
  }

  /** Goes to a field and types. */
  async write(field: Locator, words: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.type(words);
  }

  /** Goes into a group of radio buttons, and by arrows to one of them. */
  async choose(radio: Locator): Promise<void> {
    const wanted = await radio.elementHandle();
    const isInGroup = () =>
      this.page.evaluate(
        (one) => (document.activeElement as HTMLInputElement).name === (one as HTMLInputElement).name,
        wanted,
      );
    for (let stop = 0; stop < MOST && !(await isInGroup()); stop += 1) await this.#press('Tab');
    for (let step = 0; step < MOST; step += 1) {
      if (await this.page.evaluate((one) => document.activeElement === one, wanted)) break;
      await this.#press('ArrowDown');
    }
    if (!(await radio.isChecked())) await this.page.keyboard.press('Space');
  }

  /** Goes to a list of choices, and by arrows to the one that is called `label`. */
  async pick(select: Locator, label: string): Promise<void> {
    await this.reach(select);
    const chosen = () => select.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.label);
    const many = await select.evaluate((one) => (one as HTMLSelectElement).options.length);
    for (const key of ['ArrowUp', 'ArrowDown'])
      for (let step = 0; step < many && (await chosen()) !== label; step += 1) await this.page.keyboard.press(key);
    if ((await chosen()) !== label) throw new Error(`no way to «${label}» by arrows`);
  }

  /** Types a date or a time in the order that this browser has its parts in. */
  async writeWhen(field: Locator, value: string, orders: readonly string[]): Promise<void> {
    await this.reach(field);
    for (const typed of orders) {
      await this.page.keyboard.type(typed);
      if ((await field.inputValue()) === value) return;
      // Day, month and year are stops of their own within the field.
      const isHere = () => field.evaluate((one) => one === document.activeElement);
      for (let stop = 0; stop < MOST && (await isHere()); stop += 1) await this.#press('Shift+Tab');
      await this.reach(field);
    }
    throw new Error(`«${value}» cannot be typed`);
  }

  async #press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    for (const what of await this.page.evaluate(lostFocus)) this.found.add(what);
  }
}
