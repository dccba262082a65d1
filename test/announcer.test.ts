import { expect, test } from 'vitest';
import { Announcer } from '#lib/state/announcer.ts';
import { ManualWorld } from './support/manualWorld.ts';

function listener() {
  const heard: string[] = [];
  const world = new ManualWorld(() => {
    throw new Error('no sockets here');
  });
  return { heard, world, announcer: new Announcer(world, (words) => void heard.push(words)) };
}

test('200 edits of others within ten seconds are told at most three times', () => {
  const { heard, world, announcer } = listener();
  for (let edit = 0; edit < 200; edit++) {
    announcer.announceAside('Line endrer teksten du står i.');
    world.pass(50);
  }
  expect(heard.filter((words) => words !== '').length).toBeGreaterThan(1);
  expect(heard.filter((words) => words !== '').length).toBeLessThanOrEqual(3);
});

test('edits of others never take the turn of something that must be told', () => {
  const { heard, world, announcer } = listener();
  announcer.announceAside('Line endrer teksten du står i.');
  announcer.announce('Det du skriver, er ikke lagret ennå.');
  announcer.announceAside('Line endrer teksten du står i.');
  world.pass(5_000);
  expect(heard.at(-1)).toBe('Det du skriver, er ikke lagret ennå.');
});

test('the same words are heard again when they are told again', () => {
  const { heard, world, announcer } = listener();
  announcer.announceAside('Line endrer teksten du står i.');
  world.pass(20_000);
  announcer.announceAside('Line endrer teksten du står i.');
  expect(heard).toEqual(['Line endrer teksten du står i.', '', 'Line endrer teksten du står i.']);
});
