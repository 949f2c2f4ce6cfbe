import { describe, expect, test } from 'vitest';
import { chapterFor, findInGuide, guide } from '#shared/text/guide/guide.ts';

describe('the users’ guide', () => {
  test('opens at the chapter about the screen, the most special one, and at the beginning where none is', () => {
    expect(chapterFor('/teams/0190').id).toBe('mediators');
    expect(chapterFor('/records/decision/new').id).toBe('awards');
    expect(chapterFor('/records/residential-unit').id).toBe('mediators');
    expect(chapterFor('/').id).toBe('beginning');
    expect(chapterFor('/teamsters').id).toBe('beginning');
  });

  test('is searched without tones, by all words', () => {
    expect(findInGuide('')).toBe(guide);
    expect(findInGuide('bien nhan').map(({ id }) => id)).toContain('exchange');
    expect(findInGuide('không có từ này đâu nhé')).toEqual([]);
  });

  test('names every chapter once and leaves no section empty', () => {
    expect(new Set(guide.map(({ id }) => id)).size).toBe(guide.length);
    for (const { sections } of guide) for (const { text } of sections) expect(text.join('')).not.toBe('');
  });
});
