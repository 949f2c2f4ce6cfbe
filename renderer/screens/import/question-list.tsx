import { Button } from '@mantine/core';
import type { ImportPlan } from '#shared/contract/import-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';

const text = words.importing;

type QuestionListProps = {
  readonly questions: ImportPlan['questions'];
  readonly accepted: readonly string[];
  readonly onAccept: (accepted: readonly string[]) => void;
};

const answersOf = (code: string): Readonly<Record<string, string>> => text.answers[code] ?? { [code]: text.accept };

/** What one answer can settle for the whole file. */
export const QuestionList = ({ questions, accepted, onAccept }: QuestionListProps) => {
  const asked = questions.filter(
    (question) => question.severity === 'decision' || Object.keys(answersOf(question.code)).some((one) => accepted.includes(one)),
  );
  if (asked.length === 0) return null;
  return (
    <section className="notice warn" aria-label={text.questions}>
      <strong>{text.questions}</strong>
      <ul>
        {asked.map((question) => {
          const answers = answersOf(question.code);
          const given = Object.keys(answers).find((one) => accepted.includes(one));
          return (
            <li key={question.code}>
              <div className="row">
                <span>
                  {question.message} <span className="muted">({text.questionCount(question.count)})</span>
                </span>
                {given === undefined ? (
                  Object.entries(answers).map(([answer, label]) => (
                    <Button
                      key={answer}
                      size="xs"
                      variant="default"
                      onClick={() => {
                        onAccept([...accepted, answer]);
                      }}
                    >
                      {label}
                    </Button>
                  ))
                ) : (
                  <>
                    <span className="badge good">{answers[given]}</span>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => {
                        onAccept(accepted.filter((one) => one !== given));
                      }}
                    >
                      {text.takeBack}
                    </Button>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
