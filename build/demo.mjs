// The guided demo: the 15 districts of a made-up province, their packages merged, answered and printed, and a picture of every screen of the
// real application. Leaves everything in out/demo/.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './build.mjs';
import { runOnDisplay, sandboxOptions } from './display.mjs';
import { readRuntime } from './electron-runtime.mjs';
import { appFolder, node24, out, root } from './paths.mjs';
import { Obstacle, run } from './run.mjs';

const folder = join(out, 'demo');
const say = (text) => process.stderr.write(`${text}\n`);
const password = () => readFileSync(join(folder, 'password.txt'), 'utf8').trim();

const shg = async (...args) => {
  const { code, output } = await run(node24, [join(appFolder, 'shg.cjs'), ...args], {
    quiet: true,
    env: existsSync(join(folder, 'password.txt')) ? { SHG_PASSWORD: password() } : {},
  });
  if (code !== 0) throw new Error(`shg ${args.join(' ')}: exit ${code}\n${output.slice(-2000)}`);
  return output;
};

const list = (name, ending) =>
  existsSync(join(folder, name))
    ? readdirSync(join(folder, name))
        .filter((file) => file.endsWith(ending))
        .sort()
    : [];

const links = (name, ending) =>
  list(name, ending)
    .map(
      (file) =>
        `<li><a href="${name}/${file}">${file}</a> (${Math.ceil(statSync(join(folder, name, file)).size / 1024)} kB)</li>`,
    )
    .join('\n');

const page = (results) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Sổ Hòa Giải: bản trình diễn</title>
<style>body { max-width: 1080px; margin: 24px auto; padding: 0 16px; font: 15px/1.5 "Segoe UI", "Noto Sans", sans-serif; color: #1d2a26; background: #f7f5f0; }
img { width: 100%; border: 1px solid #ddd8cc; } figure { margin: 0 0 28px; } table { border-collapse: collapse; background: #fff; } td, th { padding: 4px 12px; border: 1px solid #ddd8cc; text-align: left; }</style></head>
<body><h1>Sổ Hòa Giải: bản trình diễn</h1>
<p>Mọi người trong bản này đều không có thật. Mật khẩu của các sổ nằm trong <a href="password.txt">password.txt</a>.</p>
<h2>Tiếp nhận ở cấp tỉnh</h2>
<table><tr><th>Đơn vị</th><th>Gói</th><th>Thêm</th><th>Mã kiểm tra khớp phong bì</th></tr>
${results.map((one) => `<tr><td>${one.officeName}</td><td>${one.seq}</td><td>${one.counts.added}</td><td>${one.stateHashMatches ? 'khớp' : 'không'}</td></tr>`).join('\n')}</table>
<h2>Gói dữ liệu</h2><ul>${links('packages', '.hgpkg')}</ul>
<h2>Phiếu gửi</h2><ul>${links('transmittals', '.pdf')}</ul>
<h2>Biên nhận</h2><ul>${links('receipts', '.hgack')}${links('receipts', '.pdf')}</ul>
<h2>Danh sách hòa giải viên</h2><ul>${links('rosters', '.pdf')}</ul>
<h2>Các màn hình</h2>
${list('screens', '.png')
  .map(
    (file) =>
      `<figure><img src="screens/${file}" alt="${file.replace('.png', '')}"><figcaption>${file.replace('.png', '')}</figcaption></figure>`,
  )
  .join('\n')}
</body></html>
`;

const districts = () =>
  readdirSync(folder)
    .filter((name) => name.startsWith('district-'))
    .sort();
const codeOf = (name) => name.replace('district-', '');
const packageOf = (code) =>
  join(
    folder,
    'packages',
    list('packages', '.hgpkg').find((file) => file.startsWith(`${code}-`)),
  );

const makeOffices = async () => {
  say('1/6 Making the offices: 15 districts with made-up people, enrolled at the province ...');
  await shg('demo', '--out', folder, '--scale', 'province', '--seed', '1');
};

const merge = async () => {
  say('2/6 Verifying and merging the 15 packages at the province ...');
  const output = await shg(
    'merge',
    '-w',
    join(folder, 'province'),
    ...districts().map((name) => packageOf(codeOf(name))),
    '--json',
  );
  const results = JSON.parse(output.slice(output.indexOf('[\n')).replace(/\n\](?![\s\S]*\n\])[\s\S]*$/, '\n]'));
  const wrong = results.filter((one) => one.status !== 'applied' || one.stateHashMatches !== true);
  if (wrong.length > 0) throw new Error(`Not merged: ${wrong.map((one) => one.file).join(', ')}`);
  return results;
};

const answer = async () => {
  say('3/6 Issuing receipts; every district takes its own in ...');
  mkdirSync(join(folder, 'receipts'), { recursive: true });
  for (const name of districts()) {
    await shg('receipt', '-w', join(folder, 'province'), '--office', codeOf(name), '--to', join(folder, 'receipts'));
    const file = list('receipts', '.hgack').find((one) => one.startsWith(`${codeOf(name)}-`));
    await shg('receive', '-w', join(folder, name), join(folder, 'receipts', file));
  }
};

const paperOf = async (args) => {
  const file = join(folder, 'paper.html');
  await shg('report', ...args, '--format', 'html', '--out', file);
  const html = readFileSync(file, 'utf8');
  rmSync(file);
  return html;
};

/** All papers in one go of the print process: starting it thirty times would take longer than printing. */
const print = async () => {
  say('4/6 Printing transmittals and rosters as PDF ...');
  const jobs = [];
  for (const name of districts()) {
    const code = codeOf(name);
    const workspace = join(folder, name);
    for (const [report, kind, landscape] of [
      ['transmittal', 'transmittals', false],
      ['roster', 'rosters', true],
    ]) {
      mkdirSync(join(folder, kind), { recursive: true });
      const html = await paperOf([report, '-w', workspace]);
      jobs.push({
        paper: { title: report, html, landscape, pageNumbers: true, fileName: '' },
        file: join(folder, kind, `${code}-${report}.pdf`),
      });
    }
  }
  const listFile = join(folder, 'print-jobs.json');
  writeFileSync(listFile, JSON.stringify(jobs));
  const runtime = readRuntime();
  if (runtime === undefined) throw new Obstacle('There is no Electron to print with.');
  const options = [...sandboxOptions, '--disable-gpu', `--print-job=${listFile}`, `--user-data-dir=${join(folder, 'profile')}`];
  const { code, output } = await runOnDisplay(runtime.electron, [join(appFolder, 'main.cjs'), ...options], { quiet: true });
  rmSync(listFile, { force: true });
  rmSync(join(folder, 'profile'), { recursive: true, force: true });
  if (code !== 0) throw new Error(`Printing failed:\n${output.slice(-800)}`);
};

const takePictures = async () => {
  say('5/6 Opening the application and taking a picture of every screen ...');
  const report = join(out, 'tour-report.json');
  const { code, output } = await runOnDisplay(
    node24,
    [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '-c', 'build/tour.config.ts'],
    { quiet: true, env: { SHG_TOUR: folder, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  );
  if (code !== 0) throw new Error(`The tour through the screens failed:\n${output.slice(-3000)}`);
};

const startedAt = Date.now();
try {
  await buildBundles();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await makeOffices();
  const results = await merge();
  await answer();
  await print();
  await takePictures();
  say('6/6 Writing the index ...');
  writeFileSync(join(folder, 'index.html'), page(results));
  say(`\nDone in ${Math.round((Date.now() - startedAt) / 1000)} s. In out/demo/ lie now:`);
  say(`  province/ and ${districts().length} district-NNN/   workspaces (password in password.txt)`);
  say(`  packages/      ${list('packages', '.hgpkg').length} signed, encrypted packages, requests and grants`);
  say(
    `  transmittals/  ${list('transmittals', '.pdf').length} transmittals; rosters/ ${list('rosters', '.pdf').length} rosters; receipts/ ${list('receipts', '.hgack').length} receipts`,
  );
  say(`  screens/       ${list('screens', '.png').length} pictures; open index.html to see all of it`);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
