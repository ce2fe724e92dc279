import { type AkunRooms, type Hasil, newId, tolak } from './akun.ts';
import { sekolahYang } from './atur.ts';
import { SHARD_INSTANSI, satkerDi } from './instansi.ts';
import { denganPena, SISTEM } from './pena.ts';
import { denganYangNanti } from './warisan.ts';

/**
 * The instansi's switch: whether teachers of these schools may publish portfolios. It is a command in each school's ledger,
 * so that phones know it without a network and it can be told later who was allowed when. Every school or none.
 */
export const aturPortofolio = async (
  rooms: AkunRooms,
  isian: Readonly<Record<string, string>>,
): Promise<Hasil<{ boleh: boolean; sekolah: readonly string[] }>> => {
  const { izinkan, npsn, semua } = isian;
  if (izinkan !== 'ya' && izinkan !== 'tidak') return tolak('Isi --izinkan dengan ya atau tidak.');
  if ((semua === 'true') === (npsn !== undefined))
    return tolak('Sebutkan sekolahnya: --npsn 12345678,87654321 atau --semua.');
  const shards = await rooms.store.read((tx) => sekolahYang(tx, isian));
  const [awal] = shards;
  if (awal === undefined) return tolak('Belum ada sekolah yang dapat diatur.');
  const pada = rooms.clock();
  return denganPena({ ...rooms, shard: awal }, async (pena, tx, lain) => {
    const records = [];
    const untukNanti = { tx, actor: SISTEM, device: newId('s', rooms), pada, pena: lain };
    for (const shard of await denganYangNanti(untukNanti, semua === 'true', shards)) {
      const record = await satkerDi(tx, shard);
      if (!record) return tolak(`Tidak ada sekolah dengan NPSN ${shard.slice(4)}.`);
      records.push(record);
    }
    for (const { shard, id, head } of records)
      await (shard === awal ? pena : lain(shard)).tulis({
        actor: SISTEM,
        device: newId('s', rooms),
        kind: 'portofolio.izinkan',
        body: { boleh: izinkan === 'ya' },
        record: id,
        base: head,
        pada,
      });
    return {
      ok: true,
      boleh: izinkan === 'ya',
      sekolah: records
        .filter(({ shard }) => shard !== SHARD_INSTANSI)
        .map(({ content }) => `${content.nama} (${content.npsn})`),
    };
  });
};
