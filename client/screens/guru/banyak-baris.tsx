import { useMemo } from 'preact/hooks';
import {
  type BarisTempelan,
  bacaTempelan,
  periksaTanggal,
  type Temuan,
  tautanSel,
} from '../../../shared/domain/index.ts';
import type { Entri, Satker, Skp } from '../../../shared/records/index.ts';
import { banyak as words } from '../../i18n/id/banyak.ts';
import { catat } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Banner, Button, Select } from '../../ui/index.ts';
import { bacaIsian, type Isian, isianKosong, nilaiRencana, pilihanRencana, urutkan } from './isian.ts';
import './banyak.css';

/** Rows at once: more than a teacher's month, few enough to look at. What is pasted beyond comes up once these are saved. */
export const PALING_BANYAK = 100;

/** A row being filled in, with what is wrong with it. */
export type Baris = {
  readonly nomor: number;
  readonly isian: Isian;
  /** The rencana aksi as it was pasted, where the SKP has none of that name. */
  readonly tertulis?: string | undefined;
  /** What was pasted for fields that cannot show what they cannot read, and in columns beyond the last. */
  readonly mentah?: Mentah;
};
type Mentah = Readonly<Partial<Record<'tanggal' | 'mulai' | 'selesai' | 'baris', string>>>;
export type BarisDinilai = Baris & { readonly entri: Entri | null; readonly salah: readonly Temuan[] };

/** Rows pasted from a spreadsheet as forms; a cell that could not be read stands as it was typed, for the person to mend. */
export const barisTempelan = (
  teks: string,
  { skp, mulaiNomor }: { skp: Skp | null; mulaiNomor: number },
): { baris: Baris[]; asing: readonly string[]; kepalaSaja: boolean } => {
  const { baris, ...lain } = bacaTempelan(teks, skp);
  return {
    ...lain,
    baris: baris.map((row, i) => ({
      nomor: mulaiNomor + i,
      isian: isianTempelan(row),
      tertulis: row.masalah.find(({ bidang }) => bidang === 'rencanaAksi')?.isi,
      mentah: mentahDari(row),
    })),
  };
};

const MENTAH = ['tanggal', 'mulai', 'selesai', 'baris'] as const;
const mentahDari = ({ masalah }: BarisTempelan): Mentah =>
  Object.fromEntries(
    MENTAH.flatMap((bidang) => {
      const isi = masalah.find((satu) => satu.bidang === bidang)?.isi;
      return isi ? [[bidang, isi]] : [];
    }),
  );

/** What was pasted and stands in no field yet. */
const belumMasuk = ({ mentah = {}, isian }: Baris): string[] =>
  MENTAH.flatMap((bidang) => {
    const isi = mentah[bidang];
    if (!isi) return [];
    if (bidang === 'baris') return [words.kolomLebih(isi)];
    return isian[bidang] === '' ? [words.tertulis(words.kolom[bidang], isi)] : [];
  });

/** A row that was thrown away, at its place again; at the end where its number has been given to another. */
export const barisKembali = (daftar: readonly Baris[], baris: Baris): Baris[] => {
  const terpakai = daftar.some(({ nomor }) => nomor === baris.nomor);
  const nomor = terpakai ? Math.max(...daftar.map((satu) => satu.nomor)) + 1 : baris.nomor;
  return [...daftar, { ...baris, nomor }].sort((a, b) => a.nomor - b.nomor);
};

const isianTempelan = ({ entri, masalah }: BarisTempelan): Isian => {
  const mentah = Object.fromEntries(masalah.map(({ bidang, isi }) => [bidang, isi]));
  const { foto: _, realisasi, tautan, ...rest } = entri;
  return {
    ...isianKosong(''),
    ...rest,
    uraian: rest.uraian ?? mentah['uraian'] ?? '',
    satuan: rest.satuan ?? mentah['satuan'] ?? '',
    realisasi: realisasi === undefined ? (mentah['realisasi'] ?? '') : String(realisasi),
    catatan: rest.catatan ?? mentah['catatan'] ?? '',
    tautan: tautan ?? tautanSel(mentah['tautan'] ?? ''),
  };
};

type KonteksBaris = {
  readonly hariIni: string;
  readonly satker: Satker | null;
  readonly pemilik: string;
  readonly adaSkp: boolean;
};

/** Rows as they are judged, each once for as long as neither it nor what it is judged by changes. */
export const useBarisDinilai = (daftar: readonly Baris[], konteks: KonteksBaris): readonly BarisDinilai[] => {
  const { hariIni, satker, pemilik, adaSkp } = konteks;
  const dinilai = useMemo(() => new WeakMap<Baris, BarisDinilai>(), [hariIni, satker, pemilik, adaSkp]);
  return daftar.map((baris) => {
    const hasil = dinilai.get(baris) ?? nilaiBaris(baris, konteks);
    dinilai.set(baris, hasil);
    return hasil;
  });
};

/** Judges the fields and the date of a row; the rules that need the day's other entries are asked when it is saved. */
const nilaiBaris = (baris: Baris, { adaSkp, ...konteks }: KonteksBaris): BarisDinilai => {
  const { entri, salah } = bacaIsian(baris.isian, [], adaSkp);
  const hari = salah.some(({ bidang }) => bidang === 'tanggal')
    ? []
    : periksaTanggal(baris.isian.tanggal, { ...konteks, saat: 'isi' }).filter(
        ({ berat }) => berat === 'tolak',
      );
  return hari.length > 0
    ? { ...baris, entri: null, salah: urutkan([...salah, ...hari]) }
    : { ...baris, entri, salah };
};

/** What can be done to a row. */
export type TindakanBaris = {
  readonly ubah: (nomor: number, change: Partial<Isian>) => void;
  readonly hapus: (baris: BarisDinilai) => void;
};

type Props = {
  readonly baris: BarisDinilai;
  /** Faults that the rules found when it was tried to be saved. */
  readonly aturan: readonly Temuan[];
  readonly skp: Skp | null;
  readonly hariIni: string;
  /** Always the one of the latest rendering. */
  readonly tindakan: { readonly current: TindakanBaris };
};

type Kolom = {
  readonly bidang: 'tanggal' | 'mulai' | 'selesai' | 'uraian' | 'realisasi' | 'satuan' | 'catatan';
  readonly type: string;
  readonly label: string;
};
const KOLOM: readonly Kolom[] = [
  { bidang: 'tanggal', type: 'date', label: words.kolom.tanggal },
  { bidang: 'mulai', type: 'time', label: words.kolom.mulai },
  { bidang: 'selesai', type: 'time', label: words.kolom.selesai },
  { bidang: 'uraian', type: 'text', label: words.kolom.uraian },
  { bidang: 'realisasi', type: 'text', label: words.kolom.realisasi },
  { bidang: 'satuan', type: 'text', label: words.kolom.satuan },
];

/** Only where a note was pasted along: nobody is asked for one here. */
const CATATAN: Kolom = { bidang: 'catatan', type: 'text', label: words.kolom.catatan };

/** One row, drawn anew only where something of it changed: a letter in one of a hundred must not redraw the others. */
export const BarisBanyak = (props: Props) => {
  const { baris, aturan, skp, hariIni } = props;
  return useMemo(() => <IsiBaris {...props} />, [baris, aturan, skp, hariIni]);
};

/** A line of a table on a wide screen, a card on a phone; its faults stand under it. */
const IsiBaris = ({ baris, aturan, skp, hariIni, tindakan }: Props) => {
  const { nomor, isian } = baris;
  const onUbah = (change: Partial<Isian>): void => tindakan.current.ubah(nomor, change);
  const faults = [...baris.salah, ...aturan];
  const kolom = isian.catatan === '' ? KOLOM : [...KOLOM, CATATAN];
  const mentah = belumMasuk(baris);
  const salah = (bidang: string): 'true' | undefined =>
    faults.some((temuan) => temuan.bidang === bidang) ? 'true' : undefined;
  const id = (bidang: string): string => `baris-${nomor}-${bidang}`;
  return (
    <fieldset class="baris-banyak" id={`baris-${nomor}`} tabIndex={-1}>
      <legend>{words.baris(nomor)}</legend>
      <div class="baris-banyak-kolom">
        <label for={id('rencana')} class="lebar-penuh">
          <span>{words.kolom.rencanaAksi}</span>
          <Select
            id={id('rencana')}
            value={nilaiRencana(isian)}
            aria-invalid={salah('rhk')}
            onChange={(event) => {
              const [rhk = '', aksi = ''] = event.currentTarget.value.split('|');
              onUbah({ rhk: rhk || null, rencanaAksi: aksi || null });
            }}
          >
            <option value="">
              {baris.tertulis ? words.rencanaTertulis(baris.tertulis) : catat.pilihRencana}
            </option>
            {pilihanRencana(skp).map(({ label, options }) => (
              <optgroup key={label} label={label}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </label>
        {kolom.map(({ bidang, type, label }) => (
          <label key={bidang} for={id(bidang)} class={bidang === 'uraian' ? 'lebar-penuh' : undefined}>
            <span>{label}</span>
            <input
              id={id(bidang)}
              type={type}
              {...(type === 'date' ? { max: hariIni } : {})}
              {...(bidang === 'realisasi' ? { inputMode: 'numeric' as const } : {})}
              // A field of one line leaves a line break out, and glues the words.
              value={isian[bidang].replaceAll('\n', ' ')}
              aria-invalid={salah(bidang)}
              aria-describedby={faults.length > 0 ? id('salah') : undefined}
              onInput={(event) => onUbah({ [bidang]: event.currentTarget.value })}
            />
          </label>
        ))}
        <label for={id('tautan')}>
          <span>{words.kolom.bukti}</span>
          <input
            id={id('tautan')}
            type="text"
            inputMode="url"
            value={isian.tautan.join(' ')}
            aria-invalid={salah('tautan')}
            onChange={(event) => onUbah({ tautan: event.currentTarget.value.split(/\s+/).filter(Boolean) })}
          />
        </label>
        <Button
          kind="teks"
          icon="trash"
          aria-label={words.hapusBaris(nomor)}
          onClick={() => tindakan.current.hapus(baris)}
        />
      </div>
      {mentah.map((kata) => (
        <p key={kata} class="peringatan">
          {kata}
        </p>
      ))}
      {faults.length > 0 && (
        <ul class="baris-salah" id={id('salah')}>
          {faults.map(({ kode, bidang, berat, params }) => (
            <li key={bidang + kode} class={berat === 'tolak' ? 'field-error' : 'peringatan'}>
              {kataMasalah(kode, { bidang, ...params })}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
};

type Ujung = {
  readonly jumlah: number;
  readonly menyusul: number;
  readonly onTambah: () => void;
  readonly onKosongkan: () => void;
};

/** What can be done below the last row. */
export const UjungDaftar = ({ jumlah, menyusul, onTambah, onKosongkan }: Ujung) => (
  <>
    {menyusul > 0 && <Banner tone="info">{words.menyusul(menyusul)}</Banner>}
    {jumlah < PALING_BANYAK && (
      <Button kind="tonal" icon="plus" block onClick={onTambah}>
        {words.tambahBaris}
      </Button>
    )}
    {jumlah > 1 && (
      <Button kind="teks" icon="trash" block onClick={onKosongkan}>
        {words.hapusSemua}
      </Button>
    )}
  </>
);
