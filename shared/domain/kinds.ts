import { attachment } from './attachment.ts';
import { decision } from './decision.ts';
import { identityLink } from './identity-link.ts';
import type { Fields, RecordKind } from './record.ts';
import { membership } from './membership.ts';
import { dossierItem, nomination } from './nomination.ts';
import { participant, presence } from './participant.ts';
import { person } from './person.ts';
import { residentialUnit } from './residential-unit.ts';
import { fundingLine, session, sessionSpeaker } from './session.ts';
import { team } from './team.ts';
import { trainer } from './trainer.ts';

/** Every stored kind, in an order in which references point backwards. */
export const storedKinds = [
  residentialUnit,
  decision,
  person,
  team,
  membership,
  trainer,
  session,
  sessionSpeaker,
  fundingLine,
  participant,
  presence,
  nomination,
  dossierItem,
  identityLink,
  attachment,
] as const;

export type KindName = (typeof storedKinds)[number]['kind'];

const byName = new Map<string, RecordKind>(storedKinds.map((kind) => [kind.kind, kind as unknown as RecordKind]));

export const findKind = (name: string): RecordKind | undefined => byName.get(name);

/**
 * The fields of a mediator typed in one line: those of the person and of the membership. Its id is the membership's; `personId`
 * names a person who is in the books already.
 */
export const mediatorFields: Fields = {
  ...person.fields,
  ...membership.fields,
  personId: { ...membership.fields.personId, required: false },
};

export const personFieldNames: readonly string[] = Object.keys(person.fields);
export const membershipFieldNames: readonly string[] = Object.keys(membership.fields);
