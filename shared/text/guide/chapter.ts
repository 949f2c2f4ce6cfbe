/** A section of the users' guide: what to know, then what to do step by step. */
export type GuideSection = { readonly title: string; readonly text: readonly string[]; readonly steps?: readonly string[] };

/** A chapter of the users' guide. `addresses` are the beginnings of the screens for which F1 opens it. */
export type GuideChapter = {
  readonly id: string;
  readonly title: string;
  readonly addresses: readonly string[];
  readonly sections: readonly GuideSection[];
};
