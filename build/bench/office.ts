import { createEngine } from '#engine/engine.ts';
import { handlers } from '#engine/handlers.ts';
import { systemClock, systemIds } from '#engine/rim.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';

export const password = 'mat-khau-do-thu';

const office = {
  tier: 'district',
  unit: '654',
  asOf: '2019-12-01',
  officeName: 'Phòng Tư pháp',
  userName: 'Người đo',
} as const;

/** An engine that is asked as the windows ask it; what it refuses ends the case. */
export const startEngine = () => {
  const engine = createEngine({ clock: systemClock, ids: systemIds, handlers });
  const ask = async <M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
    const reply = await engine.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.failure.code}`);
    return reply.value;
  };
  /** Sets up an empty district in a folder. */
  const createOffice = (folder: string) => ask('workspace.create', { folder, password, ...office });
  return { engine, ask, createOffice };
};
