import type { Field } from '#shared/plan/fields.ts';

/** CSS pixels as rem: room is judged by the size of the type, which readers choose. */
export function inRem(pixels: number): number {
  return pixels / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Whether a field takes a line of the form for itself: running text, and answers that all stand on screen. */
export function needsWidth(field: Field): boolean {
  if (field.control === 'choice') return Object.keys(field.options).length > 2;
  return field.control === 'text' || (field.control === 'number' && field.max - field.min >= 10);
}
