import { describe, expect, test } from 'vitest';
import type { Api } from '#lib/state/api.ts';
import { Joining } from '#lib/state/joining.svelte.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { MeetingId } from '#shared/ids.ts';

const TOKEN = 'a'.repeat(32);
const meeting = MeetingId.parse('M'.repeat(32));

/** A server that answers redemption with `code`, or takes it; `asked` is what it was asked. */
function serverThat(code: ErrorCode | null) {
  const asked: string[] = [];
  const api = {
    redeem: (token: string, typed: string) => {
      asked.push(`${token} ${typed}`);
      return code ? Promise.reject(new AppError(code, 'no')) : Promise.resolve();
    },
    me: () => Promise.resolve({ meeting }),
  } as unknown as Api;
  return { api, asked };
}

describe('joining', () => {
  test('the code opens the meeting, also when it was typed with a space', async () => {
    const { api, asked } = serverThat(null);
    expect(await new Joining(api, TOKEN).join(' 408 727 ')).toBe(meeting);
    expect(asked).toEqual([`${TOKEN} 408727`]);
  });

  test('what is no code is never sent, so that no try is lost', async () => {
    const { api, asked } = serverThat(null);
    const joining = new Joining(api, TOKEN);
    expect(await joining.join('4087')).toBeNull();
    expect(joining.malformed).toBe(true);
    expect(asked).toEqual([]);
  });

  test.each([
    ['wrong-code', 'wrong-code'],
    ['gone', 'gone'],
    ['not-found', 'not-found'],
    ['too-many', 'too-many'],
    ['unavailable', 'other'],
    ['internal', 'other'],
  ] as const)('a refusal as %s is told as %s, and one may try again', async (code, told) => {
    const joining = new Joining(serverThat(code).api, TOKEN);
    expect(await joining.join('123456')).toBeNull();
    expect(joining.refusal).toBe(told);
    expect(joining.busy).toBe(false);
  });

  test('a link without its end has no token', () => {
    expect(new Joining(serverThat(null).api, 'kort').token).toBeNull();
    expect(new Joining(serverThat(null).api, TOKEN).token).toBe(TOKEN);
  });
});
