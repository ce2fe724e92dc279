import {
  type BarisTempelan,
  bacaTempelan,
  periksaTanggal,
  type Temuan,
} from '../../../shared/domain/index.ts';
import type { Entri, Satker, Skp } from '../../../shared/records/index.ts';
import { banyak as words } from '../../i18n/id/banyak.ts';
import { catat } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Button, Select } from '../../ui/index.ts';
import { bacaIsian, type Isian, isianKosong, nilaiRencana, pilihanRencana, urutkan } from './isian.ts';

/** A row being filled in, with what is wrong with it. */
export type Baris = {
  readonly nomor: number;
  readonly isian: Isian;
  /** The rencana aksi as it was pasted, where the SKP has none of that name. */
  readonly tertulis?: string | undefined;
};
export type BarisDinilai = Baris & { readonly entri: Entri | null; readonly salah: readonly Temuan[] };

/** Rows pasted from a spreadsheet as forms; a cell that could not be read stands as it was typed, for the person to mend. */
export const barisTempelan = (
  teks: string,
  { skp, mulaiNomor }: { skp: Skp | null; mulaiNomor: number },
): Baris[] =>
  bacaTempelan(teks, skp).baris.map((row, i) => ({
    nomor: mulaiNomor + i,
    isian: isianTempelan(row),
    tertulis: row.masalah.find(({ bidang }) => bidang === 'rencanaAksi')?.isi,
  }));

const isianTempelan = ({ entri, masalah }: BarisTempelan): Isian => {
  const mentah = Object.fromEntries(masalah.map(({ bidang, isi }) => [bidang, isi]));
  const { foto: _, realisasi, tautan, ...rest } = entri;
  return {
    ...isianKosong(''),
    ...rest,
    uraian: rest.uraian ?? mentah['uraian'] ?? '',
    satuan: rest.satuan ?? mentah['satuan'] ?? '',
    realisasi: realisasi === undefined ? (mentah['realisasi'] ?? '') : String(realisasi),
    tautan: tautan ?? (mentah['tautan'] ? [mentah['tautan']] : []),
  };
};

type KonteksBaris = {
  readonly hariIni: string;
  readonly satker: Satker | null;
  readonly pemilik: string;
  readonly adaSkp: boolean;
};

/** Judges the fields and the date of a row; the rules that need the day's other entries are asked when it is saved. */
export const nilaiBaris = (baris: Baris, { adaSkp, ...konteks }: KonteksBaris): BarisDinilai => {
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

type Props = {
  readonly baris: BarisDinilai;
  /** Faults that the rules found when it was tried to be saved. */
  readonly aturan: readonly Temuan[];
  readonly skp: Skp | null;
  readonly hariIni: string;
  readonly onUbah: (change: Partial<Isian>) => void;
  readonly onHapus: () => void;
};

type Kolom = {
  readonly bidang: 'tanggal' | 'mulai' | 'selesai' | 'uraian' | 'realisasi' | 'satuan';
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

/** One row: a line of a table on a wide screen, a card on a phone; its faults stand under it. */
export const BarisBanyak = ({ baris, aturan, skp, hariIni, onUbah, onHapus }: Props) => {
  const { nomor, isian } = baris;
  const faults = [...baris.salah, ...aturan];
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
        {KOLOM.map(({ bidang, type, label }) => (
          <label key={bidang} for={id(bidang)} class={bidang === 'uraian' ? 'lebar-penuh' : undefined}>
            <span>{label}</span>
            <input
              id={id(bidang)}
              type={type}
              {...(type === 'date' ? { max: hariIni } : {})}
              {...(bidang === 'realisasi' ? { inputMode: 'numeric' as const } : {})}
              value={isian[bidang]}
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
        <Button kind="teks" icon="trash" aria-label={words.hapusBaris(nomor)} onClick={onHapus} />
      </div>
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
