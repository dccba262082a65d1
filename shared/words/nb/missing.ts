/** What stands between the plan and agreement, in words. `labels` are the names of fields, in lower case. */
export const missing = {
  title: 'Mangler før dere kan bli enige',
  none: 'Alt som må være med, er på plass.',
  waiting: 'Vi ser etter hva som mangler …',
  count: (done: number, all: number) => `${done} av ${all} deler på plass`,
  mine: 'Du kan skrive',
  everyone: 'Alle kan skrive',
  advice: {
    'not-written': () => 'ikke skrevet ennå',
    'not-answered': (labels: string) => `mangler ${labels}`,
    'no-rows': () => 'skriv minst ett punkt',
    'row-incomplete': (labels: string) => `et punkt mangler ${labels}`,
    'value-missing': (_labels: string, value: string) => `mangler ${value}`,
    'not-settled': (labels: string) => `en uenighet mangler ${labels}`,
    'not-replied': () => 'et spørsmål har ikke fått svar',
    other: () => 'er ikke ferdig',
  },
};
