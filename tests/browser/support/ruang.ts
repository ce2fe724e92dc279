import { randomBytes, randomInt } from 'node:crypto';
import { openDataRooms } from '../../../server/operations/rooms.ts';
import { kini } from './waktu.ts';
import type { World } from './world.ts';

/** The data of a world whose service has been stopped, as an operator's command opens them. Close the store before it starts again. */
export const bukaRuang = ({ dataDir }: Pick<World, 'dataDir'>): ReturnType<typeof openDataRooms> =>
  openDataRooms(
    { dataDir },
    {
      clock: kini,
      random: () => randomInt(2 ** 32) / 2 ** 32,
      randomBytes: (size) => new Uint8Array(randomBytes(size)),
    },
  );
