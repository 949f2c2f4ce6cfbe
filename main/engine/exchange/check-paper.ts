import { listAllImports, listSentPackages } from '#db/queries/package.ts';
import { listIssuedReceipts, listReceivedReceipts } from '#db/queries/receipt.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { officeNamer } from '#engine/office-name.ts';
import { currentTrustList } from '#engine/trust.ts';
import type { PaperCheck } from '#shared/contract/paper-methods.ts';
import { digitsOf, isCodeOf, readPaperCode } from '#shared/exchange/digits.ts';

type Known = NonNullable<PaperCheck['found']>;

const digitsOfHex = (hex: string): string => digitsOf(Buffer.from(hex, 'hex'));

const isReadable = (code: string): boolean =>
  readPaperCode(code.toLowerCase()) !== undefined || /^[0-9a-f]{64}$/i.test(code.trim()) || code.replace(/\D/g, '').length === 32;

/** Every package and receipt that went out or came in here, packages taken back too: their paper is still theirs. */
const listKnown = (context: QueryContext): readonly Known[] => {
  const { database, identity } = context;
  const nameOf = officeNamer(context);
  const offices = currentTrustList(database)?.offices.map(({ officeId }) => officeId) ?? [];
  const own = { office: identity.officeId, officeName: identity.officeName };
  const of = (office: string) => ({ office, officeName: nameOf(office) });
  return [
    ...listAllImports(database).map(({ officeId, seq, packageId, appliedAt }): Known => ({
      kind: 'package',
      direction: 'received',
      ...of(officeId),
      seq,
      packageId,
      at: appliedAt,
    })),
    ...listSentPackages(database).map(({ seq, packageId, createdAt }): Known => ({
      kind: 'package',
      direction: 'sent',
      ...own,
      seq,
      packageId,
      at: createdAt,
    })),
    ...offices.flatMap((office) =>
      listIssuedReceipts(database, office).map(({ number, packageId, issuedAt }): Known => ({
        kind: 'receipt',
        direction: 'sent',
        ...of(office),
        seq: number,
        packageId,
        at: issuedAt,
      })),
    ),
    ...listReceivedReceipts(database).map(({ number, packageId, receivedAt }): Known => ({
      kind: 'receipt',
      direction: 'received',
      ...own,
      seq: number,
      packageId,
      at: receivedAt,
    })),
  ];
};

/** Compares the code of a paper with the package that it is said to go with, or finds the package that it is of. */
export const checkPaper: Handler<'paper.check'> = (context, { code, expected }): PaperCheck => {
  if (!isReadable(code)) return { result: 'unreadable', found: null };
  const found = listKnown(context).find((known) => isCodeOf(code, known, digitsOfHex(known.packageId))) ?? null;
  if (expected === undefined) return { result: found === null ? 'unknown' : 'known', found };
  return { result: isCodeOf(code, expected, digitsOfHex(expected.packageId)) ? 'match' : 'mismatch', found };
};
