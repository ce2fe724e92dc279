import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { PolaTampil } from '../../../shared/domain/index.ts';
import type { Pola, Skp } from '../../../shared/records/index.ts';
import {
  type Done,
  hapusPola,
  sembunyikanPola,
  simpanPola,
  tampilkanPola,
  ubahPola,
} from '../../actions/index.ts';
import { mulaiDariPola } from '../../app/catat-baru.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pola as kata } from '../../i18n/id/pola-kamera.ts';
import { polaMilik as words } from '../../i18n/id/pola-milik.ts';
import { umum } from '../../i18n/id/umum.ts';
import { polaDibaca, polaMilik, skpOf, useLive } from '../../store/index.ts';
import { Button, EmptyState, Page, Section, Sheet, TopBar } from '../../ui/index.ts';
import { nilaiRencana, pilihanRencana } from './isian.ts';
import { BarisPola } from './pola-baris.tsx';
import { FormPola } from './pola-form.tsx';
import './guru.css';

const KOSONG: Pola = {
  ...{ nama: '', rhk: null, rencanaAksi: null, uraian: '' },
  ...{ mulai: null, selesai: null, realisasi: 1, satuan: '' },
};
const TANPA = { rhk: null, rencanaAksi: null };

const pilihanDari = (skp: Skp | null) =>
  pilihanRencana(skp).map(({ label, options }) => ({
    label,
    options: options.map(({ value, label: nama, satuan, rhk, rencanaAksi }) => ({
      ...{ value, label: nama, satuan, isi: { rhk, rencanaAksi } },
    })),
  }));

/** Tells how it went, with the way back where it did. */
const kabari = (done: Done, jadi: string, urungkan: (id: string) => Promise<unknown>): void =>
  beriTahu(
    done.ok ? jadi : kataMasalah(done.code, done.params),
    done.ok ? { teks: umum.aksi.urungkan, jalan: () => void urungkan(done.id) } : undefined,
  );

const hapus = async (app: App, { id, isi }: PolaTampil): Promise<void> =>
  kabari(await hapusPola(app, id), kata.dihapus, () => ubahPola(app, id, isi));
const sembunyikan = async (app: App, { id }: PolaTampil): Promise<void> =>
  kabari(await sembunyikanPola(app, id), words.disembunyikan, () => tampilkanPola(app, id));
const tampilkan = async (app: App, { id }: PolaTampil): Promise<void> =>
  kabari(await tampilkanPola(app, id), words.ditampilkan, () => sembunyikanPola(app, id));
const salin = async (app: App, { isi }: PolaTampil): Promise<void> =>
  kabari(await simpanPola(app, isi), words.disalin(isi.nama), (baru) => hapusPola(app, baru));

type Milik = ReturnType<typeof polaMilik>;

/** What the school shares, and below it what she hid of that. */
const DariSekolah = ({ daftar, skp }: { daftar: Milik; skp: Skp | null }) => {
  const app = useApp();
  const { route } = useLocation();
  const mulai = (satu: PolaTampil): void =>
    void mulaiDariPola(app, satu.isi).then(({ id }) => route(`/catat/${id}`));
  if (daftar.sekolah.length + daftar.sembunyi.length === 0) return null;
  return (
    <Section title={words.judul}>
      {daftar.sekolah.length > 0 && (
        <ul class="daftar">
          {daftar.sekolah.map((satu) => (
            <BarisPola key={satu.id} satu={satu} skp={skp} onMulai={() => mulai(satu)}>
              <Button
                kind="teks"
                icon="copy"
                aria-label={words.salin(satu.isi.nama)}
                onClick={() => void salin(app, satu)}
              />
              <Button
                kind="teks"
                icon="eye-off"
                aria-label={words.sembunyikan(satu.isi.nama)}
                onClick={() => void sembunyikan(app, satu)}
              />
            </BarisPola>
          ))}
        </ul>
      )}
      {daftar.sembunyi.length > 0 && (
        <details>
          <summary>{words.tersembunyi(daftar.sembunyi.length)}</summary>
          <ul class="daftar">
            {daftar.sembunyi.map((satu) => (
              <BarisPola key={satu.id} satu={satu} skp={skp} onMulai={() => mulai(satu)}>
                <Button
                  kind="teks"
                  icon="eye"
                  aria-label={words.tampilkan(satu.isi.nama)}
                  onClick={() => void tampilkan(app, satu)}
                />
              </BarisPola>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};

/** G09: activities done again and again, two taps each: her own, and what her school shares. */
export const PolaCepat = () => {
  const app = useApp();
  const { route } = useLocation();
  const { hariIni } = useHariIni();
  const [buka, setBuka] = useState<PolaTampil | 'baru' | null>(null);
  const dibaca = useLive(() => polaDibaca(app.store, app.actor.id), [app.store, app.actor.id]);
  const skp = useLive(() => skpOf(app.store, app.actor.id, hariIni), [app.store, hariIni])?.content ?? null;
  const daftar = dibaca && polaMilik(dibaca, skp);
  const simpan = async (isi: Pola): Promise<Done> => {
    const done = await (buka && buka !== 'baru' ? ubahPola(app, buka.id, isi) : simpanPola(app, isi));
    if (done.ok) {
      setBuka(null);
      beriTahu(kata.tersimpan);
    }
    return done;
  };
  const baru = (
    <Button kind="tonal" icon="plus" onClick={() => setBuka('baru')}>
      {kata.baru}
    </Button>
  );
  return (
    <Page
      title={kata.judul}
      bar={<TopBar title={kata.judul} back={{ href: '/', label: umum.aksi.kembali }} />}
      busy={!daftar}
    >
      {daftar?.saya.length === 0 ? (
        <EmptyState icon="star" text={kata.kosong} actions={baru} />
      ) : (
        <>
          <ul class="daftar">
            {daftar?.saya.map((one) => (
              <BarisPola
                key={one.id}
                satu={one}
                skp={skp}
                onMulai={() => void mulaiDariPola(app, one.isi).then(({ id }) => route(`/catat/${id}`))}
              >
                <Button
                  kind="teks"
                  icon="pencil-line"
                  aria-label={kata.ubah(one.isi.nama)}
                  onClick={() => setBuka(one)}
                />
              </BarisPola>
            ))}
          </ul>
          {baru}
        </>
      )}
      {daftar && <DariSekolah daftar={daftar} skp={skp} />}
      <Sheet
        open={buka !== null}
        onClose={() => setBuka(null)}
        title={buka === 'baru' ? kata.baru : kata.judulUbah}
        closeLabel={umum.aksi.tutup}
      >
        {buka && (
          <FormPola
            kunci={buka === 'baru' ? 'pola-baru' : `pola-${buka.id}`}
            awal={buka === 'baru' ? KOSONG : buka.isi}
            pilihan={pilihanDari(skp)}
            nilai={nilaiRencana}
            tanpa={TANPA}
            onSimpan={simpan}
            hapus={
              buka === 'baru'
                ? null
                : {
                    label: kata.hapus,
                    jalan: () => {
                      setBuka(null);
                      void hapus(app, buka);
                    },
                  }
            }
          />
        )}
      </Sheet>
    </Page>
  );
};
