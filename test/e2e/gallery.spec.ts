import { expect, test } from '@playwright/test';
import { createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { launch } from './support/launch.ts';

let server: ViteDevServer;

test.beforeAll(async () => {
  const path = new URL('../../build/vite/renderer.mjs', import.meta.url).href;
  const { renderer } = (await import(path)) as { readonly renderer: InlineConfig };
  server = await createServer({ ...renderer, server: { port: 5219, strictPort: true } });
  await server.listen();
});

test.afterAll(async () => {
  await server.close();
});

test('the gallery of the development server shows every component, a list of 100,000 rows among them, in three looks', async () => {
  test.setTimeout(400_000);
  const app = await launch({ developmentUrl: 'http://localhost:5219/gallery.html', height: 1200 });
  const { page } = app;
  await expect(page.getByRole('grid', { name: '100,000 rows' })).toBeVisible({ timeout: 60_000 });
  for (const look of ['light', 'dark', 'contrast'] as const) {
    await page.getByText(words.look[look], { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-look', look);
    await page.waitForTimeout(400);
    await app.picture(`gallery-${look}`);
    await expectAccessible(page, `gallery-${look}`);
  }
  const grid = page.getByRole('grid', { name: '100,000 rows' });
  await grid.focus();
  await page.keyboard.press('End');
  await expect(grid.getByText('99999', { exact: true })).toBeVisible();
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await app.close();
});
