import { useState } from 'preact/hooks';
import { PUSTAKA_RHK } from '../../../shared/domain/index.ts';
import type { IsiPolaSekolah, SatuPola } from '../../../shared/protocol/index.ts';
import { POLA_SEKOLAH_TERBANYAK } from '../../../shared/records/index.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { rentangJam } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { polaBersama as words } from '../../i18n/id/pola-bersama.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Button, EmptyState, ListRow, Sheet, StatusPill } from '../../ui/index.ts';
import { FormPola, type HasilPola } from './pola-form.tsx';
import './guru.css';

const KOSONG: IsiPolaSekolah = {
  ...{ nama: '', rhk: null, rencanaAksi: null, rencana: '', uraian: '' },
  ...{ mulai: null, selesai: null, realisasi: 1, satuan: '' },
};
const TANPA = { rencanaAksi: null, rencana: '' };

const PILIHAN = () => [
  {
    label: words.katalog,
    options: PUSTAKA_RHK.katalogKegiatan.map(({ kode, nama, satuan }) => ({
      ...{ value: kode, label: nama, satuan, isi: { rencanaAksi: kode, rencana: nama } },
    })),
  },
];

/** How a change went, and what it was done to. */
export type JadiPola = Exclude<HasilPola, { ok: true }> | { readonly ok: true; readonly id: string };

/** Who keeps shared patterns: a head by commands of his phone, an admin by the service. */
export type PenjagaPola = {
  readonly list: readonly SatuPola[];
  readonly tambah: (isi: IsiPolaSekolah) => Promise<JadiPola>;
  readonly ubah: (id: string, isi: IsiPolaSekolah) => Promise<JadiPola>;
  readonly pensiunkan: (id: string) => Promise<JadiPola>;
};

const ringkas = ({ mulai, selesai, rencana, uraian }: IsiPolaSekolah): string =>
  [mulai && selesai ? rentangJam({ mulai, selesai }) : '', rencana || uraian].filter(Boolean).join(' · ');

const Baris = ({ satu: { isi, dinas }, onBuka }: { satu: SatuPola; onBuka: () => void }) => (
  <li>
    <ListRow
      title={isi.nama}
      meta={ringkas(isi)}
      {...(dinas
        ? { trailing: <StatusPill tone="netral" icon="house" label={words.dinas} /> }
        : { onClick: onBuka })}
    />
  </li>
);

/** What one can do to shared patterns, each with a way back. */
const useBersama = ({ tambah, ubah, pensiunkan }: PenjagaPola) => {
  const kabari = (jadi: JadiPola, kata: string, urungkan: (id: string) => Promise<JadiPola>): JadiPola => {
    if (jadi.ok)
      beriTahu(kata, {
        teks: umum.aksi.urungkan,
        jalan: () =>
          void urungkan(jadi.id).then(
            (balik) => balik.ok || beriTahu(kataMasalah(balik.code, balik.params ?? {})),
          ),
      });
    return jadi;
  };
  const gagal = (jadi: JadiPola): void => {
    if (!jadi.ok) beriTahu(kataMasalah(jadi.code, jadi.params ?? {}));
  };
  return {
    simpan: async (isi: IsiPolaSekolah, dulu: SatuPola | null): Promise<JadiPola> =>
      dulu
        ? kabari(await ubah(dulu.id, isi), words.diubah, () => ubah(dulu.id, dulu.isi))
        : kabari(await tambah(isi), words.dibagikan, pensiunkan),
    pensiun: async ({ id, isi }: SatuPola): Promise<void> =>
      gagal(kabari(await pensiunkan(id), words.dipensiunkan, () => ubah(id, isi))),
    pakaiLagi: async ({ id, isi }: SatuPola): Promise<void> =>
      gagal(kabari(await ubah(id, isi), words.dipakaiLagi, () => pensiunkan(id))),
  };
};

const Pensiun = ({ list, onPakai }: { list: readonly SatuPola[]; onPakai: (satu: SatuPola) => void }) =>
  list.length === 0 ? null : (
    <details>
      <summary>{words.pensiun(list.length)}</summary>
      <ul class="daftar">
        {list.map((satu) => (
          <li key={satu.id}>
            <ListRow
              title={satu.isi.nama}
              meta={satu.dinas ? words.dinas : ringkas(satu.isi)}
              {...(satu.dinas ? {} : { trailing: words.pakaiLagi, onClick: () => onPakai(satu) })}
            />
          </li>
        ))}
      </ul>
    </details>
  );

/** The list of shared patterns with everything that can be done to it. */
export const DaftarPolaBersama = ({ ket, ...penjaga }: PenjagaPola & { readonly ket: string }) => {
  const [buka, setBuka] = useState<SatuPola | 'baru' | null>(null);
  const { simpan, pensiun, pakaiLagi } = useBersama(penjaga);
  const hidup = penjaga.list.filter((satu) => !satu.pensiun);
  const milik = hidup.filter(({ dinas }) => !dinas).length;
  const lama = buka === 'baru' ? null : buka;
  const baru = (
    <Button kind="tonal" icon="plus" onClick={() => setBuka('baru')}>
      {words.baru}
    </Button>
  );
  return (
    <>
      <p class="redup">{ket}</p>
      {hidup.length === 0 ? (
        <EmptyState icon="star" text={words.kosong} actions={baru} />
      ) : (
        <>
          <ul class="daftar">
            {hidup.map((satu) => (
              <Baris key={satu.id} satu={satu} onBuka={() => setBuka(satu)} />
            ))}
          </ul>
          {baru}
          <p class="redup">{words.sisa(milik, POLA_SEKOLAH_TERBANYAK)}</p>
        </>
      )}
      <Pensiun list={penjaga.list.filter((satu) => satu.pensiun)} onPakai={(satu) => void pakaiLagi(satu)} />
      <Sheet
        open={buka !== null}
        onClose={() => setBuka(null)}
        title={lama ? words.judulUbah : words.baru}
        closeLabel={umum.aksi.tutup}
      >
        {buka && (
          <FormPola<IsiPolaSekolah>
            kunci={`pola-bersama-${lama?.id ?? 'baru'}`}
            awal={lama?.isi ?? KOSONG}
            pilihan={PILIHAN()}
            nilai={({ rencanaAksi }) => rencanaAksi ?? ''}
            tanpa={TANPA}
            petunjuk={words.petunjuk}
            onSimpan={async (isi) => {
              const jadi = await simpan(isi, lama);
              if (jadi.ok) setBuka(null);
              return jadi;
            }}
            hapus={
              lama && {
                label: words.pensiunkan,
                jalan: () => {
                  setBuka(null);
                  void pensiun(lama);
                },
              }
            }
          />
        )}
      </Sheet>
    </>
  );
};
