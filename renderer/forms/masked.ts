import type { RecordView } from '#shared/contract/views.ts';
import { maskPhone } from '#shared/domain/phone.ts';

type Values = RecordView['values'];

/** To other offices citizen number and telephone are shown in part only (Law 91/2025/QH15). */
export const maskedValues = (values: Values): Values => ({
  ...values,
  ...(typeof values.citizenId === 'string' ? { citizenId: `${'•'.repeat(8)}${values.citizenId.slice(-4)}` } : {}),
  ...(typeof values.phone === 'string' ? { phone: maskPhone(values.phone) } : {}),
});
