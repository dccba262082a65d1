import type { ExportFormat } from '#shared/api.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { Language } from '#shared/words/language.ts';

/** Faces that are kept at hand. */
const ROOM = 40;

/** Keeps what was exported last: nothing but an addendum changes a version, and a PDF takes a processor some time. */
export function createShelf<Face>(
  make: (version: AgreedVersion, format: ExportFormat, language: Language) => Promise<Face>,
) {
  const faces = new Map<string, Promise<Face>>();
  return (version: AgreedVersion, format: ExportFormat, language: Language = 'nb'): Promise<Face> => {
    const { meeting, version: number, addenda } = version;
    const name = `${meeting.id} ${number} ${addenda.length} ${format} ${language}`;
    const face = faces.get(name) ?? make(version, format, language);
    // Last used, last in the map; the first one leaves when there is no room.
    faces.delete(name);
    faces.set(name, face);
    face.catch(() => faces.delete(name));
    const [oldest] = faces.keys();
    if (faces.size > ROOM && oldest !== undefined) faces.delete(oldest);
    return face;
  };
}
