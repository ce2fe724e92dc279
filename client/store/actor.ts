import type { Actor } from '../../shared/commands/index.ts';
import type { Saya } from './database.ts';

/** The person as the rules see her, in one shard. */
export const actorOf = (saya: Saya, shard: string): Actor => ({
  id: saya.id,
  nama: saya.nama,
  peran: [...new Set(saya.grants.filter(({ s }) => s === shard).map(({ peran }) => peran))],
});
