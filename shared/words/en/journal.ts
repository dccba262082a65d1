import type { StaffCatalogue } from '../catalogue.ts';

/** The text for a journal or a message: for whom, and its headings. */
export const journal: StaffCatalogue['journal'] = {
  message: {
    hospital: 'Note for the record',
    municipality: 'PLO – discharge report',
    gp: 'Discharge summary',
  },
  part: {
    reason: 'Reason for admission',
    diagnoses: 'Diagnoses',
    background: 'Earlier illnesses and background',
    course: 'What happened and what was done',
    now: 'Present problem',
    awaiting: 'Tests without an answer',
    assessment: 'Assessment',
    function: 'Function: before, now and expected',
    medicines: 'Medicines',
    needs: 'Needs for help',
    matters: 'What matters to the patient',
    worse: 'What to do if it gets worse',
    plan: 'Plans for what comes next',
    followup: 'Check-ups and appointments',
    aids: 'Aids, training and the home',
    informed: 'Information to patient and next of kin',
    kin: 'Family and next of kin',
    departure: 'Journey home',
    contacts: 'Contacts',
    services: 'Municipal services, as the municipality states them',
    disagreements: 'Unsettled and disagreed',
    checklist: 'Checklist',
    minutes: 'Notes from the meeting',
  },
};
