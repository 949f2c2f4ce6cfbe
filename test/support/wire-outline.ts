import { z } from 'zod';
import { backupHeaderSchema } from '#engine/backup-file.ts';
import { enrolmentRequestSchema } from '#engine/enrolment-request.ts';
import { envelopeSchema } from '#shared/exchange/envelope.ts';
import { wireProposalSchema } from '#shared/exchange/proposal.ts';
import { trustListSchema } from '#shared/exchange/trust-list.ts';
import { logLineSchema, manifestSchema, receiptSchema, stateLineSchema, wireFields } from '#shared/exchange/wire.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  envelope: envelopeSchema,
  'state line': stateLineSchema,
  'log line': logLineSchema,
  manifest: manifestSchema,
  receipt: receiptSchema,
  proposal: wireProposalSchema,
  'trust list': trustListSchema,
  request: enrolmentRequestSchema,
  'backup header': backupHeaderSchema,
};

type Node = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
};

const kindOf = (node: Node): string => {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((one) => JSON.stringify(one)).join(' ');
  return String(node.type ?? 'any');
};

const outline = (path: string, node: Node): readonly string[] => {
  if (node.anyOf) return node.anyOf.flatMap((one) => outline(path, one));
  const own = `${path}: ${kindOf(node)}`;
  const fields = Object.entries(node.properties ?? {}).flatMap(([name, field]) =>
    outline(`${path}.${name}${node.required?.includes(name) === true ? '' : '?'}`, field),
  );
  const { additionalProperties: rest } = node;
  const others = typeof rest === 'object' && Object.keys(rest).length > 0 ? outline(`${path}.*`, rest) : [];
  const items = node.items ? outline(`${path}[]`, node.items) : [];
  const places = (node.prefixItems ?? []).flatMap((one, index) => outline(`${path}[${index}]`, one));
  return [own, ...fields, ...others, ...items, ...places];
};

/** Every field of everything that travels, one a line: path, `?` where it may be missing, type. */
export const wireOutline = (): readonly string[] => [
  ...Object.entries(schemas).flatMap(([name, schema]) =>
    outline(name, z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as unknown as Node),
  ),
  ...Object.entries(wireFields).flatMap(([kind, fields]) =>
    Object.entries(fields).map(([field, type]) => `record ${kind}.${field}: ${type}`),
  ),
];
