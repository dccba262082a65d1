import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { caseOf, planOf, STAFF, type Told } from './case.ts';

const told: Told = {
  story: 'Jeg vil ikke på sykehjem.',
  situation: { happened: 'Hjerneslag', diagnoses: 'Hjerneinfarkt', now: 'Lammet i venstre arm' },
  needs: 'Trenger hjelp av to for å komme opp av senga.',
  services: [
    { kind: '15', extent: 'Fire ganger om dagen', status: 'offered' },
    { kind: '21', status: 'notRelevant', note: 'Pasienten ønsker det ikke' },
  ],
  medications: [{ drug: 'Klopidogrel', dose: '75 mg', change: 'new' }],
  treatment: [{ problem: 'Arm', action: 'Trening', owner: 'Siv Oppdiktet', due: '2026-12-01' }],
  followup: [{ what: 'Kontroll', who: 'Bjørn Oppdiktet', on: '2026-12-09' }],
  disagreements: [
    {
      ...{ topic: 'Hvor hun skal bo', hospitalView: 'Sykehjem', municipalityView: 'Hjemme', gpView: 'Usikker' },
      ...{ patientView: 'Hjemme', kinView: 'Sykehjem', owner: 'Siv Oppdiktet', due: '2026-12-20', status: 'open' },
    },
    { topic: 'Rullestol', hospitalView: 'Elektrisk', outcome: 'Manuell først', owner: 'Hanne', status: 'settled' },
  ],
};
const without = (...left: string[]) => SECTION_KEYS.filter((key) => !left.includes(key));

/** Yes, yes with doubts, no, no longer, almost all, and only a little of it; something was added afterwards. */
export const doubts = caseOf({
  name: 'doubts',
  title: 'Hjem eller sykehjem',
  template: 'frail-elderly',
  patient: { name: 'Gerd Oppdiktet', birthYear: 1941 },
  people: {
    ...STAFF,
    patient: { name: 'Gerd Oppdiktet', role: 'patient' },
    daughter: { name: 'Liv Oppdiktet', role: 'kin' },
    therapist: { name: 'Ola Oppdiktet', role: 'hospital', profession: 'therapist', organisation: 'Testvik sykehus' },
  },
  facilitator: 'nurse',
  told,
  said: [
    { who: 'patient', decision: 'reserve', sections: ['services'], reason: 'Fire ganger er ikke nok.' },
    { who: 'nurse', covers: without('medications') },
    {
      ...{ who: 'officer', covers: without('needs', 'situation') },
      commitments: [
        { task: 'services-1', section: 'services', what: 'Helsetjenester i hjemmet: Fire ganger om dagen' },
        { task: 'disagreements-1', section: 'disagreements', what: 'Hvor hun skal bo' },
      ],
    },
    { who: 'gp', sections: ['medications', 'followup'], covers: ['medications', 'followup'] },
    { who: 'doctor', of: planOf({ ...told, medications: [{ drug: 'Klopidogrel', dose: '150 mg' }] }) },
    {
      ...{ who: 'therapist', decision: 'object', sections: ['treatment', 'needs'] },
      reason: 'Treningen må starte før 1.12.\nHun mister funksjon hver dag.',
    },
    { who: 'daughter', decision: 'object', reason: 'Mor er ikke trygg hjemme.' },
  ],
  added: [
    { who: 'officer', words: 'Sengen kom 26.11.\nDen står i stua.' },
    { who: 'patient', words: 'Takk for at dere hørte på meg.' },
  ],
});
