/** `object` without the members that are undefined, empty words or empty lists: FHIR has none of them. */
export function known<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  const members = Object.entries(object).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(members) as T;
}
