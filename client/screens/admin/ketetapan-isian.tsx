import { useState } from 'preact/hooks';
import { bacaKalender, liburNasionalKurang } from '../../../shared/domain/index.ts';
import { HARI_KETETAPAN, IsiKetetapan } from '../../../shared/protocol/index.ts';
import type { HariKhusus } from '../../../shared/records/index.ts';
import { ketetapan as words } from '../../i18n/id/ketetapan.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { kalenderSekolah } from '../../i18n/id/penilai-kalender.ts';
import { Button, Field, Select, TextArea, TextInput } from '../../ui/index.ts';

const kata = kalenderSekolah.tempelan;

const baris = ({ mulai, selesai, nama, libur }: HariKhusus): string =>
  [mulai === selesai ? mulai : `${mulai} s.d. ${selesai}`, nama, ...(libur ? [] : ['masuk'])].join('; ');

type Props = {
  readonly tahun: number;
  readonly sibuk: boolean;
  readonly onLihat: (isi: IsiKetetapan) => void;
};

const TerbacaSalah = ({ salah }: { salah: ReturnType<typeof bacaKalender>['salah'] }) => (
  <>
    {salah.slice(0, 5).map(({ nomor, isi, kode }) => (
      <p key={nomor} class="field-error">
        {`${kata.salah(nomor, isi)}. ${kataMasalah(kode, { bidang: 'nama' })}`}
      </p>
    ))}
  </>
);

/** Days as lines of text: typed, pasted from a spreadsheet, or the public holidays of a year. */
export const IsianHari = ({ tahun, sibuk, onLihat }: Props) => {
  const [teks, setTeks] = useState('');
  const [gagal, setGagal] = useState<string | undefined>(undefined);
  const { hari, salah } = bacaKalender(teks);
  const kirim = (event: Event): void => {
    event.preventDefault();
    if (hari.length > 0 && hari.length <= HARI_KETETAPAN && salah.length === 0)
      return onLihat({ apa: 'kalender', hari: [...hari] });
    if (hari.length > HARI_KETETAPAN) setGagal(words.banyakHari(HARI_KETETAPAN));
    else if (salah.length === 0) setGagal(words.kosongHari);
    document.getElementById('ketetapan-hari')?.focus();
  };
  const isi = (baru: string): void => {
    setTeks(baru);
    setGagal(undefined);
  };
  return (
    <form class="kantor-formulir" noValidate onSubmit={kirim}>
      <div class="deret-chip">
        {[tahun, tahun + 1].map((satu) => {
          const libur = liburNasionalKurang(hari, satu);
          return libur.length === 0 ? null : (
            <Button
              key={satu}
              kind="tonal"
              icon="plus"
              onClick={() => isi([teks.trim(), ...libur.map(baris)].filter(Boolean).join('\n'))}
            >
              {words.nasional(libur.length, satu)}
            </Button>
          );
        })}
      </div>
      <Field id="ketetapan-hari" label={kata.isi} hint={kata.petunjuk} error={gagal}>
        <TextArea rows={6} value={teks} onInput={(event) => isi(event.currentTarget.value)} />
      </Field>
      <div aria-live="polite">
        {teks.trim() !== '' && <p>{kata.terbaca(hari.length)}</p>}
        <TerbacaSalah salah={salah} />
      </div>
      <div>
        <Button kind="tonal" type="submit" busy={sibuk}>
          {words.lihat}
        </Button>
      </div>
    </form>
  );
};

const KOSONG = { tipe: '', batasHari: '', batasTahunan: '', batasSkp: '' };
type Isian = typeof KOSONG;
type Bidang = keyof Isian;

const bilangan = (teks: string): number | undefined => (teks.trim() === '' ? undefined : Number(teks));

/** What the form says; what does not fit is told by its schema. */
const periodeDari = (sejak: number, { tipe, batasHari, batasTahunan, batasSkp }: Isian) =>
  IsiKetetapan.safeParse({
    ...{ apa: 'periode', sejak },
    ...(tipe === '' ? {} : { tipe }),
    ...(batasHari.trim() === '' ? {} : { batasHari: bilangan(batasHari) }),
    ...(batasTahunan.trim() === '' ? {} : { batasTahunan: bilangan(batasTahunan) }),
    ...(batasSkp.trim() === '' ? {} : { batasSkp: batasSkp.trim() }),
  });

/** Kind of period and its limits, from a year on; what is left empty stays as each school has it. */
export const IsianPeriode = ({ tahun, sibuk, onLihat }: Props) => {
  const [sejak, setSejak] = useState(tahun + 1);
  const [isian, setIsian] = useState<Isian>(KOSONG);
  const [salah, setSalah] = useState<Partial<Record<Bidang, string>>>({});
  const ubah = (bagian: Partial<Isian>): void => {
    setIsian({ ...isian, ...bagian });
    setSalah({});
  };
  const tolak = (bidang: Bidang, sebab: string): void => {
    setSalah({ [bidang]: sebab });
    document.getElementById(`ketetapan-${bidang}`)?.focus();
  };
  const kirim = (event: Event): void => {
    event.preventDefault();
    if (Object.values(isian).every((satu) => satu.trim() === '')) return tolak('tipe', words.kosongPeriode);
    const dibaca = periodeDari(sejak, isian);
    if (dibaca.success) return onLihat(dibaca.data);
    const bidang = String(dibaca.error.issues[0]?.path[0] ?? 'batasHari') as Bidang;
    tolak(bidang, bidang === 'batasSkp' ? words.salahTanggal : words.salahAngka);
  };
  return (
    <form class="kantor-formulir" noValidate onSubmit={kirim}>
      <Field id="ketetapan-sejak" label={words.sejak}>
        <Select value={String(sejak)} onChange={(event) => setSejak(Number(event.currentTarget.value))}>
          {[tahun, tahun + 1].map((satu) => (
            <option key={satu} value={String(satu)}>
              {satu}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="ketetapan-tipe" label={words.tipe} error={salah.tipe}>
        <Select value={isian.tipe} onChange={(event) => ubah({ tipe: event.currentTarget.value })}>
          {Object.entries(words.tipePilihan).map(([nilai, nama]) => (
            <option key={nilai} value={nilai}>
              {nama}
            </option>
          ))}
        </Select>
      </Field>
      {(['batasHari', 'batasTahunan', 'batasSkp'] as const).map((bidang) => (
        <Field
          key={bidang}
          id={`ketetapan-${bidang}`}
          label={words[bidang]}
          hint={words[`${bidang}Ket`]}
          error={salah[bidang]}
        >
          <TextInput
            inputMode={bidang === 'batasSkp' ? 'text' : 'numeric'}
            value={isian[bidang]}
            maxLength={5}
            onInput={(event) => ubah({ [bidang]: event.currentTarget.value })}
          />
        </Field>
      ))}
      <div>
        <Button kind="tonal" type="submit" busy={sibuk}>
          {words.lihat}
        </Button>
      </div>
    </form>
  );
};
