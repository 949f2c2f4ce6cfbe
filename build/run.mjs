import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';

/** What stands in the way, in words for a person: shown without a stack. */
export class Obstacle extends Error {}

/** Does the work of a program; an obstacle ends it with a sentence, anything else with its stack. */
export const asProgram = async (work) => {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Obstacle ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
};

/** Environment in which every tool finds Node 24 and the project's tools first. */
export const environment = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` };

/** Runs a command in the project's folder; returns its exit code. `quiet` keeps its output to itself and returns it. */
export const run = (command, args, { quiet = false, env = {}, shell = false, timeout } = {}) =>
  new Promise((settle) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...environment, ...env },
      shell,
      timeout,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.on('error', (error) => settle({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
