// Starts a packed application and has it make a workspace: window, preload, engine process and database driver work as packed.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { sandboxOptions } from './display.mjs';
import { asProgram, Obstacle } from './run.mjs';

const packed = process.argv[2];
const patience = 30_000;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Starts a copy away from the project: there it would find what was left out of it in the project's `node_modules`. */
const start = (folder) => {
  const program = join(folder, 'program');
  cpSync(dirname(packed), program, { recursive: true });
  const options = [...sandboxOptions, '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, '--lang=vi'];
  return spawn(join(program, basename(packed)), [...options, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
};

/** Chromium's port: Playwright's own way into Electron is one of the fuses that are off, its other way needs a newer Chromium than the fallback's. */
const findPort = (child) =>
  new Promise((settle, refuse) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [, port] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? [];
      if (port !== undefined) settle(port);
    });
    child.on('error', refuse);
    child.on('exit', (code) => refuse(new Obstacle(`The packed application ended (${code}):\n${said.slice(-2000)}`)));
    setTimeout(() => refuse(new Obstacle(`The packed application did not start:\n${said.slice(-2000)}`)), patience).unref();
  });

/** Asks until there is an answer. */
const waitFor = async (what, ask) => {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(100);
  }
  throw new Obstacle(`Within ${patience / 1000} s there was no ${what}.`);
};

const findPage = (port) =>
  waitFor('window', async () => {
    const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    return pages.find((page) => page.type === 'page' && page.url.startsWith('app://main'))?.webSocketDebuggerUrl;
  });

/** Evaluates one expression in the page and gives its value. */
const evaluate = (address, expression) =>
  new Promise((settle, refuse) => {
    const socket = new WebSocket(address);
    const parameters = { expression, awaitPromise: true, returnByValue: true };
    const timer = setTimeout(() => refuse(new Obstacle('The window does not answer.')), patience);
    socket.onerror = () => refuse(new Obstacle('The window cannot be spoken to.'));
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: parameters }));
    socket.onmessage = ({ data }) => {
      clearTimeout(timer);
      socket.close();
      const { result } = JSON.parse(data);
      if (result?.exceptionDetails === undefined) settle(result?.result.value);
      else refuse(new Obstacle(`The window says: ${JSON.stringify(result.exceptionDetails)}`));
    };
  });

const workspaceIn = (folder) => ({
  folder,
  tier: 'district',
  unit: '654',
  asOf: '2024-01-01',
  officeName: 'Phòng Tư pháp thử nghiệm',
  userName: 'Nguyễn Thị Thử',
  password: 'mat-khau-thu-nghiem',
});

const tryOut = async (child, folder) => {
  const address = await findPage(await findPort(child));
  await waitFor('screen', async () => (await evaluate(address, "document.querySelector('main') !== null")) || undefined);
  const workspace = join(folder, 'workspace');
  const input = JSON.stringify(workspaceIn(workspace));
  const reply = await evaluate(address, `window.desktop.callEngine(1000000, 'workspace.create', ${input})`);
  if (!reply.ok) throw new Obstacle(`The engine answered: ${JSON.stringify(reply.failure)}`);
  if (!existsSync(join(workspace, 'data.db'))) throw new Obstacle('The engine made no database.');
};

/** A program in which something is broken may not end when it is asked to. */
const stop = async (child) => {
  child.removeAllListeners('exit');
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(timer);
};

await asProgram(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-hoa-giai-smoke-'));
  const child = start(folder);
  try {
    await tryOut(child, folder);
    process.stderr.write('It starts, shows its window and keeps an encrypted workspace.\n');
  } finally {
    await stop(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
