import { NewFeedback, type FeedbackGiven, type FeedbackView } from '#shared/feedback.ts';
import { AppError } from '#shared/errors.ts';
import type { Feedback } from '#server/meeting/feedback.ts';
import { nothing, participant, staff, unlogged, type Route } from './route.ts';

/**
 * How the meeting was: said by whoever took part, once; read by staff of the organisation that led, month by month. The
 * access log says nothing of it, not even of a refusal: its time would be a thread back to the person.
 */
export function feedbackRoutes(feedback: Feedback): Route[] {
  const address = '/api/meetings/:id/feedback';
  return [
    participant('get', address, nothing, async ({ by }) => ({
      status: 200,
      body: { given: await feedback.given(by.id) } satisfies FeedbackGiven,
    })),

    unlogged(
      participant('post', address, NewFeedback, async ({ by, body }) => {
        await feedback.give(by, body);
        return { status: 201, body: { given: true } satisfies FeedbackGiven };
      }),
    ),

    staff('get', '/api/feedback', nothing, async ({ session }) => {
      if (session.organisation === null) throw new AppError('forbidden', 'You are signed in for no organisation.');
      return { status: 200, body: { months: await feedback.of(session.organisation) } satisfies FeedbackView };
    }),
  ];
}
