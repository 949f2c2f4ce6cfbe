import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { GuideChapter } from '#shared/text/guide/chapter.ts';
import { findInGuide } from '#shared/text/guide/guide.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { KeyTables } from '#renderer/actions/key-list.tsx';
import { Empty, Page } from '#renderer/components/page.tsx';
import { guideHtml } from './guide-html.ts';

const printGuide = (): void => {
  void window.desktop.print({
    title: words.help.title,
    html: guideHtml(),
    landscape: false,
    pageNumbers: true,
    fileName: words.help.fileName,
  });
};

const keysId = 'keys';

const headingId = (id: string): string => `guide-${id}`;

const show = (id: string): void => {
  const heading = document.getElementById(headingId(id));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
};

type Entry = { readonly id: string; readonly title: string };

const Contents = ({ entries }: { readonly entries: readonly Entry[] }) => (
  <ul className="guide-contents">
    {entries.map(({ id, title }) => (
      <li key={id}>
        <button
          type="button"
          onClick={() => {
            show(id);
          }}
        >
          {title}
        </button>
      </li>
    ))}
  </ul>
);

const Chapter = ({ chapter }: { readonly chapter: GuideChapter }) => (
  <section aria-labelledby={headingId(chapter.id)}>
    <h2 id={headingId(chapter.id)} tabIndex={-1}>
      {chapter.title}
    </h2>
    {chapter.sections.map(({ title, text, steps }) => (
      <div key={title}>
        <h3>{title}</h3>
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {steps === undefined ? null : (
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
      </div>
    ))}
  </section>
);

const Keys = () => (
  <section aria-labelledby={headingId(keysId)}>
    <h2 id={headingId(keysId)} tabIndex={-1}>
      {words.help.keysTitle}
    </h2>
    <KeyTables />
  </section>
);

/** The users' guide, on the screen and on paper; opens at the chapter about the screen from which it was asked for. */
export const Help = ({ chapterId }: { readonly chapterId: string | undefined }) => {
  const [asked, setAsked] = useState('');
  const chapters = findInGuide(asked);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chapterId !== undefined) show(chapterId);
  }, [chapterId]);
  useEffect(() => {
    if (asked !== '') text.current?.scrollTo({ top: 0 });
  }, [asked]);
  const isAll = asked.trim() === '';
  return (
    <Page
      title={words.help.title}
      actions={
        <Button variant="default" onClick={printGuide}>
          {words.help.print}
        </Button>
      }
    >
      <div className="guide-frame">
        <nav className="sheet guide-side" aria-label={words.help.contents}>
          <TextInput
            label={words.help.search}
            value={asked}
            onChange={(event) => {
              setAsked(event.currentTarget.value);
            }}
          />
          <Contents entries={isAll ? [...chapters, { id: keysId, title: words.help.keysTitle }] : chapters} />
        </nav>
        <div className="sheet padded guide" ref={text} tabIndex={0} role="region" aria-label={words.help.title}>
          {chapters.length === 0 ? <Empty title={words.search.none} /> : null}
          {chapters.map((chapter) => (
            <Chapter key={chapter.id} chapter={chapter} />
          ))}
          {isAll ? <Keys /> : null}
        </div>
      </div>
    </Page>
  );
};
