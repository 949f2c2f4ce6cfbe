/** Version of record fields and of the unit catalogue that this program writes into envelopes; information for the reader. */
export const schemaNumber = 1;
export const catalogueVersion = 'dak-lak-2025-07';
