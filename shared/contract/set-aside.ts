/**
 * Why a field of a package was set aside: left out in the preview, of a newer program's form, written by a revoked installation after its last
 * accepted change, or set aside by the sender already.
 */
export const setAsideReasons = ['left-out', 'value-not-understood', 'revoked-installation', 'by-sender'] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];
