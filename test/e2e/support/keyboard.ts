import { expect, type Page } from '@playwright/test';

/** Types into the field that has the focus and goes on with Enter, as a clerk does. */
export const typeAndNext = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
};

/** Chooses the nth entry of the list that has the focus and goes on. */
export const chooseAndNext = async (page: Page, steps: number): Promise<void> => {
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labelled =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
        ? [...(element.labels ?? [])].map((label) => label.textContent).join(' ')
        : '';
    return `${element.getAttribute('aria-label') ?? ''} ${labelled} ${element.textContent}`.trim();
  });

/** Presses Tab until something with this name has the focus. */
export const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let count = 0; count < 160; count += 1) {
    if ((await focusedName(page)).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name}`);
};

export const pressButton = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

export const expectText = async (page: Page, text: string | RegExp): Promise<void> => {
  await expect(page.getByText(text).first()).toBeVisible();
};
