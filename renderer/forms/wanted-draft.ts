let wanted: string | null = null;

/** Says that the form which opens next shall go on with its draft without asking once more. */
export const wantDraft = (form: string): void => {
  wanted = form;
};

/** Whether a form's draft was asked for; true once. */
export const takeWanted = (form: string): boolean => {
  if (wanted !== form) return false;
  wanted = null;
  return true;
};
