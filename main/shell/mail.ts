import { shell } from 'electron';

const longest = 1000;

/** Opens a new letter without an address; only subject and text go into the link, both cut to a length that mail programs take. */
export const composeMail = (subject: string, body: string): Promise<void> => {
  const part = (text: string): string => encodeURIComponent(text.slice(0, longest));
  return shell.openExternal(`mailto:?subject=${part(subject)}&body=${part(body)}`);
};
