import { z } from 'zod';
import { ethnicGroupCodes } from '#shared/catalogue/ethnic-groups.ts';
import { backgrounds, generalEducations, lawDegrees, professionalLevels, sexes } from '#shared/catalogue/code-lists.ts';
import { cleanText } from '#shared/text/vietnamese.ts';
import { checkCitizenId } from './citizen-id.ts';
import { ageOn } from './date.ts';
import { code, codes, partialDate, reference, text } from './field.ts';
import { checkNameAgainstSex, isPersonName } from './person-name.ts';
import { checkPhone, normalisePhone } from './phone.ts';
import { describeKind, type Issue, type ValuesOf } from './record.ts';

const nameSchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(2).max(120).refine(isPersonName, { error: 'name-characters' }));
const citizenIdSchema = z
  .string()
  .transform((value) => value.replace(/[\s.-]/g, ''))
  .pipe(z.string().min(1).max(20));
const phoneSchema = z.string().transform(normalisePhone).pipe(z.string().min(1).max(60));

const checkAge = (birthDate: string, today: string): readonly Issue[] => {
  const age = ageOn(birthDate, today);
  if (age < 0) return [{ code: 'birth-date-future', field: 'birthDate', severity: 'error' }];
  return age < 18 || age > 95 ? [{ code: 'age-unusual', field: 'birthDate', severity: 'question', details: { age } }] : [];
};

/**
 * A person, shared by trainer and mediator. Law 35/2013/QH13, article 7 asks for no age, degree or term, so none is required here;
 * the ethnic group is kept because article 12 asks for minority members.
 */
export const person = describeKind({
  kind: 'person',
  fields: {
    fullName: text({ required: true, schema: nameSchema, privacy: 'personal', searched: true, example: 'Nguyễn Thị Ánh' }),
    sortName: text({ max: 60, privacy: 'personal', example: 'Ánh' }),
    sex: code(sexes, { required: true, example: 'female' }),
    birthDate: partialDate({ required: true, privacy: 'personal', example: '1965-05-04' }),
    ethnicGroup: code(ethnicGroupCodes, { privacy: 'personal', example: '01' }),
    residentialUnitId: reference('residential-unit', { example: '0190a000-0000-7000-8000-000000000001' }),
    citizenId: text({ schema: citizenIdSchema, privacy: 'masked', example: '066165000123' }),
    phone: text({ schema: phoneSchema, privacy: 'masked', searched: true, example: '0905123456' }),
    generalEducation: code(generalEducations, { example: 'upper-secondary' }),
    professionalLevel: code(professionalLevels, { example: 'none' }),
    lawDegree: code(lawDegrees, { example: 'law-bachelor' }),
    occupation: text({ max: 120, example: 'Nông dân' }),
    position: text({ max: 160, example: 'Chi hội trưởng Chi hội Phụ nữ' }),
    organisation: text({ max: 160, example: 'Hội Liên hiệp Phụ nữ Việt Nam' }),
    backgrounds: codes(backgrounds, { example: ['organisation-member'] }),
    note: text({ max: 500, example: 'Tham gia từ năm 2015' }),
  },
  check: (values, { today }) => [
    ...checkAge(values.birthDate, today),
    ...checkNameAgainstSex(values.fullName, values.sex),
    ...(values.citizenId ? checkCitizenId(values.citizenId, values.sex, values.birthDate) : []),
    ...(values.phone ? checkPhone(values.phone) : []),
    ...(values.lawDegree && values.professionalLevel !== 'law'
      ? [{ code: 'law-degree-level', field: 'professionalLevel', severity: 'question' } as const]
      : []),
  ],
  title: (values) => values.fullName ?? '',
});
export type Person = ValuesOf<typeof person>;
