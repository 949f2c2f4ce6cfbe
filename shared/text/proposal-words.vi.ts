/** Reason that stands in the history of a record whose value came from an accepted proposal. */
export const acceptedReason = (reason: string): string => `Theo đề xuất của cấp tỉnh: ${reason}`;

/** Reason that stands in the history of a record whose accepted proposal was taken back without one. */
export const takenBackReason = 'Rút lại việc chấp nhận đề nghị của cấp tỉnh';
