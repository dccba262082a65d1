import type { ExportFormat } from '#shared/api.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { MeetingId } from '#shared/ids.ts';
import type { Language } from '#shared/words/language.ts';

/** Faces that are kept at hand. */
const ROOM = 40;

/** Keeps what was exported last: nothing but an addendum changes a version, and a PDF takes a processor some time. */
export function createShelf<Face>(
  make: (version: AgreedVersion, format: ExportFormat, language: Language) => Promise<Face>,
) {
  const faces = new Map<string, Promise<Face>>();
  const face = (version: AgreedVersion, format: ExportFormat, language: Language = 'nb'): Promise<Face> => {
    const { meeting, version: number, addenda } = version;
    const name = `${meeting.id} ${number} ${addenda.length} ${format} ${language}`;
    const made = faces.get(name) ?? make(version, format, language);
    // Last used, last in the map; the first one leaves when there is no room.
    faces.delete(name);
    faces.set(name, made);
    made.catch(() => faces.delete(name));
    const [oldest] = faces.keys();
    if (faces.size > ROOM && oldest !== undefined) faces.delete(oldest);
    return made;
  };
  /** A meeting that is deleted has no faces left. */
  const forget = (meeting: MeetingId): void => {
    for (const name of faces.keys()) if (name.startsWith(`${meeting} `)) faces.delete(name);
  };
  return { face, forget };
}
