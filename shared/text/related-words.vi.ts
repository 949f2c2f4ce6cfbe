/** Words in the short descriptions of records that belong to another one. */
export const relatedWords = {
  since: (date: string) => `từ ${date}`,
  until: (date: string) => `đến ${date}`,
  sittings: (present: number, all: number) => `dự ${present}/${all} buổi`,
} as const;
