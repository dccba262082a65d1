import type { Bundle, Composition, Resource } from '@medplum/fhirtypes';
import { SaxesParser } from 'saxes';

/** The resources of one type, with their addresses. */
export function resourcesOf<T extends Resource['resourceType']>(
  bundle: Bundle,
  type: T,
): (Extract<Resource, { resourceType: T }> & { fullUrl: string })[] {
  return (bundle.entry ?? []).flatMap(({ fullUrl = '', resource }) =>
    resource?.resourceType === type ? [{ ...(resource as Extract<Resource, { resourceType: T }>), fullUrl }] : [],
  );
}

/** The one Composition of a document. */
export function compositionIn(bundle: Bundle): Composition {
  const [entry] = bundle.entry ?? [];
  if (entry?.resource?.resourceType !== 'Composition') throw new Error('A document begins with its Composition.');
  return entry.resource;
}

/** The section of the part that goes by `key` in the registry. */
export function sectionIn(bundle: Bundle, key: string) {
  return compositionIn(bundle).section?.find(({ code }) => code?.coding?.some((coding) => coding.code === key));
}

/** Every address that a Reference somewhere in `value` points to. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'reference' in value && typeof value.reference === 'string' ? [value.reference] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

/** Every `system` of an identifier, coding or other named thing somewhere in `value`. */
export function systemsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(systemsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'system' in value && typeof value.system === 'string' ? [value.system] : [];
  return [...new Set([...own, ...Object.values(value).flatMap(systemsIn)])];
}

/** What every member called `name` somewhere in `value` holds. */
export function membersIn(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => membersIn(one, name));
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).filter(([key]) => key === name);
  return [...own.map(([, member]) => member as unknown), ...Object.values(value).flatMap((one) => membersIn(one, name))];
}

/** Where in `value` there is an empty object, list or string, or a null: FHIR has none of them, and our validator sees some only. */
export function emptiesIn(value: unknown, path = ''): string[] {
  if (value === null || value === undefined || value === '') return [path];
  if (typeof value !== 'object') return [];
  const members = Object.entries(value);
  return members.length === 0 ? [path] : members.flatMap(([key, member]) => emptiesIn(member, `${path}.${key}`));
}

/** A narrative as its reader sees it, and the elements that it is made of. @throws Error when it is not well-formed. */
export function readNarrative(div: string): { text: string; elements: string[] } {
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  const elements: string[] = [];
  parser.on('text', (words) => (text += words));
  parser.on('opentag', ({ local, uri }) => {
    if (uri !== 'http://www.w3.org/1999/xhtml') throw new Error(`<${local}> is not XHTML.`);
    if (local === 'br') text += '\n';
    elements.push(local);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(div).close();
  return { text, elements };
}

/** All narratives of the document, as read. */
export function narrativeText(bundle: Bundle): string {
  const sections = compositionIn(bundle).section ?? [];
  return sections.map(({ text }) => readNarrative(text?.div ?? '').text).join('\n');
}
