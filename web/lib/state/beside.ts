/** Windows beside each other: the video to the left, the workspace as a narrow one to the right. Sizes in CSS pixels. */

/** As narrow as the workspace still does everything. */
export const NARROW = 400;
/** A video narrower than this shows nobody. */
const VIDEO_AT_LEAST = 480;

/** What of a screen can be used, as `window.screen` says it. */
export interface Room {
  availLeft?: number;
  availTop?: number;
  availWidth: number;
  availHeight: number;
}

export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the video goes; null where the screen has no room for two windows. */
export function videoFrame({ availLeft = 0, availTop = 0, availWidth, availHeight }: Room): Frame | null {
  const width = availWidth - NARROW;
  return width < VIDEO_AT_LEAST ? null : { left: availLeft, top: availTop, width, height: availHeight };
}

/** Where the workspace goes beside it. */
export function workspaceFrame({ availLeft = 0, availTop = 0, availWidth, availHeight }: Room): Frame {
  return { left: availLeft + availWidth - NARROW, top: availTop, width: NARROW, height: availHeight };
}

/** As much of a browser's window as it takes. */
export type Opener = Pick<Window, 'open' | 'screen'>;

/**
 * Opens `address` beside the workspace, in a window that knows nothing of ours. Whether it did: where a browser lets no
 * window through, or the screen is small, the link has to do what links do.
 */
export function openBeside(address: string, opener: Opener): boolean {
  const frame = videoFrame(opener.screen);
  if (!frame) return false;
  const { left, top, width, height } = frame;
  // With `noopener` a browser neither says whether there is a window, nor finds it again by its name.
  const video = opener.open('', 'video', `popup,left=${left},top=${top},width=${width},height=${height}`);
  if (!video) return false;
  video.opener = null;
  video.location.href = address;
  video.focus();
  return true;
}

/** Makes this window narrow, at the right edge. Whether a browser lets it: only windows that a page has opened. */
export function makeNarrow(window: Pick<Window, 'screen' | 'resizeTo' | 'moveTo' | 'toolbar'>): boolean {
  if (window.toolbar.visible) return false;
  const { left, top, width, height } = workspaceFrame(window.screen);
  window.resizeTo(width, height);
  window.moveTo(left, top);
  return true;
}
