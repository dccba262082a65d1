import type { NewNextMeeting } from '#shared/after.ts';
import { instantOf } from './when.ts';

/** What the form for a next meeting holds while it is filled in. */
export interface NextMeetingForm {
  date: string;
  time: string;
  videoUrl: string;
}

/** The fields that something is wrong with. */
export type NextMeetingFault = 'startsAt' | 'videoUrl';

/** The meeting that the form describes, or what is wrong with it. Day and time are those of Norway. */
export function nextMeetingFrom(form: NextMeetingForm): { next: NewNextMeeting } | { faults: NextMeetingFault[] } {
  const startsAt = instantOf(form.date, form.time);
  const videoUrl = form.videoUrl.trim();
  const wrong: Record<NextMeetingFault, boolean> = {
    startsAt: Number.isNaN(startsAt),
    videoUrl: videoUrl !== '' && !(URL.canParse(videoUrl) && /^https?:/.test(videoUrl)),
  };
  const faults = (Object.keys(wrong) as NextMeetingFault[]).filter((fault) => wrong[fault]);
  if (faults.length) return { faults };
  return { next: { startsAt: new Date(startsAt).toISOString(), ...(videoUrl ? { videoUrl } : {}) } };
}
