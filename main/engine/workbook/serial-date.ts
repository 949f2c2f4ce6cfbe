const dayLength = 86_400_000;
/** Serial 25569 is 1 January 1970 in the system that counts from 1900, wrong leap day of 1900 included. */
const unixEpoch = 25_569;

/** The serial number of a calendar date `YYYY-MM-DD`; absent before March 1900, where programs disagree. */
export const serialOf = (date: string): number | undefined => {
  const time = Date.parse(`${date}T00:00:00Z`);
  const serial = Math.round(time / dayLength) + unixEpoch;
  return Number.isNaN(time) || serial < 61 ? undefined : serial;
};

/** The calendar date of a serial number of the 1900 system, time of day left out; absent for what is no day before 2200. */
export const dateOfSerial = (serial: number): string | undefined => {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 1 || day > 110_000) return undefined;
  const shifted = day < 60 ? day + 1 : day;
  return new Date((shifted - unixEpoch) * dayLength).toISOString().slice(0, 10);
};
