import { useState } from 'preact/hooks';
import type { KonfirmasiDokumen } from '../../../shared/records/index.ts';
import { konfirmasiDokumen } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { praktik } from '../../i18n/id/praktik.ts';
import type { PraktikRow } from '../../store/index.ts';
import { Button, Chip, Field, Section, TextInput } from '../../ui/index.ts';
import { hitungan, StatusDokumen } from '../guru/praktik-baca.tsx';

const kata = praktik.penilai;
const { syarat } = praktik.milik;
const SYARAT = ['ada', 'sah', 'memadai'] as const;

type Hasil = Omit<KonfirmasiDokumen, 'oleh' | 'pada'>;
const KOSONG: Hasil = { ada: false, sah: false, memadai: false, catatan: '' };
const LENGKAP: Hasil = { ada: true, sah: true, memadai: true, catatan: '' };

const Satu = ({ row, kode, nama }: { row: PraktikRow; kode: string; nama: string }) => {
  const app = useApp();
  const kini = row.state.dokumen?.[kode];
  const hasil: Hasil = kini
    ? { ada: kini.ada, sah: kini.sah, memadai: kini.memadai, catatan: kini.catatan }
    : KOSONG;
  const [catatan, setCatatan] = useState(hasil.catatan);
  const tulis = async (next: Hasil) => {
    const kosong = !next.ada && !next.sah && !next.memadai && !next.catatan.trim();
    const done = await konfirmasiDokumen(app, row, {
      kode,
      hasil: kosong ? null : { ...next, catatan: next.catatan.trim() },
    });
    beriTahu(
      done.ok
        ? kosong
          ? kata.konfirmasiUrung
          : kata.konfirmasiTersimpan
        : kataMasalah(done.code, done.params),
    );
  };
  return (
    <li>
      <b>{nama}</b>
      <div class="praktik-status">
        <StatusDokumen satu={kini} />
      </div>
      <div class="praktik-syarat" role="group" aria-label={nama}>
        {SYARAT.map((satu) => (
          <Chip
            key={satu}
            pressed={hasil[satu]}
            onClick={() => void tulis({ ...hasil, catatan, [satu]: !hasil[satu] })}
          >
            {syarat[satu]}
          </Chip>
        ))}
        {!(hasil.ada && hasil.sah && hasil.memadai) && (
          <Button kind="teks" icon="check-check" onClick={() => void tulis({ ...LENGKAP, catatan })}>
            {kata.konfirmasiSemua}
          </Button>
        )}
      </div>
      {kini && (
        <Field id={`catatan-${kode}`} label={kata.catatanDokumen(nama)} hideLabel>
          <TextInput
            maxLength={500}
            placeholder={kata.catatanDokumen(nama)}
            value={catatan}
            onInput={(event) => setCatatan(event.currentTarget.value)}
            onChange={() => catatan !== hasil.catatan && void tulis({ ...hasil, catatan })}
          />
        </Field>
      )}
    </li>
  );
};

/** Documents that the teacher shows: seen, valid, sufficient; a tap each, and a word where something is missing. */
export const KonfirmasiDaftar = ({ row }: { row: PraktikRow }) => (
  <Section title={praktik.milik.dokumen}>
    {row.content.dokumen.length === 0 ? (
      <p class="redup">{kata.tanpaDokumen}</p>
    ) : (
      <div class="tumpuk">
        <p class="redup">{hitungan(row)}</p>
        <ul class="praktik-butir">
          {row.content.dokumen.map(({ kode, nama }) => (
            <Satu key={kode} row={row} kode={kode} nama={nama} />
          ))}
        </ul>
      </div>
    )}
  </Section>
);
