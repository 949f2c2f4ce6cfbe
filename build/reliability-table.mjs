const names = ({ parts }) => parts[0]?.figures.map(([name]) => name) ?? [];
const countOf = ({ figures }, wanted) => figures.find(([name]) => name === wanted)?.[1] ?? null;
const shown = (count) => (count === null ? '–' : count.toLocaleString('en').replaceAll(',', ' '));

const rowsOf = (report) =>
  names(report).map((name) => {
    const counts = report.parts.map((part) => countOf(part, name));
    const known = counts.filter((count) => count !== null);
    return [name, ...counts, known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0)];
  });

const headOf = (report) => ['figure', ...report.parts.map(({ part }) => part), 'all together'];
const seedsOf = (report) => ['seed', ...report.parts.map(({ seed }) => (seed === null ? '–' : String(seed))), ''];
const secondsOf = (report) => [
  'seconds',
  ...report.parts.map(({ seconds }) => String(seconds)),
  String(report.parts.reduce((sum, { seconds }) => sum + seconds, 0)),
];

const linesOf = (report) => [
  ...rowsOf(report).map(([name, ...counts]) => [name, ...counts.map(shown)]),
  seedsOf(report),
  secondsOf(report),
];

const aboutOf = ({ commit, seed, minutes, passed, failed }) =>
  `Commit ${commit}, seed ${seed}, ${minutes.toFixed(1)} minutes; ${passed} tests passed, ${failed} failed. ` +
  `Again: npm run report:reliability -- --seed ${seed}. A dash: this part does not count that; a row of dashes was not run.`;

export const reliabilityMarkdown = (report) => {
  const head = headOf(report);
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const rule = row(head.map((_, index) => (index === 0 ? '---' : '---:')));
  return `# Reliability of the exchange\n\n${aboutOf(report)}\n\n${[row(head), rule, ...linesOf(report).map(row)].join('\n')}\n`;
};

export const reliabilityHtml = (report) => {
  const line = (cells, tag) =>
    `<tr>${cells.map((cell, index) => (index === 0 ? `<th scope="row">${cell}</th>` : `<${tag}>${cell}</${tag}>`)).join('')}</tr>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Reliability of the exchange</title>
<style>body { max-width: 1400px; margin: 24px auto; padding: 0 16px; font: 14px/1.5 "Segoe UI", "Noto Sans", sans-serif; color: #1d2a26; background: #f7f5f0; }
table { border-collapse: collapse; background: #fff; } td, th { padding: 3px 12px; border: 1px solid #ddd8cc; text-align: right; font-weight: normal; }
th[scope=row] { text-align: left; } thead th { font-weight: 600; vertical-align: bottom; } td { font-variant-numeric: tabular-nums; }</style></head>
<body><h1>Reliability of the exchange</h1>
<p>${aboutOf(report)}</p>
<table><thead>${line(headOf(report), 'th')}</thead><tbody>
${linesOf(report)
  .map((cells) => line(cells, 'td'))
  .join('\n')}
</tbody></table></body></html>
`;
};
