import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  jamDari,
  lama,
  masukkanPelajaran,
  menit,
  type Pelajaran,
  periksaJadwal,
} from '../../../shared/domain/index.ts';
import { cleanText, type JamPelajaran } from '../../../shared/records/index.ts';
import { jadwalMengajar } from '../../i18n/id/jadwal.ts';
import { Button, Chip, Field, Stepper, TextInput } from '../../ui/index.ts';

const words = jadwalMengajar.formulir;

/** A lesson as it is typed, and the days that it is put into. */
export type IsianPelajaran = { readonly satu: Pelajaran; readonly hari: readonly number[] };

/** A word to whoever goes on typing, and what the next lesson begins with. */
export type HasilMasuk = { readonly kata: string; readonly next: IsianPelajaran | null };

/** JP of one lesson at most, as a paste reads them. */
const JP_TERBANYAK = 10;
/** Minutes of a JP where nothing in the timetable says: a primary school's. */
const MENIT_JP = 35;
/** When a school day begins where nothing in the timetable says. */
const PAGI = '07:30';

/** What the form for a new lesson begins with: after the last one of its day, else like the first one of the week. */
export const isianBaru = (
  hari: number,
  sehari: readonly Pelajaran[],
  lain: Pelajaran | null,
): IsianPelajaran => {
  const terakhir = sehari.at(-1);
  const contoh = terakhir ?? lain;
  const jp = contoh?.jp ?? 2;
  const panjang = contoh ? lama(contoh) : jp * MENIT_JP;
  const mulai = terakhir?.selesai ?? lain?.mulai ?? PAGI;
  return {
    satu: {
      ...{ hari, mulai, selesai: jamDari(menit(mulai) + panjang), jp },
      ...{ mapel: contoh?.mapel ?? '', kelas: contoh?.kelas ?? '' },
    },
    hari: [hari],
  };
};

type Salah = Partial<Record<'hari' | 'mulai' | 'selesai' | 'jp' | 'mapel', string>>;

const salahDari = ({ satu, hari }: IsianPelajaran, lain: readonly JamPelajaran[]): Salah => {
  if (hari.length === 0) return { hari: words.hariSalah };
  if (!satu.mulai) return { mulai: words.jamSalah };
  if (!satu.selesai) return { selesai: words.jamSalah };
  if (!Number.isInteger(satu.jp) || satu.jp < 1 || satu.jp > JP_TERBANYAK) return { jp: words.jpSalah };
  if (satu.mapel === '') return { mapel: words.mapelSalah };
  // Its own periods stand last, so that a fault names what it lies upon.
  const baru = masukkanPelajaran([], satu, hari);
  const [temuan] = periksaJadwal({ pelajaran: [...lain, ...baru] }).filter(({ jam }) => baru.includes(jam));
  if (!temuan) return {};
  return { [temuan.kode === 'bertumpuk' ? 'mulai' : 'selesai']: jadwalMengajar.salah(temuan) };
};

const rapi = ({ satu, hari }: IsianPelajaran): IsianPelajaran => ({
  satu: { ...satu, mapel: cleanText(satu.mapel).trim(), kelas: cleanText(satu.kelas).trim() },
  hari,
});

/** The end follows start and JP, each JP as long as it was. */
const ikutiJp = (satu: Pelajaran, baru: Partial<Pick<Pelajaran, 'mulai' | 'jp'>>): Pelajaran => {
  const next = { ...satu, ...baru };
  const panjang = satu.mulai && satu.selesai && satu.jp >= 1 ? lama(satu) / satu.jp : MENIT_JP;
  const terhitung = next.mulai && next.jp >= 1 && panjang > 0;
  return terhitung ? { ...next, selesai: jamDari(menit(next.mulai) + panjang * next.jp) } : next;
};

type Props = {
  readonly awal: IsianPelajaran;
  readonly hariPilihan: readonly number[];
  /** The periods that the lesson must not lie upon. */
  readonly lain: readonly JamPelajaran[];
  readonly mapelDikenal: readonly string[];
  readonly kelasDikenal: readonly string[];
  /** The lesson goes in and the form is left, or, with `lagi` and where it does not fit in, what there is to say of it. */
  readonly onMasuk: (isian: IsianPelajaran, lagi: boolean) => HasilMasuk | null;
  readonly baru: boolean;
};

const Hari = ({
  pilihan,
  hari,
  salah,
  onHari,
}: {
  pilihan: readonly number[];
  hari: readonly number[];
  salah: string | undefined;
  onHari: (hari: readonly number[]) => void;
}) => (
  <fieldset class="field jadwal-hari" aria-describedby={salah ? 'jadwal-hari-salah' : undefined}>
    <legend>{words.hari}</legend>
    <div class="deret-chip">
      {pilihan.map((ke, i) => (
        <Chip
          key={ke}
          id={i === 0 ? 'jadwal-hari' : undefined}
          pressed={hari.includes(ke)}
          onClick={() =>
            onHari(
              hari.includes(ke) ? hari.filter((satu) => satu !== ke) : [...hari, ke].sort((a, b) => a - b),
            )
          }
        >
          {jadwalMengajar.hari(ke)}
        </Chip>
      ))}
    </div>
    {salah && (
      <p class="field-error" id="jadwal-hari-salah">
        {salah}
      </p>
    )}
  </fieldset>
);

const Dikenal = ({ id, isi }: { id: string; isi: readonly string[] }) => (
  <datalist id={id}>
    {isi.map((satu) => (
      <option key={satu} value={satu} />
    ))}
  </datalist>
);

/** One lesson: on which days, from when to when, how many JP, and what. */
export const FormPelajaran = (props: Props): JSX.Element => {
  const { awal, hariPilihan, lain, mapelDikenal, kelasDikenal, onMasuk, baru } = props;
  const [isian, setIsian] = useState(awal);
  const [salah, setSalah] = useState<Salah>({});
  const [kabar, setKabar] = useState('');
  const { satu, hari } = isian;
  const ubah = (change: Partial<Pelajaran>): void => setIsian({ ...isian, satu: { ...satu, ...change } });
  const masukkan = (lagi: boolean): void => {
    const jadi = rapi(isian);
    const faults = salahDari(jadi, lain);
    setSalah(faults);
    const [first] = Object.keys(faults);
    if (first) return document.getElementById(`jadwal-${first}`)?.focus();
    const hasil = onMasuk(jadi, lagi);
    if (!hasil) return;
    setKabar(hasil.kata);
    if (hasil.next) setIsian(hasil.next);
    document.getElementById('jadwal-mulai')?.focus();
  };
  return (
    <form
      class="tumpuk"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        masukkan(false);
      }}
    >
      <Hari
        pilihan={hariPilihan}
        hari={hari}
        salah={salah.hari}
        onHari={(next) => setIsian({ ...isian, hari: next })}
      />
      <div class="jadwal-jam">
        <Field id="jadwal-mulai" label={words.mulai} error={salah.mulai}>
          <TextInput
            type="time"
            value={satu.mulai}
            onInput={(event) =>
              setIsian({ ...isian, satu: ikutiJp(satu, { mulai: event.currentTarget.value }) })
            }
          />
        </Field>
        <Field id="jadwal-selesai" label={words.selesai} error={salah.selesai}>
          <TextInput
            type="time"
            value={satu.selesai}
            onInput={(event) => ubah({ selesai: event.currentTarget.value })}
          />
        </Field>
        <Field id="jadwal-jp" label={words.jp} error={salah.jp}>
          <Stepper
            value={satu.jp}
            min={1}
            max={JP_TERBANYAK}
            labels={{ less: words.kurangi, more: words.tambah }}
            onValue={(jp) => setIsian({ ...isian, satu: ikutiJp(satu, { jp }) })}
          />
        </Field>
      </div>
      <div class="jadwal-apa">
        <Field id="jadwal-mapel" label={words.mapel} error={salah.mapel}>
          <TextInput
            value={satu.mapel}
            maxLength={80}
            list="jadwal-mapel-dikenal"
            autocomplete="off"
            onInput={(event) => ubah({ mapel: event.currentTarget.value })}
          />
        </Field>
        <Field id="jadwal-kelas" label={words.kelas} hint={words.kelasKet}>
          <TextInput
            value={satu.kelas}
            maxLength={20}
            list="jadwal-kelas-dikenal"
            autocomplete="off"
            onInput={(event) => ubah({ kelas: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Dikenal id="jadwal-mapel-dikenal" isi={mapelDikenal} />
      <Dikenal id="jadwal-kelas-dikenal" isi={kelasDikenal} />
      <p role="status" class="redup jadwal-kabar">
        {kabar}
      </p>
      <Button kind="utama" type="submit" block>
        {baru ? words.masukkan : words.simpan}
      </Button>
      {baru && (
        <Button kind="tonal" block onClick={() => masukkan(true)}>
          {words.lagi}
        </Button>
      )}
    </form>
  );
};
