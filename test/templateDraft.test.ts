import { describe, expect, test } from 'vitest';
import type { TemplateChange } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import type { Template } from '#shared/meeting/template.ts';
import { moveEntry, TemplateDraft } from '#lib/state/templateDraft.svelte.ts';
import { newPoint } from '#lib/state/templateDraftForm.ts';
import { readTemplates } from '#server/meeting/templates.ts';

const template = readTemplates().get('short-discharge');

/** A server that keeps versions; `elsewhere` is somebody else who saves. */
function drafting() {
  const kept: Template[] = [template];
  const sent: TemplateChange[] = [];
  const take = (changed: Template) => {
    kept.push({ ...changed, version: kept.length + 1 });
    return kept.at(-1)!;
  };
  const state = { offline: false };
  const api = {
    template: (_id: string, version?: number) => Promise.resolve(kept[(version ?? kept.length) - 1]!),
    templateVersions: () => Promise.resolve(kept.map(({ version }) => ({ version, at: 0, by: 'Kari' })).toReversed()),
    changeTemplate: (change: TemplateChange) => {
      sent.push(change);
      if (state.offline) return Promise.reject(new AppError('unavailable', 'no answer'));
      if (change.basedOn !== kept.length)
        return Promise.reject(new AppError('changed', 'late', { version: kept.length }));
      return Promise.resolve(take(change.template));
    },
  };
  const draft = new TemplateDraft(api, template, [{ version: 1, at: 0, by: 'Kari' }]);
  return { draft, sent, kept, state, elsewhere: (title: string) => take({ ...template, title: { nb: title } }) };
}

describe('a template that somebody changes', () => {
  test('has nothing to save before something is changed, nor when it is changed back', () => {
    const { draft } = drafting();
    expect(draft.isDirty).toBe(false);
    expect(draft.template).toEqual(template);
    draft.form.title.nb = 'Vårt møte';
    expect(draft.isDirty).toBe(true);
    draft.form.title.nb = `${template.title.nb} `;
    expect(draft.isDirty).toBe(false);
  });

  test('is saved as it stands: order, minutes, texts, points; and then there is nothing to save', async () => {
    const { draft, kept } = drafting();
    moveEntry(draft.form.phases, 1, -1);
    draft.form.phases[0]!.minutes = 12;
    draft.form.phases[0]!.prompt.nn = '  ';
    draft.form.checklist.push({ ...newPoint(draft.form.checklist), nb: 'Nøkkelen er hentet' });
    expect(draft.minutes).toBe(30);
    expect(await draft.save()).toBe(true);
    const saved = kept[1]!;
    expect(saved.phases.map(({ id }) => id).slice(0, 2)).toEqual(['now', 'what-matters']);
    expect([saved.phases[0]?.minutes, saved.phases[0]?.prompt.nn]).toEqual([12, undefined]);
    expect(saved.checklist.at(-1)).toEqual({ nb: 'Nøkkelen er hentet' });
    expect([draft.isDirty, draft.version, draft.versions[0]?.version]).toEqual([false, 2, 2]);
  });

  test('moves nothing past the ends', () => {
    const { draft } = drafting();
    moveEntry(draft.form.phases, 0, -1);
    moveEntry(draft.form.phases, draft.form.phases.length - 1, 1);
    expect(draft.isDirty).toBe(false);
  });

  test('says what is wrong at its place when one wants to save, and not before; nothing is sent', async () => {
    const { draft, sent } = drafting();
    const phase = draft.addPhase();
    draft.form.phases[0]!.firstSpeaker = 'hospital';
    draft.form.phases[1]!.minutes = null;
    draft.form.phases[2]!.patient.question.nb = 'x'.repeat(121);
    expect(draft.faults).toEqual([]);
    expect(await draft.save()).toBe(false);
    expect(sent).toEqual([]);
    const told = () => draft.faults.map(({ place, kind, max }) => [place, kind, max]);
    expect(told()).toEqual(
      expect.arrayContaining([
        ['phases[1].minutes', 'minutes', 90],
        ['phases[2].patient.question.nb', 'long', 120],
        ['phases[5].title.nb', 'empty', 0],
      ]),
    );
    draft.removePhase(phase.id);
    draft.form.phases[1]!.minutes = 4;
    draft.form.phases[2]!.patient.question.nb = 'Hva trenger du?';
    expect(told()).toEqual([['phases[0].firstSpeaker', 'patient-first', 0]]);
    draft.form.phases[0]!.firstSpeaker = 'patient';
    expect(await draft.save()).toBe(true);
  });

  test('gives a new phase an id of its own, also after another was taken away', () => {
    const { draft } = drafting();
    const ids = [draft.addPhase(), draft.addPhase()].map(({ id }) => id);
    draft.removePhase(ids[0]!);
    draft.addPhase();
    const all = draft.form.phases.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  test('keeps its text when somebody else was faster, and is saved on top of theirs when one says so', async () => {
    const { draft, kept, elsewhere } = drafting();
    draft.form.title.nb = 'Min tittel';
    elsewhere('Deres tittel');
    expect(await draft.save()).toBe(false);
    expect([draft.trying.refused, draft.newer, draft.form.title.nb]).toEqual(['changed', 2, 'Min tittel']);
    expect(await draft.save(), 'saving again does not slip past the warning').toBe(false);
    expect(await draft.saveAnyway()).toBe(true);
    expect(kept.map(({ title }) => title.nb)).toEqual([template.title.nb, 'Deres tittel', 'Min tittel']);
    expect([draft.newer, draft.isDirty]).toEqual([null, false]);
  });

  test('keeps its text when there is no answer', async () => {
    const { draft, state } = drafting();
    draft.form.title.nb = 'Min tittel';
    state.offline = true;
    expect(await draft.save()).toBe(false);
    expect([draft.trying.refused, draft.newer, draft.isDirty]).toEqual(['unavailable', null, true]);
    state.offline = false;
    expect(await draft.save()).toBe(true);
  });

  test('shows an older version, and brings it back as the newest', async () => {
    const { draft, kept } = drafting();
    draft.form.title.nb = 'Ny tittel';
    await draft.save();
    await draft.look(1);
    expect(draft.looked?.title.nb).toBe(template.title.nb);
    expect(draft.form.title.nb).toBe('Ny tittel');
    expect(await draft.bringBack(1)).toBe(true);
    expect([draft.version, draft.form.title.nb, draft.looked, draft.isDirty]).toEqual([
      ...[3, template.title.nb, null, false],
    ]);
    expect(kept.map(({ title }) => title.nb)).toEqual([template.title.nb, 'Ny tittel', template.title.nb]);
  });
});
