import { SERVICES } from '#shared/plan/codes.ts';

type Code = keyof typeof SERVICES;

/** The services of Volven 9151 as people look for them. */
const GROUPS = {
  home: ['15', '1', '2', '3', '5'],
  safety: ['6', '28', '27', '26'],
  day: ['4', '17', '9'],
  stay: ['18', '19', '20', '22', '25', '21'],
  relief: ['7', '8', '11'],
  else: ['29', 'other'],
} as const satisfies Record<string, readonly Code[]>;

export type ServiceGroup = keyof typeof GROUPS;

/** The groups in order, each with the codes in it; a code that no group names is in the last. */
export function serviceGroups(codes: readonly string[]): { group: ServiceGroup; codes: string[] }[] {
  const named: readonly string[] = Object.values(GROUPS).flat();
  const groups = Object.entries(GROUPS) as [ServiceGroup, readonly string[]][];
  return groups.map(([group, ours]) => ({
    group,
    codes: [
      ...ours.filter((code) => codes.includes(code)),
      ...(group === 'else' ? codes.filter((code) => !named.includes(code)) : []),
    ],
  }));
}
