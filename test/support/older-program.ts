import { vi } from 'vitest';
import type * as kindsModule from '#shared/domain/kinds.ts';
import type * as wireModule from '#shared/exchange/wire.ts';
import type * as envelopeModule from '#shared/exchange/envelope.ts';
import type * as officeModule from './office.ts';

type Kinds = typeof kindsModule;
type Wire = typeof wireModule;
type Envelopes = typeof envelopeModule;
type OfficeModule = typeof officeModule;

/** What an older program does not know: whole kinds, and fields by kind. */
export type Unknown = { readonly kinds: readonly string[]; readonly fields: Readonly<Record<string, readonly string[]>> };

const without = <T>(table: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(table).filter(([name]) => !names.includes(name)));

/** The program as it was before some kinds and fields were added: its tables of kinds and wire fields lack them. */
export const olderProgram = async ({ kinds, fields }: Unknown): Promise<OfficeModule> => {
  vi.resetModules();
  vi.doMock('#shared/domain/kinds.ts', async (original) => {
    const now = await original<Kinds>();
    const storedKinds = now.storedKinds
      .filter(({ kind }) => !kinds.includes(kind))
      .map((one) => ({ ...one, fields: without(one.fields as Readonly<Record<string, unknown>>, fields[one.kind] ?? []) }));
    return { ...now, storedKinds, findKind: (name: string) => storedKinds.find(({ kind }) => kind === name) };
  });
  vi.doMock('#shared/exchange/wire.ts', async (original) => {
    const now = await original<Wire>();
    const wireFields = Object.fromEntries(
      Object.entries(without(now.wireFields, kinds)).map(([kind, known]) => [kind, without(known, fields[kind] ?? [])]),
    );
    return { ...now, wireFields };
  });
  const program = await import('./office.ts');
  vi.doUnmock('#shared/domain/kinds.ts');
  vi.doUnmock('#shared/exchange/wire.ts');
  vi.resetModules();
  return program;
};

/** A program of a later version, which reads a newer format too. */
export const laterProgram = async (formatVersion: number): Promise<OfficeModule> => {
  vi.resetModules();
  vi.doMock('#shared/exchange/envelope.ts', async (original) => ({
    ...(await original<Envelopes>()),
    formatVersion,
    containerReader: formatVersion,
  }));
  const program = await import('./office.ts');
  vi.doUnmock('#shared/exchange/envelope.ts');
  vi.resetModules();
  return program;
};
