import type { DataLayanan } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredAccount, StoredDevice } from '../store/index.ts';

const hakNya = async (tx: ReadTx, id: string): Promise<DataLayanan['hak']> =>
  (await tx.grantsOf(id)).map(({ shard, peran, since, until }) => ({
    ...{ satuan: shard, peran, sejak: since, sampai: until },
  }));

const perangkatNya = async (
  tx: ReadTx,
  phones: readonly StoredDevice[],
): Promise<DataLayanan['perangkat']> => {
  const reminders = await Promise.all(phones.map(({ id }) => tx.reminderOf(id)));
  return phones.map(({ label, createdAt, seenAt, revokedAt }, i) => ({
    ...{ nama: label, sejak: createdAt, terakhir: seenAt, diputus: revokedAt },
    pengingat: reminders[i]?.hour ?? '',
  }));
};

const dilihatDi = async (
  tx: ReadTx,
  id: string,
  shards: readonly string[],
): Promise<DataLayanan['dilihat']> => {
  const found = await Promise.all(shards.map((shard) => tx.viewsOfOwner(shard, id, '')));
  return found.flat().map(({ day, viewerNama, peran, kind, record, shard }) => ({
    ...{ hari: day, oleh: viewerNama, peran, apa: kind, catatan: record, satuan: shard },
  }));
};

const slipNya = async (tx: ReadTx, id: string): Promise<DataLayanan['slip']> => {
  const slip = await tx.activationOf(id);
  return (
    slip && {
      ...{ terbit: slip.issuedAt, oleh: slip.issuedBy, berlakuSampai: slip.expiresAt, dipakai: slip.usedAt },
    }
  );
};

/** All that is kept about somebody beside her records, in one snapshot. */
export const ownData = async (tx: ReadTx, account: StoredAccount, now: number): Promise<DataLayanan> => {
  const { id, nip, nipLama, nama, jabatan, createdAt } = account;
  const [hak, phones] = [await hakNya(tx, id), await tx.devicesOf(id)];
  const shards = [...new Set(hak.map(({ satuan }) => satuan))];
  const labels = new Map(phones.map((phone) => [phone.id, phone.label]));
  const [sessions, passkeys, documents] = await Promise.all([
    tx.sessionsOf(id),
    tx.passkeysOf(id),
    Promise.all(shards.map((shard) => tx.documentsOf(shard, id))),
  ]);
  return {
    dibuat: now,
    akun: { id, nip, nipLama, nama, jabatan, sejak: createdAt, sandiDibuat: await tx.passwordSetAt(id) },
    hak,
    perangkat: await perangkatNya(tx, phones),
    sesi: sessions.map(({ device, createdAt: sejak, seenAt: terakhir, expiresAt: berakhir }) => ({
      ...{ perangkat: labels.get(device) ?? '', sejak, terakhir, berakhir },
    })),
    kunciSandi: passkeys.map((satu) => ({ nama: satu.nama, sejak: satu.createdAt, terakhir: satu.usedAt })),
    slip: await slipNya(tx, id),
    dilihat: await dilihatDi(tx, id, shards),
    dokumen: documents.flat().map(({ kind, about, code, issuedAt, shard }) => ({
      ...{ jenis: kind, tentang: about, kode: code, terbit: issuedAt, satuan: shard },
    })),
    bebanTerakhir: await tx.burdenReport(id),
  };
};
