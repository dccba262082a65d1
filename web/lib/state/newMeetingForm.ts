import type { NewMeeting } from '#shared/api.ts';
import { HelpPhone } from '#shared/helpPhone.ts';
import { instantOf } from './when.ts';

/** What the form for a new meeting holds while it is filled in. */
export interface NewMeetingForm {
  template: string;
  patient: string;
  birthYear: string;
  date: string;
  time: string;
  videoUrl: string;
  helpPhone: string;
}

/** The fields that something is wrong with. */
export type NewMeetingFault = 'template' | 'patient' | 'birthYear' | 'startsAt' | 'videoUrl' | 'helpPhone';

/** The meeting that the form describes, or what is wrong with it. Day and time are those of Norway. */
export function newMeetingFrom(form: NewMeetingForm): { meeting: NewMeeting } | { faults: NewMeetingFault[] } {
  const startsAt = instantOf(form.date, form.time);
  const birthYear = form.birthYear.trim();
  const videoUrl = form.videoUrl.trim();
  const helpPhone = form.helpPhone.trim();
  const wrong: Record<NewMeetingFault, boolean> = {
    template: form.template === '',
    patient: form.patient.trim() === '',
    birthYear: birthYear !== '' && !/^(19|20)\d\d$/.test(birthYear),
    startsAt: Number.isNaN(startsAt),
    videoUrl: videoUrl !== '' && !URL.canParse(videoUrl) ? true : videoUrl !== '' && !/^https?:/.test(videoUrl),
    helpPhone: helpPhone !== '' && !HelpPhone.safeParse(helpPhone).success,
  };
  const faults = (Object.keys(wrong) as NewMeetingFault[]).filter((fault) => wrong[fault]);
  if (faults.length) return { faults };
  const patient = { name: form.patient.trim(), ...(birthYear ? { birthYear: Number(birthYear) } : {}) };
  return {
    meeting: {
      template: form.template,
      startsAt: new Date(startsAt).toISOString(),
      patient,
      ...(videoUrl ? { videoUrl } : {}),
      ...(helpPhone ? { helpPhone } : {}),
    },
  };
}
