import type { PartialDate } from '#shared/domain/date.ts';

/** What is known of a person where two are compared: from the books, from a form being typed or from a row of a spreadsheet. */
export type PersonFacts = {
  /** As written: capitals, missing tones and odd spaces are no obstacle. */
  readonly fullName: string;
  readonly sex?: string | null | undefined;
  /** `1965`, `1965-05` or `1965-05-04`. */
  readonly birthDate?: PartialDate | null | undefined;
  /** 12 digits (CCCD), 9 digits (CMND) or what was typed instead. */
  readonly citizenId?: string | null | undefined;
  /** One or more numbers, apart by `; `. */
  readonly phone?: string | null | undefined;
  /** Village: a residential unit's id. */
  readonly residentialUnitId?: string | null | undefined;
  /** Commune, ward or town: an administrative unit's id. */
  readonly communeId?: string | null | undefined;
};
