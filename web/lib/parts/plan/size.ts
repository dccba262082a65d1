/** CSS pixels as rem: room is judged by the size of the type, which readers choose. */
export function inRem(pixels: number): number {
  return pixels / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
