import { getSchema } from '@tiptap/core';
import type { MarkSpec, NodeSpec, Schema } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { schema } from '../../../shared/document/schema.ts';
import { schemaExtensions } from './schema-extensions.ts';

const RULES = [
  'content',
  'group',
  'marks',
  'inline',
  'atom',
  'isolating',
  'defining',
  'tableRole',
  'inclusive',
] as const;

function describe(spec: NodeSpec & MarkSpec): unknown {
  const attrs: Record<string, unknown> = {};
  for (const [name, attr] of Object.entries(spec.attrs ?? {})) attrs[name] = (attr as { default?: unknown }).default;
  const rules: Record<string, unknown> = {};
  for (const rule of RULES) rules[rule] = (spec[rule] as unknown) || null;
  return { attrs, rules };
}

function describeSchema({ nodes, marks }: Schema): unknown {
  const described = new Map<string, unknown>();
  for (const [name, type] of Object.entries({ ...nodes, ...marks })) described.set(name, describe(type.spec as never));
  return described;
}

test('the editor and the process read and write one schema', () => {
  expect(
    describeSchema(
      getSchema(
        schemaExtensions({ labels: { footnote: '', pageBreak: '' }, references: null as never, images: null as never }),
      ),
    ),
  ).toEqual(describeSchema(schema));
});
