import type { TemplateVersion } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import type { PhaseId } from '#shared/ids.ts';
import type { Template } from '#shared/meeting/template.ts';
import type { Api } from './api.ts';
import { faultsOf, type Fault } from './templateDraftFaults.ts';
import { formOf, newPhase, templateFrom, type PhaseForm, type TemplateForm } from './templateDraftForm.ts';
import { Trying } from './trying.svelte.ts';

type TemplateApi = Pick<Api, 'template' | 'templateVersions' | 'changeTemplate'>;

/** One template while somebody changes it. What is written stays until it is saved, whatever the server says. */
export class TemplateDraft {
  /** What the fields hold. */
  form: TemplateForm;
  #saved: Template;
  #versions: readonly TemplateVersion[];
  #looked = $state.raw<Template | null>(null);
  #newer = $state.raw<number | null>(null);
  /** Nothing is called wrong before somebody has tried to save it. */
  #asked = $state.raw(false);
  readonly #api: TemplateApi;
  readonly trying = new Trying();
  /** Apart, so that looking at an old version does not wait for saving. */
  readonly looking = new Trying();
  readonly template: Template = $derived.by(() => templateFrom(this.form, this.#saved));
  readonly #words = $derived(JSON.stringify(this.template));
  readonly #savedWords = $derived.by(() => JSON.stringify(templateFrom(formOf(this.#saved), this.#saved)));
  readonly isDirty = $derived(this.#words !== this.#savedWords);
  readonly faults: readonly Fault[] = $derived(this.#asked ? faultsOf(this.template) : []);
  readonly minutes = $derived.by(() => this.form.phases.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0));

  constructor(api: TemplateApi, template: Template, versions: readonly TemplateVersion[]) {
    this.#api = api;
    this.#saved = $state.raw(template);
    this.#versions = $state.raw(versions);
    this.form = $state(formOf(template));
  }

  /** The version that was on screen when the change began. */
  get version(): number {
    return this.#saved.version;
  }

  /** The newest first. */
  get versions(): readonly TemplateVersion[] {
    return this.#versions;
  }

  /** The older version that one looks at. */
  get looked(): Template | null {
    return this.#looked;
  }

  /** The version that somebody else has saved meanwhile; null when nobody has. */
  get newer(): number | null {
    return this.#newer;
  }

  addPhase(): PhaseForm {
    this.form.phases.push(newPhase(this.form.phases));
    return this.form.phases.at(-1)!;
  }

  removePhase(id: PhaseId): void {
    this.form.phases = this.form.phases.filter((phase) => phase.id !== id);
  }

  /** Whether it is saved: not when something is wrong, which `faults` then says, or when the server refused. */
  async save(): Promise<boolean> {
    this.#asked = true;
    if (this.faults.length > 0) return false;
    return this.#send(this.template, this.version);
  }

  /** Saves on top of what somebody else has saved meanwhile, which stays as a version of its own. */
  async saveAnyway(): Promise<boolean> {
    this.#asked = true;
    if (this.faults.length > 0) return false;
    return this.#send(this.template, this.#newer ?? this.version);
  }

  /** Fetches an older version, to be looked at. */
  async look(version: number): Promise<void> {
    await this.looking.try(async () => {
      this.#looked = await this.#api.template(this.#saved.id, version);
    });
  }

  forgetLooked(): void {
    this.#looked = null;
  }

  /** Makes an older version the newest, and puts it into the fields: what was not saved there is gone. */
  async bringBack(version: number): Promise<boolean> {
    let old: Template | null = null;
    const isThere = await this.trying.try(async () => {
      old = await this.#api.template(this.#saved.id, version);
    });
    if (!isThere || old === null || !(await this.#send(old, this.#newer ?? this.version))) return false;
    this.form = formOf(this.#saved);
    this.#looked = null;
    return true;
  }

  async #send(template: Template, basedOn: number): Promise<boolean> {
    return this.trying.try(async () => {
      try {
        this.#saved = await this.#api.changeTemplate({ basedOn, template });
        this.#newer = null;
        this.#asked = false;
      } catch (refused) {
        if (refused instanceof AppError && refused.code === 'changed') this.#newer = Number(refused.extra['version']);
        throw refused;
      } finally {
        this.#versions = await this.#api.templateVersions(this.#saved.id).catch(() => this.#versions);
      }
    });
  }
}

/** Swaps an entry of a list with the one before (`-1`) or after (`1`) it; nothing where there is none. */
export function moveEntry<T>(list: T[], index: number, way: -1 | 1): void {
  const [entry, other] = [list[index], list[index + way]];
  if (entry === undefined || other === undefined) return;
  list[index] = other;
  list[index + way] = entry;
}
