import { clockWords } from '#shared/when.ts';
import type { Minutes } from './minutes.ts';
import type { Decided, Discussed } from './minutesDecisions.ts';
import { line, said, type Line, type Telling } from './minutesTold.ts';

/** What was decided, or only talked about, of one action. */
export function decisionLines(one: Decided | Discussed, { words, date }: Telling): Line {
  const { minutes } = words;
  const sayings = one.comments.map((comment) => ({
    who: `${comment.by.name} (${words.people.role[comment.by.role]})`,
    words: comment.words,
    own: comment.by.role === 'patient',
  }));
  if (!('outcome' in one)) return line(one.words, { sayings });
  return line(one.words, {
    mark: minutes.outcome[one.outcome],
    facts: said([
      [minutes.proposed, one.proposed ?? ''],
      [minutes.owner, [one.owner, one.organisation].filter(Boolean).join(', ')],
      [minutes.due, /^\d{4}-\d\d-\d\d$/.test(one.due) ? date(one.due) : one.due],
      [minutes.accepted, one.accepted?.name ?? ''],
    ]),
    sayings,
  });
}

/** Disagreements, open or settled: each party's view, the patient's first. */
export function disagreementLines({ disagreements }: Minutes, { words, date }: Telling, open: boolean): Line[] {
  const { minutes } = words;
  return disagreements
    .filter((one) => one.open === open)
    .map((one) => {
      const owner = one.owner.trim();
      const settles = owner || !open ? owner : minutes.nobodySettles;
      return line(one.topic.trim() || minutes.noTopic, {
        sayings: one.views.map(({ role, words: view }) => ({
          who: words.people.party[role],
          words: view,
          own: role === 'patient',
        })),
        facts: said([
          [minutes.outcomeOf, one.outcome],
          [minutes.settles, settles],
          [minutes.due, one.due ? date(one.due) : ''],
        ]),
      });
    });
}

/** Who did not agree to the plan, or only with a reservation, and why. */
export function objectionLines(of: Minutes, { words, who, heading }: Telling): Line[] {
  const { minutes } = words;
  return of.words
    .filter(({ decision }) => decision !== 'agree')
    .map((word) =>
      line(who(word), {
        mark: [minutes.said[word.decision], word.lapsed ? minutes.lapsed : ''].filter(Boolean).join(', '),
        facts: said([[minutes.about, word.sections.map(heading).join(', ')]]),
        sayings: word.reason ? [{ who: '', words: word.reason, own: word.role === 'patient' }] : [],
      }),
    );
}

export function questionLines({ questions }: Minutes, { words }: Telling): Line[] {
  return questions.map(({ question, answers }) =>
    line(question, {
      mark: answers.length ? '' : words.minutes.unanswered,
      sayings: answers.map((answer) => ({ who: words.minutes.answer, words: answer, own: false })),
    }),
  );
}

/** A line for each organisation, with its tasks under it. */
export function taskLines({ tasks }: Minutes, { words, date }: Telling): Line[] {
  const timeWords = (when: string) =>
    /^\d\d:\d\d$/.test(when) ? words.minutes.oClock(clockWords(when, words.calendar)) : when;
  return tasks.map(({ organisation, role, tasks: own }) =>
    line(organisation ?? (role ? words.people.party[role] : words.minutes.others), {
      under: own.map(({ what, owner, due, when }) =>
        line(what, {
          facts: said([
            [words.minutes.owner, owner],
            [words.minutes.due, [due ? date(due) : '', timeWords(when.trim())].filter(Boolean).join(', ')],
          ]),
        }),
      ),
    }),
  );
}
