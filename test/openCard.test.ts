// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ParticipantId } from '#shared/ids.ts';
import { textRoot } from '#shared/plan/doc.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { NOBODY_PENNED } from '#lib/state/pens.ts';
import type { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { aase } from '#server/demo/aase.ts';
import Page from './support/Page.svelte';
import { soloPart } from './support/soloPart.ts';
import { until } from './support/until.ts';
import { nb } from './support/speech.ts';

const kari = { participant: 'k'.repeat(22) as ParticipantId, role: 'hospital' as const, profession: 'nurse' as const };

/** Kari, with one part of the plan on her screen. */
async function kariAt<K extends SectionKey>(key: K, value: Plan[K] = aase.plan[key]) {
  const { part, doc } = soloPart(key, kari, value);
  const plan = { part: () => part, me: kari, penned: NOBODY_PENNED } as unknown as SharedPlan;
  const page = mount(Page, { target: document.body, props: { plan, section: key } });
  onTestFinished(async () => {
    await unmount(page);
    part.close();
  });
  await until(() => part.loaded, 'the part to arrive');
  await until(() => found('.part :is(textarea, select, dl, li, table)').length > 0, 'its face');
  flushSync();
  const become = (role: 'hospital' | 'municipality' | 'patient') => {
    part.setMe({ ...kari, role });
    flushSync();
  };
  return { part, doc, become };
}

const found = (selector: string) => document.querySelectorAll<HTMLElement>(selector);
const field = () => document.querySelector('textarea') as HTMLTextAreaElement;
const isLocked = () => document.body.textContent.includes(nb.plan.locked);

describe('a right that changes while one has the part open', () => {
  test('leaves the field, the focus and the caret where they are; one can read on, and that is said', async () => {
    const { doc, become } = await kariAt('needs');
    const before = field();
    before.focus();
    before.setSelectionRange(5, 5);
    expect([before.readOnly, isLocked()]).toEqual([false, false]);
    become('patient');
    expect(field()).toBe(before);
    expect(document.activeElement).toBe(before);
    expect([before.readOnly, before.disabled, before.selectionStart]).toEqual([true, false, 5]);
    expect(document.querySelector('[role="status"]')?.textContent).toContain(nb.plan.locked);
    textRoot(doc).insert(0, 'Nå: ');
    expect(before.value).toMatch(/^Nå: /);
    expect(before.selectionStart).toBe(9);
    become('hospital');
    expect(field()).toBe(before);
    expect([before.readOnly, isLocked()]).toEqual([false, false]);
  });

  test('takes the buttons of rows away and leaves the form, in which nothing can be answered', async () => {
    const row = { id: 'a', kind: null, what: 'Gå i trapp', who: '', when: '' };
    const { become, part } = await kariAt('training', [row]);
    const { length } = found('textarea, input, select');
    expect([found('[data-add]').length, found('[data-delete]').length]).toEqual([1, 1]);
    become('patient');
    expect([found('[data-add]').length, found('[data-delete]').length]).toEqual([0, 0]);
    expect(found('textarea, input, select')).toHaveLength(length);
    const open = [...found('textarea, input, select')].filter(
      (one) => !one.hasAttribute('readonly') && !one.closest('fieldset[disabled]'),
    );
    expect(open).toEqual([]);
    expect(part.list?.add()).toBeNull();
    become('municipality');
    expect(found('[data-add]')).toHaveLength(1);
  });

  test('shows no form to those who never could write here', async () => {
    const { become } = await kariAt('services');
    expect(found('textarea, input')).toHaveLength(0);
    become('patient');
    expect([found('textarea, input').length, isLocked()]).toEqual([0, false]);
  });
});
