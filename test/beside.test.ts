import { describe, expect, test } from 'vitest';
import { makeNarrow, NARROW, openBeside, videoFrame, workspaceFrame, type Opener } from '#lib/state/beside.ts';

const screen = { availLeft: 100, availTop: 24, availWidth: 1440, availHeight: 876 };

/** A browser that opens windows, or does not; what was asked of it. */
function browser(lets: boolean, at = screen) {
  const asked: unknown[][] = [];
  const video = { opener: 'us' as unknown, location: { href: '' }, focus: () => undefined };
  const open = (...words: unknown[]) => {
    asked.push(words);
    return lets ? video : null;
  };
  return { asked, video, opener: { open, screen: at } as unknown as Opener };
}

describe('the video beside the workspace', () => {
  test('leaves the workspace the width that it needs, and both fill the screen', () => {
    const [video, workspace] = [videoFrame(screen)!, workspaceFrame(screen)];
    expect(workspace.width).toBe(NARROW);
    expect(video.left + video.width).toBe(workspace.left);
    expect(video.width + workspace.width).toBe(screen.availWidth);
    expect([video.top, workspace.top, video.height, workspace.height]).toEqual([24, 24, 876, 876]);
  });

  test('opens in a window that knows nothing of ours', () => {
    const { asked, video, opener } = browser(true);
    expect(openBeside('https://video.example.no/1', opener)).toBe(true);
    expect(asked).toEqual([['', 'video', 'popup,left=100,top=24,width=1040,height=876']]);
    expect([video.opener, video.location.href]).toEqual([null, 'https://video.example.no/1']);
  });

  test('is left to the link where the browser opens no window, or the screen has no room for two', () => {
    expect(openBeside('https://video.example.no/1', browser(false).opener)).toBe(false);
    const small = browser(true, { ...screen, availWidth: 800 });
    expect(openBeside('https://video.example.no/1', small.opener)).toBe(false);
    expect(small.asked).toEqual([]);
  });
});

describe('making the workspace narrow', () => {
  const window = (visible: boolean) => {
    const told: number[][] = [];
    const tell = (...numbers: number[]) => void told.push(numbers);
    return {
      told,
      window: { screen: screen as unknown as Screen, toolbar: { visible }, resizeTo: tell, moveTo: tell },
    };
  };

  test('works in a window that a page has opened', () => {
    const { told, window: popup } = window(false);
    expect(makeNarrow(popup)).toBe(true);
    expect(told).toEqual([
      [400, 876],
      [1140, 24],
    ]);
  });

  test('is left to people in a browser’s own window, which pages cannot size', () => {
    const { told, window: tab } = window(true);
    expect(makeNarrow(tab)).toBe(false);
    expect(told).toEqual([]);
  });
});
