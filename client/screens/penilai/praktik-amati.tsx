import { useState } from 'preact/hooks';
import { SKALA_OBSERVASI, type SkalaObservasi } from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText, countLetters } from '../../../shared/records/index.ts';
import { catatObservasi, type Done, jadwalkanObservasi } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { praktik } from '../../i18n/id/praktik.ts';
import type { PraktikRow } from '../../store/index.ts';
import { Button, Field, Section, Segmented, TextArea, TextInput } from '../../ui/index.ts';
import { Lembar } from '../guru/praktik-baca.tsx';

const kata = praktik.penilai;
const { skala: kataSkala, ...words } = praktik.milik;

const kabar = (done: Done, teks: string): boolean => {
  beriTahu(done.ok ? teks : kataMasalah(done.code, done.params));
  return done.ok;
};

/** When the observation shall be: as the teacher proposes, or otherwise. */
export const Jadwal = ({ row }: { row: PraktikRow }) => {
  const app = useApp();
  const { persiapan, tahun } = row.content;
  const { jadwal, tahap } = row.state;
  const [tanggal, setTanggal] = useState(jadwal?.tanggal ?? persiapan.tanggal ?? '');
  const [mulai, setMulai] = useState(jadwal?.mulai ?? persiapan.mulai ?? '');
  const simpan = async (event: Event) => {
    event.preventDefault();
    kabar(await jadwalkanObservasi(app, row, { tanggal, mulai }), kata.terjadwal);
  };
  return (
    <Section title={kata.jadwal}>
      {persiapan.tanggal && <p class="redup">{kata.usul(persiapan.tanggal, persiapan.mulai)}</p>}
      <form class="tumpuk" onSubmit={(event) => void simpan(event)}>
        <div class="praktik-jadwal">
          <Field id="jadwal-tanggal" label={words.tanggal}>
            <TextInput
              type="date"
              required
              min={`${tahun}-01-01`}
              max={`${tahun}-12-31`}
              value={tanggal}
              onInput={(event) => setTanggal(event.currentTarget.value)}
            />
          </Field>
          <Field id="jadwal-mulai" label={words.mulai}>
            <TextInput
              type="time"
              required
              value={mulai}
              onInput={(event) => setMulai(event.currentTarget.value)}
            />
          </Field>
        </div>
        <Button
          kind="tonal"
          icon="calendar"
          type="submit"
          disabled={
            !tanggal ||
            !mulai ||
            (tahap === 'DIJADWALKAN' && jadwal?.tanggal === tanggal && jadwal.mulai === mulai)
          }
        >
          {tahap === 'DIJADWALKAN' ? kata.jadwalUbah : kata.jadwalkan}
        </Button>
      </form>
    </Section>
  );
};

type Isian = {
  readonly tanggal: string;
  readonly skala: Readonly<Record<string, SkalaObservasi>>;
  readonly catatan: string;
};

const PILIHAN = SKALA_OBSERVASI.map((value) => ({ value, label: kataSkala[value] }));

const FormLembar = ({
  row,
  hariIni,
  onSelesai,
}: {
  row: PraktikRow;
  hariIni: string;
  onSelesai: () => void;
}) => {
  const app = useApp();
  const { observasi, jadwal } = row.state;
  const { perilaku } = row.content.fokus;
  const awal: Isian = {
    tanggal: observasi?.tanggal ?? (jadwal && jadwal.tanggal <= hariIni ? jadwal.tanggal : hariIni),
    skala: Object.fromEntries((observasi?.hasil ?? []).map((satu) => [satu.perilaku, satu.skala])),
    catatan: observasi?.catatan ?? '',
  };
  const [isi, setIsi] = useKetikan<Isian>(`amati-${row.id}`, awal);
  const sisa = perilaku.filter((satu) => !isi.skala[satu]).length;
  const simpan = async (event: Event) => {
    event.preventDefault();
    const hasil = perilaku.flatMap((satu) => {
      const skala = isi.skala[satu];
      return skala ? [{ perilaku: satu, skala }] : [];
    });
    const catatan = cleanText(isi.catatan).trim();
    const done = await catatObservasi(app, row, { tanggal: isi.tanggal, hasil, catatan });
    if (!kabar(done, kata.lembarTersimpan)) return;
    setIsi(awal);
    onSelesai();
  };
  return (
    <form class="tumpuk" onSubmit={(event) => void simpan(event)}>
      <Field id="observasi-tanggal" label={kata.tanggalObservasi}>
        <TextInput
          type="date"
          required
          max={hariIni}
          value={isi.tanggal}
          onInput={(event) => setIsi({ ...isi, tanggal: event.currentTarget.value })}
        />
      </Field>
      {perilaku.map((satu, i) => (
        <div key={satu} class="tumpuk-rapat">
          <span class="label">{satu}</span>
          <Segmented
            name={`skala-${i}`}
            label={satu}
            value={(isi.skala[satu] ?? '') as SkalaObservasi}
            options={PILIHAN}
            onValue={(skala) => setIsi({ ...isi, skala: { ...isi.skala, [satu]: skala } })}
          />
        </div>
      ))}
      <Field
        id="observasi-catatan"
        label={kata.catatan}
        count={{ used: countLetters(isi.catatan), max: LIMITS.catatanLetters }}
      >
        <TextArea
          rows={3}
          value={isi.catatan}
          onInput={(event) => setIsi({ ...isi, catatan: event.currentTarget.value })}
        />
      </Field>
      <p class="redup">{words.bukanNilai}</p>
      {sisa > 0 && <p class="redup">{kata.lembarKurang(sisa)}</p>}
      <Button kind="utama" icon="check" type="submit" disabled={sisa > 0 || !isi.tanggal}>
        {kata.simpanLembar}
      </Button>
    </form>
  );
};

/** Lembar observasi: filled in on the spot, offline; it may be mended until the follow-up has come. */
export const Amati = ({ row, hariIni }: { row: PraktikRow; hariIni: string }) => {
  const [buka, setBuka] = useState(false);
  const { observasi, tahap } = row.state;
  const bisa = tahap === 'DIAJUKAN' || tahap === 'DIJADWALKAN' || tahap === 'DIOBSERVASI';
  if (!observasi && !bisa) return null;
  return (
    <Section title={words.lembar}>
      {observasi && !buka && <Lembar observasi={observasi} />}
      {bisa && !buka && (
        <Button kind={observasi ? 'teks' : 'utama'} icon="pencil-line" onClick={() => setBuka(true)}>
          {observasi ? kata.amatiUbah : kata.amati}
        </Button>
      )}
      {bisa && buka && <FormLembar row={row} hariIni={hariIni} onSelesai={() => setBuka(false)} />}
    </Section>
  );
};
