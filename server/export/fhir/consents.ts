import type { Consent, ConsentProvision, ConsentProvisionActor, Reference } from '@medplum/fhirtypes';
import { isRefused, RECEIVERS, type Receiver } from '#shared/receivers.ts';
import { agreement } from '#shared/words/nb/agreement.ts';
import { people as peopleWords } from '#shared/words/nb/people.ts';
import { known } from './known.ts';
import { partyOf } from './parties.ts';
import type { People, Present } from './people.ts';
import type { Sheet } from './sheet.ts';
import { SYSTEMS } from './systems.ts';
import { narrative, paragraph } from './xhtml.ts';

/** What the patient decides about the plan, in words and as resources. */
export interface Consents {
  sentences: string[];
  references: Reference<Consent>[];
}

const DISCLOSE = [{ coding: [{ system: SYSTEMS.consentAction, code: 'disclose' }], text: 'Få en kopi av planen' }];

/** What each basis is; the laws are named in words, there is no code for them. */
const RULES = {
  receivers: {
    coding: [{ system: SYSTEMS.actCode, code: 'OPTOUT' }],
    text: 'De som hjelper pasienten, kan få det de trenger, når pasienten ikke sier nei (helsepersonelloven §§ 25 og 45, pasient- og brukerrettighetsloven § 5-3)',
  },
  kin: {
    coding: [{ system: SYSTEMS.actCode, code: 'OPTIN' }],
    text: 'Pårørende får opplysninger når pasienten samtykker (pasient- og brukerrettighetsloven § 3-3)',
  },
};

/** A Consent for who gets the plan, and one for each of kin who was at the meeting; as far as the version knows. */
export function addConsents(sheet: Sheet, people: People): Consents {
  const kin = people.all.filter(({ role }) => role === 'kin');
  const made = [receiversConsent(sheet, people), ...kin.map((one) => kinConsent(sheet, one))];
  return {
    sentences: made.flatMap(({ sentences }) => sentences),
    references: made.map(({ name, sentences, provision, policyRule }) => {
      const consent = known<Consent>({
        resourceType: 'Consent',
        text: narrative(sentences.map(paragraph).join('')),
        status: 'active',
        scope: { coding: [{ system: SYSTEMS.consentScope, code: 'patient-privacy' }] },
        category: [{ coding: [{ system: SYSTEMS.loinc, code: '59284-0' }] }],
        patient: people.patient,
        // When it was said is not in the version; so it was when the plan was agreed.
        dateTime: new Date(sheet.version.agreedAt).toISOString(),
        performer: [people.patient],
        policyRule,
        provision,
      });
      return sheet.place(sheet.identity.named('Consent', name), consent, sentences[0]);
    }),
  };
}

interface Made {
  name: string;
  sentences: string[];
  policyRule: NonNullable<Consent['policyRule']>;
  provision: ConsentProvision;
}

function receiversConsent({ version }: Sheet, people: People): Made {
  const refused = RECEIVERS.filter((receiver) => isRefused(receiver, version.refused));
  const others = RECEIVERS.filter((receiver) => !refused.includes(receiver));
  const parties = (receivers: readonly Receiver[]) =>
    peopleWords.and(receivers.map((receiver) => agreement.party[receiver]));
  const denied = { type: 'deny' as const, actor: refused.flatMap((role) => actorsOf(role, people)), action: DISCLOSE };
  const provision: ConsentProvision = {
    ...{ type: 'permit', actor: others.flatMap((role) => actorsOf(role, people)), action: DISCLOSE },
    ...(refused.length ? { provision: [denied] } : {}),
  };
  return {
    name: 'receivers',
    sentences: [
      ...(refused.length ? [`Pasienten har sagt nei til at disse får planen: ${parties(refused)}.`] : []),
      ...(others.length ? [`Pasienten har ikke sagt nei til at disse får planen: ${parties(others)}.`] : []),
      'Sykehuset må ta vare på planen i sin egen journal.',
    ],
    policyRule: RULES.receivers,
    provision: others.length ? provision : denied,
  };
}

/** That they take part; and no more, since what the patient shares with each of them is not in the version. */
function kinConsent({ version }: Sheet, { id, name, person }: Present): Made {
  const actor = [{ role: role('IRCP', peopleWords.role.kin), reference: person }];
  const isDenied = isRefused('kin', version.refused);
  return {
    name: `kin ${id}`,
    sentences: [
      `${name} er med i møtet som pårørende.`,
      ...(isDenied ? [`Pasienten har sagt nei til at ${name} får en kopi av planen.`] : []),
      `Hvilke deler av planen pasienten deler med ${name}, står ikke i denne versjonen.`,
    ],
    policyRule: RULES.kin,
    provision: {
      ...{ type: 'permit', actor, action: [{ text: 'Være med i møtet' }] },
      ...(isDenied ? { provision: [{ type: 'deny', actor, action: DISCLOSE }] } : {}),
    },
  };
}

/** Kin who do not see everything get no copy, and who does is not known here: they stand as a party. */
function actorsOf(receiver: Receiver, people: People): ConsentProvisionActor[] {
  const party = peopleWords.party[receiver];
  const references = receiver === 'kin' ? [{ display: party }] : partyOf(receiver, people);
  return references.map((reference) => ({ role: role('IRCP', party), reference }));
}

const role = (code: string, text: string) => ({ coding: [{ system: SYSTEMS.participation, code }], text });
