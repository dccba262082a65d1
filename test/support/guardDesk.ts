import { expect } from 'vitest';
import * as Y from 'yjs';
import { ParticipantId } from '#shared/ids.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { ClientIds, type Owner } from '#server/sync/clientIds.ts';
import { Guard, type Verdict } from '#server/sync/guard.ts';
import type { Scene } from './scenes.ts';

export const kari = ParticipantId.parse('kari-nordmann-aaaaaaaaaaaa');
export const mona = ParticipantId.parse('mona-berg-aaaaaaaaaaaaaaaa');

/** A guard of one document, and what it has accepted. */
export interface GuardDesk {
  guard: Guard;
  ids: ClientIds;
  judge(update: Uint8Array, owner?: Owner, mayWrite?: boolean): Verdict;
  /** Everything that was accepted, to compare. */
  state(): unknown;
}

/** A guard of an empty document, of which `bytes` are stored already. */
export function guardOf(key: SectionKey, bytes = 0): GuardDesk {
  const ids = new ClientIds();
  const accepted: Uint8Array[] = [];
  const retrace = () => {
    const doc = new Y.Doc();
    for (const update of accepted) Y.applyUpdate(doc, update);
    return doc;
  };
  const guard = new Guard({ kind: section(key).kind, ids, bytes, retrace });
  return {
    ...{ guard, ids },
    judge(update, owner = mona, mayWrite = true) {
      const verdict = guard.judge(update, { owner, mayWrite });
      if (verdict.kind === 'news') accepted.push(verdict.update);
      return verdict;
    },
    state: () => Y.encodeStateAsUpdate(guard.copy()),
  };
}

/** A guard that has taken what Kari and Mona wrote. */
export function deskOf(scene: Scene): GuardDesk {
  const desk = guardOf(scene.section);
  expect(desk.judge(scene.kari, kari).kind).toBe('news');
  expect(desk.judge(scene.mona, mona).kind).toBe('news');
  return desk;
}

/** The text that was accepted. */
export const textOf = ({ guard }: GuardDesk): string => textRoot(guard.copy()).toJSON();
