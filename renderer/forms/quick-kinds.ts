/** Kinds that can be entered from a field that points to them, with the fields asked for and the one that takes the typed text. */
export const quickKinds: Readonly<Record<string, { readonly names: readonly string[]; readonly typedInto: string }>> = {
  'residential-unit': { names: ['name', 'kind', 'communeId', 'householdCount', 'minorityArea'], typedInto: 'name' },
  decision: { names: ['number', 'decidedOn', 'kind', 'issuer', 'signer', 'signerTitle', 'communeId'], typedInto: 'number' },
  person: { names: ['fullName', 'sex', 'birthDate', 'ethnicGroup', 'residentialUnitId', 'phone'], typedInto: 'fullName' },
  team: { names: ['name', 'communeId'], typedInto: 'name' },
};

/** What a decision entered from a field is about. */
export const decisionKindOf: Readonly<Record<string, string>> = {
  'team decisionId': 'team-established',
  'mediator decisionId': 'mediator-recognised',
  'mediator leaderDecisionId': 'leader-recognised',
  'mediator ceaseDecisionId': 'mediator-ceased',
};
