import { berlakuPada, SUB_INDIKATOR, SUB_LAIN } from '../../../shared/domain/index.ts';
import { countLetters, type Praktik } from '../../../shared/records/index.ts';
import { praktik } from '../../i18n/id/praktik.ts';
import { Button, Field, Select, TextArea, TextInput } from '../../ui/index.ts';
import { type kurang, SUB_BELUM } from './praktik-model.ts';

const words = praktik.milik;
const HURUF = 1000;
const PERILAKU_PALING_BANYAK = 6;

type Kurang = ReturnType<typeof kurang>;
type Bagian = {
  readonly isi: Praktik;
  readonly onIsi: (isi: Praktik) => void;
  /** What a try to hand it in has found missing. */
  readonly salah: Kurang;
};

const error = (salah: Kurang, satu: Kurang[number]): string | undefined =>
  salah.includes(satu) ? words.kosong[satu] : undefined;

const Paragraf = ({
  id,
  label,
  hint,
  value,
  salah,
  onValue,
}: {
  id: string;
  label: string;
  hint?: string;
  value: string;
  salah?: string | undefined;
  onValue: (value: string) => void;
}) => (
  <Field
    id={id}
    label={label}
    hint={hint}
    error={salah}
    count={countLetters(value) > HURUF - 100 ? { used: countLetters(value), max: HURUF } : undefined}
  >
    <TextArea rows={2} value={value} onInput={(event) => onValue(event.currentTarget.value)} />
  </Field>
);

const PilihFokus = ({ isi, onIsi, salah }: Bagian) => {
  const { fokus, tahun } = isi;
  const daftar = berlakuPada(SUB_INDIKATOR, tahun);
  const dipilih = daftar.find(({ kode }) => kode === fokus.kode);
  const pilih = (kode: string) => {
    const satu = daftar.find((baris) => baris.kode === kode);
    // Behaviours that she has worded herself stay; those of the list go with their indicator.
    const lama = new Set(dipilih?.perilaku);
    const miliknya = fokus.perilaku.filter((teks) => teks.trim() !== '' && !lama.has(teks));
    const perilaku = [...(satu?.perilaku ?? []), ...miliknya].slice(0, PERILAKU_PALING_BANYAK);
    onIsi({ ...isi, fokus: { kode: kode || SUB_BELUM, nama: satu?.nama ?? '', perilaku } });
  };
  const kelompok = [...new Set(daftar.map((satu) => satu.kelompok))];
  return (
    <>
      <Field id="fokus" label={words.fokus} error={dipilih ? undefined : error(salah, 'fokus')}>
        <Select
          value={dipilih?.kode ?? (fokus.kode === SUB_BELUM ? '' : SUB_LAIN)}
          onChange={(event) => pilih(event.currentTarget.value)}
        >
          <option value="">{words.fokusPilih}</option>
          {kelompok.map((satu) => (
            <optgroup key={satu} label={satu}>
              {daftar
                .filter((baris) => baris.kelompok === satu)
                .map(({ kode, nama }) => (
                  <option key={kode} value={kode}>
                    {nama}
                  </option>
                ))}
            </optgroup>
          ))}
          <option value={SUB_LAIN}>{words.fokusLain}</option>
        </Select>
      </Field>
      {!dipilih && fokus.kode !== SUB_BELUM && (
        <Field id="fokus-nama" label={words.fokusNama}>
          <TextInput
            maxLength={120}
            value={fokus.nama}
            onInput={(event) => onIsi({ ...isi, fokus: { ...fokus, nama: event.currentTarget.value } })}
          />
        </Field>
      )}
    </>
  );
};

const Perilaku = ({ isi, onIsi, salah }: Bagian) => {
  const { perilaku } = isi.fokus;
  const tulis = (next: readonly string[]) => onIsi({ ...isi, fokus: { ...isi.fokus, perilaku: [...next] } });
  return (
    <fieldset class="tumpuk-rapat">
      <legend class="label">{words.perilaku}</legend>
      <p class="redup">{words.perilakuKet}</p>
      {error(salah, 'perilaku') && <p class="field-error">{error(salah, 'perilaku')}</p>}
      {perilaku.map((satu, i) => (
        <div key={`perilaku-${i + 1}`} class="praktik-baris">
          <Field id={`perilaku-${i}`} label={words.perilakuKe(i + 1)} hideLabel>
            <TextInput
              maxLength={200}
              value={satu}
              onInput={(event) =>
                tulis(perilaku.map((teks, at) => (at === i ? event.currentTarget.value : teks)))
              }
            />
          </Field>
          <Button
            kind="teks"
            icon="x"
            aria-label={words.perilakuHapus(i + 1)}
            onClick={() => tulis(perilaku.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      {perilaku.length < PERILAKU_PALING_BANYAK && (
        <Button kind="teks" icon="plus" onClick={() => tulis([...perilaku, ''])}>
          {words.perilakuTambah}
        </Button>
      )}
    </fieldset>
  );
};

/** Dokumen persiapan: what she works on this year, and when she would like to be observed. */
export const FormPersiapan = (props: Bagian) => {
  const { isi, onIsi, salah } = props;
  const { persiapan } = isi;
  const tulis = (part: Partial<Praktik['persiapan']>) =>
    onIsi({ ...isi, persiapan: { ...persiapan, ...part } });
  return (
    <div class="tumpuk">
      <PilihFokus {...props} />
      <Perilaku {...props} />
      <Paragraf
        id="target-guru"
        label={words.targetGuru}
        hint={words.targetGuruKet}
        value={persiapan.targetGuru}
        salah={error(salah, 'targetGuru')}
        onValue={(targetGuru) => tulis({ targetGuru })}
      />
      <Paragraf
        id="target-murid"
        label={words.targetMurid}
        value={persiapan.targetMurid}
        onValue={(targetMurid) => tulis({ targetMurid })}
      />
      <Paragraf
        id="upaya"
        label={words.upaya}
        value={persiapan.upaya}
        onValue={(upaya) => tulis({ upaya })}
      />
      <fieldset class="tumpuk-rapat">
        <legend class="label">{words.usulJadwal}</legend>
        <p class="redup">{words.usulJadwalKet}</p>
        <div class="praktik-jadwal">
          <Field id="usul-tanggal" label={words.tanggal}>
            <TextInput
              type="date"
              min={`${isi.tahun}-01-01`}
              max={`${isi.tahun}-12-31`}
              value={persiapan.tanggal ?? ''}
              onChange={(event) => tulis({ tanggal: event.currentTarget.value || null })}
            />
          </Field>
          <Field id="usul-mulai" label={words.mulai}>
            <TextInput
              type="time"
              value={persiapan.mulai ?? ''}
              onChange={(event) => tulis({ mulai: event.currentTarget.value || null })}
            />
          </Field>
        </div>
      </fieldset>
    </div>
  );
};

/** Dokumen tindak lanjut: unlocked by the observation. */
export const FormTindakLanjut = ({ isi, onIsi, salah }: Bagian) => {
  const { tindakLanjut } = isi;
  const tulis = (part: Partial<Praktik['tindakLanjut']>) =>
    onIsi({ ...isi, tindakLanjut: { ...tindakLanjut, ...part } });
  return (
    <div class="tumpuk">
      <Paragraf
        id="tantangan"
        label={words.tantangan}
        value={tindakLanjut.tantangan}
        onValue={(tantangan) => tulis({ tantangan })}
      />
      <Paragraf
        id="tujuan"
        label={words.tujuan}
        value={tindakLanjut.tujuan}
        salah={error(salah, 'tujuan')}
        onValue={(tujuan) => tulis({ tujuan })}
      />
      <Paragraf
        id="jadwal-aksi"
        label={words.jadwalAksi}
        value={tindakLanjut.jadwal}
        onValue={(jadwal) => tulis({ jadwal })}
      />
      <Paragraf
        id="dukungan"
        label={words.dukungan}
        value={tindakLanjut.dukungan}
        onValue={(dukungan) => tulis({ dukungan })}
      />
    </div>
  );
};

/** Dokumen refleksi: the end of the cycle. */
export const FormRefleksi = ({ isi, onIsi, salah }: Bagian) => {
  const { refleksi } = isi;
  const tulis = (part: Partial<Praktik['refleksi']>) => onIsi({ ...isi, refleksi: { ...refleksi, ...part } });
  return (
    <div class="tumpuk">
      <Paragraf
        id="perubahan"
        label={words.perubahan}
        value={refleksi.perubahan}
        salah={error(salah, 'perubahan')}
        onValue={(perubahan) => tulis({ perubahan })}
      />
      <Paragraf
        id="dampak"
        label={words.dampak}
        value={refleksi.dampak}
        onValue={(dampak) => tulis({ dampak })}
      />
      <Paragraf
        id="lanjutan"
        label={words.lanjutan}
        value={refleksi.lanjutan}
        onValue={(lanjutan) => tulis({ lanjutan })}
      />
    </div>
  );
};
