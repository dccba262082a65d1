/** Who wrote the patient's words down. `others` are one or more, each by `person`. */
export const behalf = {
  /** `Line (pårørende)`. */
  person: (name: string, role: string) => `${name} (${role})`,
  for: (others: string, patient: string) => `Skrevet av ${others} på vegne av ${patient}`,
  /** The same, said to the patient. */
  forYou: (others: string) => `Skrevet av ${others} på vegne av deg`,
  with: (everyone: string) => `${everyone} har skrevet dette`,
  partly: (others: string) => `${others} har skrevet noe av dette`,
  others: (others: string) => `Skrevet av ${others}`,
  you: 'Du',
  /** Before one writes. */
  youWrite: (patient: string) => `Du skriver på vegne av ${patient}. Det blir vist.`,
};
