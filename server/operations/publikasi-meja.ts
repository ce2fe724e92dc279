import { refuse } from '../../shared/protocol/index.ts';
import { ATURAN, TABEL } from '../../shared/publik/index.ts';
import type { PublikasiMeja } from '../http/index.ts';
import { pratinjau, terbitkanYangJatuhTempo } from '../insight/index.ts';
import type { AkunRooms } from './akun.ts';
import { denganCatatan } from './catatan-akses.ts';
import { catatPilihan } from './publikasi.ts';

type Rooms = AkunRooms & { readonly onFault: (cause: unknown) => void };

/** Lays out the desk on which the instansi's admin sees what the public would see, and chooses; the rules are the command line's. */
export const createPublikasiMeja = (rooms: Rooms): PublikasiMeja => {
  const { store, clock, onFault } = rooms;
  return {
    keadaan: () =>
      store.read(async (tx) => {
        const pilihan = await tx.publication();
        const keys = await tx.releaseKeys();
        const terbit = TABEL.map((tabel) => {
          const periode = keys.filter((one) => one.tabel === tabel).map((one) => one.periode);
          const terakhir = [...periode].sort().at(-1) ?? null;
          return { tabel, banyak: periode.length, terakhir, minimal: ATURAN[tabel].minimal };
        });
        return {
          ...{ instansi: pilihan?.instansi ?? '', sejak: pilihan?.sejak ?? null, pada: pilihan?.at ?? null },
          ...{ tabel: TABEL.filter((tabel) => pilihan?.tabel.includes(tabel)), terbit },
        };
      }),
    pratinjau: ({ instansi, tabel }) =>
      pratinjau(rooms, {
        instansi: instansi.trim() || 'Instansi',
        tabel: TABEL.filter((satu) => tabel.includes(satu)),
        berkas: false,
      }),
    atur: async ({ id, nama }, pilihan) => {
      const tabel = TABEL.filter((satu) => pilihan.tabel.includes(satu));
      const dicatat = await denganCatatan(rooms, { pemilik: id, oleh: { id, nama } }, async (tx) => {
        const hasil = await catatPilihan(tx, { ...pilihan, tabel }, clock());
        const keterangan = tabel.join(', ') || 'tidak ada';
        return { hasil, catat: hasil && { jenis: 'publikasi', keterangan } };
      });
      if (!dicatat) return refuse('isi_salah', { bidang: 'sejak' });
      // Counting takes as long as there are schools; what was chosen holds already, and the hourly look makes up for a failure.
      void terbitkanYangJatuhTempo(rooms).catch(onFault);
      return { ok: true };
    },
  };
};
