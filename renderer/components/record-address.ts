/** Where the form of a record stands; nothing for kinds that are parts of another record. */
const addresses: Readonly<Record<string, (id: string) => string>> = {
  person: (id) => `/people/${id}`,
  team: (id) => `/teams/${id}`,
  membership: (id) => `/mediators/${id}`,
  mediator: (id) => `/mediators/${id}`,
  session: (id) => `/sessions/${id}`,
  nomination: (id) => `/nominations/${id}`,
  'residential-unit': (id) => `/records/residential-unit/${id}`,
  decision: (id) => `/records/decision/${id}`,
  trainer: (id) => `/records/trainer/${id}`,
};

export const addressedKinds: readonly string[] = Object.keys(addresses).filter((kind) => kind !== 'mediator');

export const addressOf = (kind: string, id: string): string | undefined => addresses[kind]?.(id);
