import type { ProvenanceCard, ValueVersion } from '#shared/contract/provenance-methods.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import {
  carrierText,
  confirmationText,
  provenanceWords as words,
  timeText,
  versionFacts,
} from '#shared/text/provenance-words.vi.ts';
import { failure } from '#engine/failure.ts';
import { listProvenance, type ProvenanceInput } from '#engine/provenance.ts';
import { onePaper, orderColumn, type Block, type Row, type Table } from './document.ts';
import type { BuildReport } from './report.ts';

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Fails with `usage-wrong` unless it is `kind/id` or `kind/id/field`. */
const readSubject = (subject: string | undefined): ProvenanceInput => {
  const [kind = '', id = '', field, ...more] = (subject ?? '').split('/');
  if (kind === '' || !idForm.test(id) || more.length > 0) throw failure('usage-wrong', { reason: '--subject KIND/ID/FIELD' });
  return { kind, id, field: field === '' ? undefined : field };
};

const rowOf = (version: ValueVersion, index: number): Row => ({
  kind: 'row',
  cells: [
    index + 1,
    version.text === '' ? words.blank : version.text,
    version.at === null ? words.noLog : timeText(version.at),
    version.authorName,
    words.origin(version.officeName, version.installId, version.n),
    version.reason ?? words.noReason,
    [carrierText(version.carrier, true), confirmationText(version.confirmation)].join('. '),
  ],
});

const tableOf = (name: string, versions: readonly ValueVersion[]): Table => ({
  kind: 'table',
  name,
  columns: [
    orderColumn('STT', versions.length),
    { title: words.value, width: 20 },
    { title: words.writtenAt, width: 12 },
    { title: words.author, width: 13 },
    { title: words.where, width: 19 },
    { title: words.reason, width: 12 },
    { title: `${words.carrier}; ${words.confirmation.toLowerCase()}`, width: 24 },
  ],
  rows: versions.map(rowOf),
});

const blocksOf = (card: ProvenanceCard, isOnly: boolean): readonly Block[] => {
  const label = fieldLabel(card.kind, card.field);
  return [
    { kind: 'heading', text: isOnly ? words.current : label },
    card.current === null ? { kind: 'paragraph', text: words.never } : { kind: 'facts', rows: versionFacts(card.current) },
    ...(card.beside.length === 0
      ? []
      : [{ kind: 'heading', text: words.beside } as const, tableOf(`${label} (${words.beside})`, card.beside)]),
    ...(card.earlier.length === 0 ? [] : [{ kind: 'heading', text: words.earlier } as const, tableOf(label, card.earlier)]),
    ...(card.isMasked ? [{ kind: 'line', text: words.masked } as const] : []),
  ];
};

/** Where the value of a field, or every value of a record, comes from. Numbers of people stand in part. */
export const buildProvenance: BuildReport = (context, { subject }) => {
  const asked = readSubject(subject);
  const cards = listProvenance(context, asked);
  const [first] = cards;
  const isOnly = asked.field !== undefined;
  const named = first === undefined ? kindLabel(asked.kind) : `${kindLabel(first.kind)}: ${first.title}`;
  return onePaper(`nguon-goc-${asked.kind}`, {
    title: words.title,
    subject: isOnly ? words.paperSubject(named, fieldLabel(first?.kind ?? asked.kind, asked.field)) : named,
    blocks: [
      ...(first === undefined ? [] : [{ kind: 'line', text: `${words.office}: ${first.officeName}` } as const]),
      ...cards.flatMap((card) => blocksOf(card, isOnly)),
    ],
    recipients: [],
    landscape: true,
    numbered: null,
  });
};
