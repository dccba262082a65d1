import { describe, expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { daysLeft, isTheirs, mayReport, restsWith, tasksOf, type Owner, type Task } from '#shared/meeting/tasks.ts';
import { blankPlan } from '#shared/plan/plan.ts';

const people: readonly Owner[] = Object.values(aase.people);
const tasks = tasksOf(aase.plan);
const taskOf = (words: string): Task => tasks.find(({ what }) => what.includes(words))!;
const task = (more: Partial<Task>): Task => ({
  ...{ id: 't', section: 'treatment', what: 'Noe', owner: '', organisation: '', due: null, when: '' },
  ...more,
});
const nina: Owner = { name: 'Nina Dahl', role: 'municipality', organisation: '  larvik  KOMMUNE ' };
const ola: Owner = { name: 'Ola Vik', role: 'municipality', organisation: 'Sandefjord kommune' };

describe('the tasks of a plan', () => {
  test('are its promises, by the ids of their rows, what is due first in front', () => {
    const { treatment, followup, services, training, disagreements } = aase.plan;
    expect(new Set(tasks.map(({ id }) => id))).toEqual(
      new Set([
        ...[...treatment, ...followup, ...disagreements].map(({ id }) => id),
        ...services.filter(({ status }) => status !== 'considered').map(({ id }) => id),
        ...training.filter(({ who }) => who !== '').map(({ id }) => id),
      ]),
    );
    const dates = tasks.map(({ due }) => due ?? 'later');
    expect(dates).toEqual(dates.toSorted());
    expect(dates[0]).toBe('2026-11-25');
    expect(taskOf('Trygghetsalarm')).toMatchObject({ section: 'services', what: 'Trygghetsalarm: Med fallsensor' });
    expect(taskOf('Time hos fastlegen')).toMatchObject({ due: '2026-12-08', when: '11:20', owner: 'Per Berg' });
  });

  test('are none of what is only considered, settled, done or not said', () => {
    const [service, disagreement, action] = [
      ...[aase.plan.services[0]!, aase.plan.disagreements[0]!, aase.plan.treatment[0]!],
    ] as const;
    const promised = { id: 'p', what: 'Ringe', who: 'Kari', organisation: '', due: null, words: '' };
    const tasksOfOne = tasksOf({
      ...blankPlan(),
      services: [
        { ...service, status: 'considered' },
        { ...service, id: 's', status: 'notRelevant' },
      ],
      disagreements: [{ ...disagreement, status: 'settled' }],
      promises: [
        { ...promised, happened: 'done' },
        { ...promised, id: 'left', happened: 'partly' },
      ],
      treatment: [{ ...action, action: ' ', problem: '' }],
    });
    expect(tasksOfOne.map(({ id }) => id)).toEqual(['left']);
  });

  test('are told apart where two rows have the same id, and one where the same is carried over twice', () => {
    const [action, visit, disagreement] = [
      ...[aase.plan.treatment[0]!, aase.plan.followup[0]!, aase.plan.disagreements[0]!],
    ] as const;
    const promise = { what: 'De første nettene', who: '', organisation: '', due: null, happened: null, words: '' };
    const found = tasksOf({
      ...blankPlan(),
      treatment: [{ ...action, id: 'same' }],
      followup: [{ ...visit, id: 'same' }],
      disagreements: [{ ...disagreement, id: 'open' }],
      promises: [{ ...promise, id: 'open' }],
    });
    expect(found.map(({ id }) => id).toSorted()).toEqual(['followup.same', 'open', 'same']);
  });

  test('are due, due today or overdue by whole days', () => {
    expect(daysLeft({ due: '2026-11-28' }, '2026-11-26')).toBe(2);
    expect(daysLeft({ due: '2026-11-26' }, '2026-11-26')).toBe(0);
    expect(daysLeft({ due: '2026-03-28' }, '2026-03-30')).toBe(-2);
    expect(daysLeft({ due: null }, '2026-11-26')).toBe(null);
  });
});

describe('a task rests with', () => {
  test('the organisation that it names, and with everybody from there', () => {
    const weighing = taskOf('Næringsdrikk');
    expect(restsWith(weighing, people)).toEqual({ role: 'municipality', organisation: 'Larvik kommune' });
    expect(isTheirs(weighing, nina, [...people, nina])).toBe(true);
    expect(isTheirs(weighing, ola, [...people, ola])).toBe(false);
    expect(isTheirs(weighing, aase.people.kari, people)).toBe(false);
  });

  test('the organisation of whom it names, where it names no other', () => {
    const visit = taskOf('Hjemmebesøk');
    expect(restsWith(visit, people)).toEqual({ role: 'municipality', organisation: 'Larvik kommune' });
    expect([aase.people.mona, nina, ola].map((who) => isTheirs(visit, who, people))).toEqual([true, true, false]);
  });

  test('whom it names by whole name, and with no namesake in part', () => {
    const line = aase.people.line;
    expect(isTheirs(taskOf('synstest'), line, people)).toBe(true);
    for (const owner of ['Caroline Fiktiv', 'Line Fiktivsen', 'Line'])
      expect(isTheirs(task({ owner }), line, people), owner).toBe(false);
    expect(isTheirs(task({ owner: 'Mona Hansen og line  FIKTIV' }), line, people)).toBe(true);
    const other: Owner = { name: 'Odd Fiktiv', role: 'kin', organisation: null };
    expect(isTheirs(taskOf('synstest'), other, [...people, other]), 'another next of kin').toBe(false);
  });

  test('a party called by its name, when only one organisation of it is there', () => {
    const owner = 'Kommunen';
    expect(isTheirs(task({ owner }), aase.people.mona, people)).toBe(true);
    expect(restsWith(task({ owner }), people).organisation).toBe('Larvik kommune');
    expect(restsWith(task({ owner }), [...people, ola])).toEqual({ role: 'municipality', organisation: null });
    expect(isTheirs(task({ owner }), aase.people.mona, [...people, ola])).toBe(false);
    expect(isTheirs(task({ organisation: 'Fastlegekontoret' }), aase.people.per, people)).toBe(true);
    expect(isTheirs(task({ owner: 'Pasienten' }), aase.people.aase, people)).toBe(true);
    expect(isTheirs(task({ section: 'services' }), aase.people.mona, people)).toBe(true);
    expect(isTheirs(task({}), aase.people.mona, people)).toBe(false);
  });

  test('nobody here where it names somebody else; then the patient alone says what became of it', () => {
    const xray = taskOf('Kontroll med røntgen');
    expect(people.filter((who) => mayReport(xray, who, people)).map(({ name }) => name)).toEqual(['Åse Fiktiv']);
    const ivar: Owner = { name: 'Mona Hansen', role: 'interpreter', organisation: 'Larvik kommune' };
    expect(mayReport(taskOf('Hjemmebesøk'), ivar, [...people, ivar])).toBe(false);
    expect(mayReport(taskOf('Hjemmebesøk'), aase.people.mona, people)).toBe(true);
  });
});
