import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** Nothing that axe finds wrong on the screen as it stands. */
export const expectAccessible = async (page: Page, screen: string): Promise<void> => {
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      readonly axe: { readonly run: (context: Document) => Promise<{ readonly violations: readonly Violation[] }> };
    };
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)) }));
  });
  expect(found, screen).toEqual([]);
};
