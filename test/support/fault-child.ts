// Runs one operation and kills itself without warning at one of its writes, before or after it is done.
import './cheap-scrypt.ts';
import { strikeWith } from './fault-points.ts';
import { makeEngine, openStage, perform, type Stage } from './fault-scenarios.ts';

const run = async (): Promise<void> => {
  const [given = '', at = '', moment = ''] = process.argv.slice(2);
  const stage = JSON.parse(given) as Stage;
  const engine = makeEngine();
  await openStage(engine, stage);
  strikeWith((point, now) => {
    if (point.number === Number(at) && now === moment) process.kill(process.pid, 'SIGKILL');
  });
  await perform(engine, stage);
  strikeWith(undefined);
  engine.close();
};

void run();
