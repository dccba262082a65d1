import type { DemoSession } from '#shared/api.ts';
import type { Profession, Role } from '#shared/roles.ts';

/** Who somebody is, as a form collects it: empty where nothing was said. */
export interface WhoForm {
  name: string;
  role: Role;
  profession: Profession | '';
  organisation: string;
}

/** The form as the server takes it. A profession or workplace that does not go with the role is left out. */
export function whoFrom({ name, role, profession, organisation }: WhoForm): DemoSession {
  const works = role !== 'patient' && role !== 'kin';
  return {
    name: name.trim(),
    role,
    ...(role === 'hospital' && profession ? { profession } : {}),
    ...(works && organisation.trim() ? { organisation: organisation.trim() } : {}),
  };
}
